package org.heed.server.dossier.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.dossier.Dossiers;
import org.heed.server.linking.Offer;
import org.heed.server.linking.Offers;
import org.heed.server.linking.Spoken;
import org.heed.server.person.People;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /reports/{id}/people/{mention}}: whom a mention means. Those known who fit are offered
 * with why; a person chooses, refuses, finds or creates; a link can be undone.
 */
@Controller
class MentionPages {
  private final Dossiers dossiers;
  private final People people;
  private final Offers offers;
  private final Clock clock;

  MentionPages(Dossiers dossiers, People people, Offers offers, Clock clock) {
    this.dossiers = dossiers;
    this.people = people;
    this.offers = offers;
    this.clock = clock;
  }

  @GetMapping("/reports/{id}/people/{mention}")
  @Needs(Right.PEOPLE)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention,
      @RequestParam(required = false) @Nullable String name) {
    return page(shell, caller, id, mention, name, null, FormErrors.none());
  }

  @PostMapping("/reports/{id}/people/{mention}/choose")
  @Needs(Right.PEOPLE)
  Object choose(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    MentionForm form = form(fields);
    if (fields.containsKey("none")) {
      return none(caller, id, mention, fields, redirect);
    }
    FormErrors errors = form.wrongChoice();
    if (!errors.isEmpty()) {
      return page(shell, caller, id, mention, fields.get("name"), form, errors);
    }
    UUID person = uuid(form.person());
    ReportFile.Mention said =
        mentioned(dossiers.open(caller, id, null, "link-person").report(), mention);
    people.choose(
        caller,
        mention,
        person,
        form.because().strip(),
        offers.evidence(caller, spoken(said), mention, person));
    return done(redirect, id, "The report now means that person");
  }

  private String none(
      Caller caller,
      UUID report,
      UUID mention,
      Map<String, String> fields,
      RedirectAttributes redirect) {
    List<UUID> offered =
        Arrays.stream(fields.getOrDefault("offered", "").split(",", -1))
            .map(MentionPages::uuid)
            .toList();
    String because = fields.getOrDefault("because", "").strip();
    people.refuse(
        caller, mention, offered, because.isEmpty() ? "None of those who were offered" : because);
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success("They will not be offered for this report’s person again"));
    return "redirect:/reports/" + report + "/people/" + mention;
  }

  @PostMapping("/reports/{id}/people/{mention}/create")
  @Needs(Right.PEOPLE)
  Object create(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    MentionForm form = form(fields);
    FormErrors errors = form.wrongPerson(LocalDate.ofInstant(clock.instant(), Words.LONDON));
    if (!errors.isEmpty()) {
      return page(shell, caller, id, mention, fields.get("name"), form, errors);
    }
    people.createFor(
        caller,
        mention,
        orNull(form.given()),
        orNull(form.family()),
        form.birth(),
        "Created from a report: nobody known is meant");
    return done(redirect, id, "A new person is on record, and the report means them");
  }

  @PostMapping("/reports/{id}/people/{mention}/undo")
  @Needs(Right.PEOPLE)
  Object undo(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID mention,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    MentionForm form = form(fields);
    if (form.why().isBlank()) {
      FormErrors errors = FormErrors.of("why", "Enter why the report does not mean this person");
      return page(shell, caller, id, mention, fields.get("name"), form, errors);
    }
    people.undo(caller, mention, uuid(form.person()), form.why().strip());
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success("The link is undone, and that it was made is kept"));
    return "redirect:/reports/" + id + "/people/" + mention;
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID report,
      UUID mentioned,
      @Nullable String asked,
      @Nullable MentionForm typed,
      FormErrors errors) {
    ReportFile file = dossiers.open(caller, report, null, "link-person").report();
    ReportFile.Mention mention = mentioned(file, mentioned);
    boolean open = mention.person() == null;
    List<Offer> offered =
        open && asked == null ? offers.offers(caller, spoken(mention), mentioned) : List.of();
    String name = asked != null ? asked : mention.isNamed() ? mention.name() : "";
    Page page =
        shell
            .page("Who is meant?")
            .in(Section.REPORTS)
            .under(
                new Crumb("Reports", "/reports"),
                new Crumb("Report " + file.reference(), "/reports/" + report))
            .with(errors);
    return Html.of(
            "dossier/mention",
            new MentionPage(
                page,
                report,
                mention,
                name,
                offered,
                open && offered.isEmpty()
                    ? people.find(caller, name, People.MOST_OFFERED)
                    : List.of(),
                open ? people.rejected(caller, mentioned) : Set.of(),
                typed == null ? MentionForm.of(mention) : typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  private static ReportFile.Mention mentioned(ReportFile file, UUID mention) {
    return file.people().stream()
        .filter(one -> one.id().equals(mention))
        .findFirst()
        .orElseThrow(() ->
            new Refused(Refused.Code.NOT_FOUND, "The report's newest version has no such person."));
  }

  private static Spoken spoken(ReportFile.Mention mention) {
    return Spoken.of(
        mention.givenName(), mention.familyName(), mention.dateOfBirth(), mention.sex());
  }

  private static String done(RedirectAttributes redirect, UUID report, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:/reports/" + report;
  }

  private static MentionForm form(Map<String, String> fields) {
    return new MentionForm(
        fields.getOrDefault("person", ""),
        fields.getOrDefault("because", ""),
        fields.getOrDefault("given", ""),
        fields.getOrDefault("family", ""),
        fields.getOrDefault("born", ""),
        fields.getOrDefault("why", ""));
  }

  private static UUID uuid(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose somebody from the list.");
    }
  }

  private static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }
}
