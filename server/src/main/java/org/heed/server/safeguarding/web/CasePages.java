package org.heed.server.safeguarding.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.rulebook.Area;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.destruction.Destructions;
import org.heed.server.person.People;
import org.heed.server.person.PersonFound;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.AsSeen;
import org.heed.server.safeguarding.CaseFilter;
import org.heed.server.safeguarding.CaseLists;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /cases}: lists of cases, one case, who answers for it, whom and what it is about. */
@Controller
class CasePages {
  private final Cases cases;
  private final CaseViews views;
  private final CaseLists lists;
  private final RulebookInForce rulebook;
  private final Overtaken overtaken;
  private final Destructions destructions;
  private final People people;
  private final Clock clock;

  CasePages(
      Cases cases,
      CaseViews views,
      CaseLists lists,
      RulebookInForce rulebook,
      Overtaken overtaken,
      Destructions destructions,
      People people,
      Clock clock) {
    this.cases = cases;
    this.views = views;
    this.lists = lists;
    this.rulebook = rulebook;
    this.overtaken = overtaken;
    this.destructions = destructions;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/cases")
  @Needs(Right.CASES)
  Html list(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "open") String standing,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "1") int page) {
    CaseFilter filter = new CaseFilter(area, kind, standing, owner, number);
    String url =
        UriComponentsBuilder.fromPath("/cases")
            .queryParam("area", area)
            .queryParam("kind", kind)
            .queryParam("standing", standing)
            .queryParam("owner", owner)
            .queryParam("number", number)
            .encode()
            .build()
            .toUriString();
    return Html.of(
        "safeguarding/list",
        new CaseListPage(
            shell.page("Cases").in(Section.CASES).acrossTheWindow(),
            lists.list(caller, filter, page),
            filter,
            url,
            areas(rulebook),
            caller.may(Right.SUPERVISE)));
  }

  @GetMapping("/cases/wanted")
  @Needs(Right.CASES)
  Html wanted(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "1") int page) {
    return Html.of(
        "safeguarding/wanted",
        new WantedPage(
            shell
                .page("Decided yes, and no case")
                .in(Section.CASES)
                .under(new Crumb("Cases", "/cases")),
            lists.wanted(caller, page),
            clock.instant()));
  }

  @GetMapping("/cases/{id}")
  @Needs(Right.CASES)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String known) {
    return page(shell, caller, id, known, Map.of(), FormErrors.none());
  }

  @PostMapping("/cases/{id}/owner")
  @Needs(Right.CASES)
  Object assign(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (text(typed, "team").isBlank()) {
      errors = errors.and("team", "Enter the team that works on it");
    }
    if (text(typed, "handover").isBlank()) {
      errors = errors.and("handover", "Enter why the case changes hands");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    Map<String, Overtaken.Label> labels = new LinkedHashMap<>();
    labels.put("owner", Overtaken.Label.person("Who answers for it"));
    labels.put("team", Overtaken.Label.line("Team"));
    labels.put("handover", Overtaken.Label.lines("Why does it change hands?"));
    return overtaken.act(
        shell,
        caller,
        id,
        new Overtaken.Doing(AsSeen.Part.OWNER, id, "give the case", labels, "/owner", ""),
        typed,
        () ->
            cases.assign(
                caller,
                id,
                account(text(typed, "owner")),
                text(typed, "team"),
                text(typed, "handover")),
        () -> done(redirect, id, "The case has changed hands"));
  }

  @PostMapping("/cases/{id}/people")
  @Needs(Right.CASES)
  Object involve(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (text(typed, "name").isBlank()) {
      errors = errors.and("name", "Enter what they are called, or “name not known”");
    }
    String who = text(typed, "person");
    List<PersonFound> found =
        who.isBlank() && !text(typed, "name").isBlank() && caller.may(Right.PEOPLE)
            ? people.find(caller, text(typed, "name"), People.MOST_OFFERED)
            : List.of();
    if (!found.isEmpty()) {
      errors = errors.and("person", "Select whether you mean somebody on record");
    }
    if (!text(typed, "born").isBlank() && Moments.day(text(typed, "born")).isEmpty()) {
      errors = errors.and("born", "Enter the day of birth, or leave it empty");
    }
    if (text(typed, "how").isBlank()) {
      errors = errors.and("how", "Enter how they come into it");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors, found);
    }
    UUID person = who.equals(CasePage.NOBODY) ? null : account(who);
    if (person != null) {
      people.open(caller, person, () -> KnownAt.NOW);
    }
    cases.involve(
        caller,
        id,
        new NewCase.Member(
            role(text(typed, "role")),
            person,
            null,
            person == null ? text(typed, "name").strip() : null,
            person == null ? Moments.day(text(typed, "born")).orElse(null) : null),
        text(typed, "how"));
    return done(redirect, id, "They are named in the case");
  }

  @PostMapping("/cases/{id}/people/{member}/role")
  @Needs(Right.CASES)
  String recast(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID member,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    cases.recast(caller, id, member, role(role), reason);
    return done(
        redirect, id, "What they are in the case is changed; what they were stays on the record");
  }

  @PostMapping("/cases/{id}/people/{member}/release")
  @Needs(Right.CASES)
  Object release(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID member,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    cases.release(caller, id, member, reason);
    return done(redirect, id, "They are taken out; that they were named stays on the record");
  }

  @PostMapping("/cases/{id}/reports")
  @Needs(Right.CASES)
  Object linkCalled(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (text(typed, "reference").isBlank()) {
      errors = errors.and("reference", "Enter the report’s reference");
    }
    if (text(typed, "link").isBlank()) {
      errors = errors.and("link", "Enter why the case is about it");
    }
    if (errors.isEmpty()) {
      try {
        cases.link(caller, id, text(typed, "reference"), text(typed, "link"));
      } catch (Refused refused) {
        errors = errors.and("reference", refused.sentence());
      }
    }
    return errors.isEmpty()
        ? done(redirect, id, "The report is linked")
        : page(shell, caller, id, "", typed, errors);
  }

  @PostMapping("/cases/{id}/reports/{report}")
  @Needs(Right.CASES)
  Object link(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID report,
      @RequestParam(defaultValue = "link") String act,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    boolean linked = !act.equals("unlink");
    cases.link(caller, id, report, linked, reason);
    return done(redirect, id, linked ? "The report is linked" : "The report is no longer linked");
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String known,
      Map<String, String> typed,
      FormErrors errors) {
    return page(shell, caller, id, known, typed, errors, List.of());
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String known,
      Map<String, String> typed,
      FormErrors errors,
      List<PersonFound> found) {
    CaseView view = views.open(caller, id, Moments.endOf(known));
    boolean may = known.isBlank();
    return Html.of(
            "safeguarding/case",
            new CasePage(
                CaseTabs.page(shell, "Case", errors).acrossTheWindow(),
                view,
                known,
                may,
                may ? cases.caseworkers(caller, view.file().area()) : Map.of(),
                may && caller.may(Right.RESTRICT),
                destructions.ofCase(caller, id),
                may ? lists.own(caller, id) : Map.of(),
                found,
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  static CaseRole role(String code) {
    try {
      return CaseRole.parse(code);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose what they are in the case.");
    }
  }

  static @Nullable UUID account(String text) {
    try {
      return text.isBlank() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose somebody from the list.");
    }
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    return CaseTabs.done(redirect, "/cases/" + id, says);
  }

  static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "");
  }

  static Map<String, String> areas(RulebookInForce rulebook) {
    Map<String, String> areas = new LinkedHashMap<>();
    for (Area area : rulebook.rulebook().areas()) {
      if (area.in().isPresent()) {
        areas.put(area.id(), area.title());
      }
    }
    return areas;
  }
}
