package org.heed.server.crime.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.rulebook.Area;
import org.heed.rulebook.CrimeGround;
import org.heed.rulebook.OffenceClass;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.crime.CountingRules;
import org.heed.server.crime.CrimeFile;
import org.heed.server.crime.CrimeFiles;
import org.heed.server.crime.CrimeFilter;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.crime.OneIncidents;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
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
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /crimes}: the list, one crime with its dated states, and what is done to it. */
@Controller
class CrimePages {
  private static final int USUAL_MONTHS = 12;

  private final CrimeFiles files;
  private final Crimes crimes;
  private final CountingRules rules;
  private final RulebookInForce rulebook;
  private final OneIncidents incidents;
  private final Clock clock;

  CrimePages(
      CrimeFiles files,
      Crimes crimes,
      CountingRules rules,
      RulebookInForce rulebook,
      OneIncidents incidents,
      Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
    this.files = files;
    this.crimes = crimes;
    this.rules = rules;
    this.rulebook = rulebook;
  }

  @GetMapping("/crimes")
  @Needs({Right.READ, Right.CRIME})
  Html list(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String offence,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String known,
      @RequestParam(defaultValue = "1") int page) {
    CrimeFilter filter = new CrimeFilter(area, offence, standing, number);
    String url =
        UriComponentsBuilder.fromPath("/crimes")
            .queryParam("area", area)
            .queryParam("offence", offence)
            .queryParam("standing", standing)
            .queryParam("number", number)
            .queryParam("known", known)
            .encode()
            .build()
            .toUriString();
    return Html.of(
        "crime/list",
        new CrimeListPage(
            shell.page("Crimes").in(Section.CRIMES).acrossTheWindow(),
            files.list(caller, filter, moment(known), page),
            filter,
            known,
            url,
            areas(),
            classes(rules)));
  }

  /** Crimes from several reports that the counting rules count as one. */
  @GetMapping("/crimes/one-incident")
  @Needs(Right.CRIME)
  Html oneIncident(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String since) {
    LocalDate from = day(since);
    if (from == null) {
      from = LocalDate.ofInstant(clock.instant(), Words.LONDON).minusMonths(USUAL_MONTHS);
    }
    return Html.of(
        "crime/oneIncident",
        new OneIncidentPage(
            shell
                .page("One incident, several reports")
                .in(Section.CRIMES)
                .under(new Crumb("Crimes", "/crimes")),
            from.toString(),
            incidents.list(caller, from),
            classes(rules)));
  }

  @PostMapping("/crimes/{id}/one-incident")
  @Needs(Right.CRIME)
  Object decideIncident(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    String answer = text(typed, "answer");
    if (!answer.equals("one") && !answer.equals("several")) {
      errors = errors.and("answer", "Select whether they are one crime");
    }
    if (text(typed, "reason").isBlank()) {
      errors = errors.and("reason", "Enter what shows that");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    incidents.decide(
        caller, id, id(text(typed, "into")), answer.equals("one"), text(typed, "reason").strip());
    return done(
        redirect,
        id,
        answer.equals("one")
            ? "The crime is counted in the other: it stays on the record"
            : "The crime stays one of its own, and that is remembered");
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such crime.");
    }
  }

  @GetMapping("/crimes/{id}")
  @Needs({Right.READ, Right.CRIME})
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String known) {
    return page(shell, caller, id, known, Map.of(), FormErrors.none());
  }

  @PostMapping("/crimes/{id}/reclassify")
  @Needs(Right.CRIME)
  Object reclassify(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (text(typed, "offence").isBlank()) {
      errors = errors.and("offence", "Select the class it should have");
    }
    if (!rules.keepingApart(text(typed, "offence")).isEmpty() && text(typed, "apart").isBlank()) {
      errors = errors.and("apart", "Select why it is recorded as " + text(typed, "offence"));
    }
    if (text(typed, "because").isBlank()) {
      errors = errors.and("because", "Enter why the class is wrong");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    crimes.reclassify(
        caller,
        id,
        text(typed, "offence"),
        Grounded.on(text(typed, "apart")),
        text(typed, "because").strip());
    return done(redirect, id, "The crime is reclassified");
  }

  @PostMapping("/crimes/{id}/cancel")
  @Needs(Right.CRIME)
  Object cancel(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    CrimeGround ground = rules.ground(text(typed, "ground")).orElse(null);
    LocalDate told = day(text(typed, "told"));
    if (ground == null && rules.removes()) {
      errors = errors.and("ground", "Select the ground on which it is cancelled");
    }
    if (ground != null && ground.reference() && text(typed, "reference").isBlank()) {
      errors = errors.and("reference", "Enter the number of the other record");
    }
    if (ground != null && ground.victimTold() && told == null) {
      errors = errors.and("told", "Enter the day on which the victim was told");
    }
    if (text(typed, "why").isBlank()) {
      errors = errors.and("why", "Enter what shows that no crime was committed");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    crimes.cancel(
        caller,
        id,
        new Grounded(text(typed, "ground"), text(typed, "reference").strip(), told),
        text(typed, "why").strip());
    return done(
        redirect, id, "The crime is cancelled: it stays on the record and counts no longer");
  }

  @PostMapping("/crimes/{id}/reinstate")
  @Needs(Right.CRIME)
  Object reinstate(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    if (text(typed, "why").isBlank()) {
      FormErrors errors = FormErrors.of("why", "Enter why the crime counts after all");
      return page(shell, caller, id, "", typed, errors);
    }
    crimes.reinstate(caller, id, text(typed, "why").strip());
    return done(redirect, id, "The crime is reinstated and counts again");
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String known,
      Map<String, String> typed,
      FormErrors errors) {
    CrimeFile crime = files.open(caller, id, moment(known));
    return Html.of(
            "crime/crime",
            new CrimePage(
                shell
                    .page("Crime")
                    .in(Section.CRIMES)
                    .under(new Crumb("Crimes", "/crimes"))
                    .with(errors),
                crime,
                known,
                known.isBlank() && caller.may(Right.CRIME),
                classes(rules),
                crime.because().stream().map(rules::words).toList(),
                late(crime),
                rules.removing(crime.now().offence()),
                rules.apart(),
                rules.principle("removal"),
                known.isBlank() && caller.may(Right.CRIME) ? incidents.of(caller, id) : List.of(),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  /** What is to be said where it was recorded later than the rulebook has it. */
  private String late(CrimeFile crime) {
    Instant reported = crime.reportedAt();
    Instant recorded = crime.recordedAt();
    if (reported == null || recorded == null || rules.inTime(reported, recorded)) {
      return "";
    }
    Duration taken = Duration.between(reported, recorded);
    return "It was recorded "
        + (taken.toDays() > 1
            ? Words.count(taken.toDays(), "day", "days")
            : Words.count(taken.toHours(), "hour", "hours"))
        + " after it was reported. "
        + rules.principle("record-within-24-hours");
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:/crimes/" + id;
  }

  private static String text(Map<String, String> typed, String field) {
    return typed.getOrDefault(field, "");
  }

  static Map<String, String> classes(CountingRules rules) {
    Map<String, String> classes = new LinkedHashMap<>();
    for (OffenceClass one : rules.classes()) {
      classes.put(one.code(), one.code() + " " + one.title());
    }
    return classes;
  }

  private Map<String, String> areas() {
    Map<String, String> areas = new LinkedHashMap<>();
    for (Area area : rulebook.rulebook().areas()) {
      if (area.in().isPresent()) {
        areas.put(area.id(), area.title());
      }
    }
    return areas;
  }

  private static @Nullable Instant moment(String day) {
    if (day.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(day.strip()).plusDays(1).atStartOfDay(Words.LONDON).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refused(Refused.Code.INVALID, "Enter the day as 2026-11-23.");
    }
  }
}
