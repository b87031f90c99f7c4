package org.heed.server.outcome.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.outcome.Attrition;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /attrition}: how far reports get on the way to a charge, and the cases behind it. */
@Controller
class AttritionPages {
  private final Attrition attrition;
  private final RulebookInForce rulebook;
  private final Clock clock;

  AttritionPages(Attrition attrition, RulebookInForce rulebook, Clock clock) {
    this.attrition = attrition;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/attrition")
  @Needs
  Html counts(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String known) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    LocalDate last = day(to, today);
    LocalDate first = day(from, last.minusYears(1));
    LocalDate then = day(known, today);
    if (!caller.may(Right.CASES)) {
      // A time moved by a day tells what came on that day.
      first = first.withDayOfMonth(1);
      last = last.with(TemporalAdjusters.lastDayOfMonth());
      then = then.with(TemporalAdjusters.lastDayOfMonth());
    }
    boolean before = then.isBefore(today);
    Map<String, String> areas = new LinkedHashMap<>();
    rulebook.rulebook().areas().forEach(one -> areas.put(one.id(), one.title()));
    return Html.of(
        "outcome/attrition",
        new AttritionPage(
            shell
                .page("From report to charge")
                .in(Section.CASES)
                .under(new Crumb("Cases", "/cases")),
            attrition.between(
                caller,
                area,
                start(first),
                start(last.plusDays(1)),
                before ? start(then.plusDays(1)) : null),
            area,
            first.toString(),
            last.toString(),
            before ? then.toString() : "",
            areas,
            caller.may(Right.CASES)));
  }

  @GetMapping("/attrition/cases")
  @Needs(Right.CASES)
  Html cases(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "decided") String step,
      @RequestParam(defaultValue = "no") String stopped,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String known) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    LocalDate last = day(to, today);
    LocalDate first = day(from, last.minusYears(1));
    LocalDate then = day(known, today);
    Attrition.Step at = Attrition.Step.parse(step);
    boolean before = stopped.equals("yes");
    String back =
        UriComponentsBuilder.fromPath("/attrition")
            .queryParam("area", "{area}")
            .queryParam("from", first)
            .queryParam("to", last)
            .queryParam("known", then.isBefore(today) ? then : "")
            .build(area)
            .toString();
    return Html.of(
        "outcome/onTheWay",
        new OnTheWayPage(
            shell
                .page("Reports behind a count")
                .in(Section.CASES)
                .under(new Crumb("Cases", "/cases"), new Crumb("From report to charge", back)),
            at,
            before,
            attrition.at(
                caller,
                at,
                before,
                area,
                start(first),
                start(last.plusDays(1)),
                then.isBefore(today) ? start(then.plusDays(1)) : null),
            back));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Words.LONDON).toInstant();
  }

  private static LocalDate day(String typed, LocalDate otherwise) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      return day.getYear() < 1990 || day.getYear() > 9998 ? otherwise : day;
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
