package org.heed.server.thing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.IssuedMeasure;
import org.heed.server.outcome.MeasureEntry;
import org.heed.server.store.Acts;
import org.heed.server.thing.ThingSaid;
import org.heed.server.thing.Things;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /things}: find one by a part; {@code /things/{id}}: the reports that mean it; {@code
 * /reports/{id}/things/{mention}}: what a report means by what it writes.
 */
@Controller
class ThingPages {
  private static final int MOST_SHOWN = 50;

  private final Things things;
  private final CaseOutcomes outcomes;

  ThingPages(Things things, CaseOutcomes outcomes) {
    this.things = things;
    this.outcomes = outcomes;
  }

  @GetMapping("/things")
  @Needs(Right.PEOPLE)
  Html find(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "phone") String kind,
      @RequestParam(defaultValue = "") String part) {
    ThingKind of = kind(kind);
    return Html.of(
        "thing/things",
        new ThingsPage(
            shell
                .page("Find a place, vehicle, phone or account")
                .in(Section.PEOPLE)
                .under(new Crumb("People", "/people")),
            of,
            part,
            things.find(caller, of, part, MOST_SHOWN)));
  }

  @GetMapping("/things/{id}")
  @Needs(Right.PEOPLE)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    Page page =
        shell
            .page("Reports that mean it")
            .in(Section.PEOPLE)
            .under(
                new Crumb("People", "/people"), new Crumb("Places, vehicles, phones", "/things"));
    return Html.of(
        "thing/thing",
        things.open(
            caller,
            id,
            thing -> {
              List<IssuedMeasure> measures = outcomes.at(id);
              return new Acts.Seen<>(
                  new ThingPage(page, thing, MeasureEntry.of(measures)),
                  measures.stream().map(IssuedMeasure::caseFile).toList());
            }));
  }

  @GetMapping("/reports/{id}/things/{mention}")
  @Needs(Right.PEOPLE)
  Html mention(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention) {
    return page(shell, caller, id, mention, Map.of(), FormErrors.none());
  }

  @PostMapping("/reports/{id}/things/{mention}/choose")
  @Needs(Right.PEOPLE)
  Object choose(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    String because = fields.getOrDefault("because", "").strip();
    if (fields.containsKey("none")) {
      List<String> offered = Arrays.asList(fields.getOrDefault("offered", "").split(",", -1));
      things.refuse(
          caller,
          mention,
          offered,
          because.isEmpty() ? "None of those that were offered" : because);
      redirect.addFlashAttribute(
          Notice.FLASH, Notice.success("They will not be offered for this report again"));
      return "redirect:/reports/" + id + "/things/" + mention;
    }
    String as = fields.getOrDefault("as", "");
    FormErrors errors = FormErrors.none();
    if (as.isEmpty()) {
      errors = errors.and("as", "Select what is meant, or say that it is none of these");
    }
    if (because.isEmpty()) {
      errors = errors.and("because", "Enter why you are sure");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, mention, fields, errors);
    }
    things.choose(caller, mention, as, because);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The reports now mean the same"));
    return "redirect:/reports/" + id;
  }

  @PostMapping("/reports/{id}/things/{mention}/create")
  @Needs(Right.PEOPLE)
  String create(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention,
      RedirectAttributes redirect) {
    UUID thing = things.createFor(caller, mention, "Kept from a report: nothing known is meant");
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("It is known from now on"));
    return "redirect:/things/" + thing;
  }

  @PostMapping("/reports/{id}/things/{mention}/undo")
  @Needs(Right.PEOPLE)
  Object undo(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    String why = fields.getOrDefault("why", "").strip();
    if (why.isEmpty()) {
      FormErrors errors = FormErrors.of("why", "Enter why the report does not mean this");
      return page(shell, caller, id, mention, fields, errors);
    }
    things.undo(caller, mention, uuid(fields.getOrDefault("thing", "")), why);
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success("The link is undone, and that it was made is kept"));
    return "redirect:/reports/" + id + "/things/" + mention;
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID report,
      UUID mention,
      Map<String, String> fields,
      FormErrors errors) {
    Things.Open open = things.mention(caller, mention);
    ThingSaid said = open.said();
    if (!said.report().equals(report)) {
      throw new Refused(Refused.Code.NOT_FOUND, "The report's newest version has no such thing.");
    }
    Page page =
        shell
            .page("What is meant?")
            .in(Section.REPORTS)
            .under(
                new Crumb("Reports", "/reports"),
                new Crumb("Report " + said.reference(), "/reports/" + report))
            .with(errors);
    return Html.of(
            "thing/mention",
            new ThingMentionPage(
                page,
                said,
                open.offers(),
                fields.getOrDefault("as", ""),
                fields.getOrDefault("because", ""),
                fields.getOrDefault("why", "")))
        .status(errors.isEmpty() ? 200 : 422);
  }

  private static ThingKind kind(String typed) {
    try {
      return ThingKind.parse(typed);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose from the list.");
    }
  }

  private static UUID uuid(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose from the list.");
    }
  }
}
