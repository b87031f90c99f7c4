package org.heed.server.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.linking.Offer;
import org.heed.server.linking.Offers;
import org.heed.server.linking.RecordedLinks;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.Drafts;
import org.heed.server.report.Recorded;
import org.heed.server.store.IdSource;
import org.heed.server.thing.ThingOffer;
import org.heed.server.thing.Things;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** {@code /record}: one short form, kept as it is typed. */
@Controller
class RecordPages {
  private static final String FORM = "record";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RecordedLinks desk;
  private final Offers offers;
  private final Things things;
  private final Drafts drafts;
  private final RulebookInForce rulebook;
  private final IdSource ids;
  private final Clock clock;

  RecordPages(
      RecordedLinks desk,
      Offers offers,
      Things things,
      Drafts drafts,
      RulebookInForce rulebook,
      IdSource ids,
      Clock clock) {
    this.desk = desk;
    this.offers = offers;
    this.things = things;
    this.drafts = drafts;
    this.rulebook = rulebook;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping("/record")
  @Needs(Right.RECORD)
  Html form(Shell shell, @AuthenticationPrincipal Caller caller) {
    Optional<RecordForm> kept =
        drafts.find(caller, FORM).map(content -> JSON.readValue(content, RecordForm.class));
    RecordForm form = kept.orElseGet(() -> RecordForm.empty(usualArea(caller)));
    return Html.of("report/record", model(page(shell), caller, form, kept.isPresent()));
  }

  /** Keeps the form as it stands; sent by the page while someone types. */
  @PostMapping("/record/draft")
  @Needs(Right.RECORD)
  ResponseEntity<Void> keep(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> fields) {
    drafts.keep(caller, FORM, JSON.writeValueAsString(RecordForm.of(fields)));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/record/discard")
  @Needs(Right.RECORD)
  String discard(@AuthenticationPrincipal Caller caller) {
    drafts.discard(caller, FORM);
    return "redirect:/record";
  }

  /**
   * Records; or, asked for one person more or fewer or for whom is known, shows the form so,
   * without scripts too.
   */
  @PostMapping("/record")
  @Needs(Right.RECORD)
  Object record(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    RecordForm form = RecordForm.of(fields);
    RecordForm changed = form.changed(fields);
    if (changed != null) {
      return changed(shell, caller, changed);
    }
    if (fields.containsKey("look")) {
      return Html.of("report/record", offering(page(shell), caller, form));
    }
    FormErrors errors = form.errors(LocalDate.ofInstant(clock.instant(), Words.LONDON));
    if (!errors.isEmpty()) {
      drafts.keep(caller, FORM, JSON.writeValueAsString(form));
      return Html.of("report/record", offering(page(shell).with(errors), caller, form)).status(422);
    }
    Recorded recorded =
        desk.record(
            caller, form.report(ids.next()), chosen(caller, form), chosenThings(caller, form));
    drafts.discard(caller, FORM);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The report is recorded"));
    return "redirect:/reports/" + recorded.report();
  }

  private Html changed(Shell shell, Caller caller, RecordForm form) {
    drafts.keep(caller, FORM, JSON.writeValueAsString(form));
    return Html.of("report/record", offering(page(shell), caller, form));
  }

  private RecordPage model(Page page, Caller caller, RecordForm form, boolean restored) {
    return new RecordPage(
        page,
        form,
        rulebook.areasOf(caller),
        restored,
        caller.may(Right.PEOPLE),
        Map.of(),
        Map.of());
  }

  /** With the known people who may be meant, for those of whom something is typed. */
  private RecordPage offering(Page page, Caller caller, RecordForm form) {
    RecordPage plain = model(page, caller, form, false);
    if (!plain.mayLook()) {
      return plain;
    }
    Map<Integer, List<Offer>> offered = new LinkedHashMap<>();
    int number = 0;
    for (RecordPerson person : form.people()) {
      number++;
      if (!person.spoken().isEmpty()) {
        offered.put(number, offers.offers(caller, person.spoken(), null));
      }
    }
    Map<Integer, List<ThingOffer>> offeredThings = new LinkedHashMap<>();
    number = 0;
    for (RecordThing thing : form.things()) {
      number++;
      if (!thing.isEmpty() && thing.errors(FormErrors.none(), number).isEmpty()) {
        offeredThings.put(number, things.offers(caller, thing.thing()));
      }
    }
    return new RecordPage(page, form, plain.areas(), false, true, offered, offeredThings);
  }

  /** What was chosen for each thing that the report will have. */
  private static List<RecordedLinks.ChosenThing> chosenThings(Caller caller, RecordForm form) {
    return form.things().stream()
        .filter(thing -> !thing.isEmpty())
        .map(thing ->
            caller.may(Right.PEOPLE)
                ? new RecordedLinks.ChosenThing(thing.chosen(), thing.refused())
                : new RecordedLinks.ChosenThing("", List.of()))
        .toList();
  }

  /** What was chosen for each person that the report will have. */
  private static List<RecordedLinks.Chosen> chosen(Caller caller, RecordForm form) {
    return form.people().stream()
        .filter(person -> !person.isEmpty())
        .map(person ->
            caller.may(Right.PEOPLE)
                ? new RecordedLinks.Chosen(person.chosen(), person.refused())
                : new RecordedLinks.Chosen(null, List.of()))
        .toList();
  }

  private static Page page(Shell shell) {
    return shell.page("Record a report").in(Section.RECORD);
  }

  private static String usualArea(Caller caller) {
    List<String> areas = caller.areas();
    return areas != null && areas.size() == 1 ? areas.getFirst() : "";
  }
}
