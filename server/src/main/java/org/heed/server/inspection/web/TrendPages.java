package org.heed.server.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import org.heed.rulebook.InspectionCriteria;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.inspection.CasesNowReader;
import org.heed.server.inspection.GradeTrend;
import org.heed.server.inspection.GradeTrends;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.LanguageRates;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.sampling.Days;
import org.heed.server.web.CsvText;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How grades went over successive samples, and how often wording was pointed out. */
@Controller
class TrendPages {
  private static final int QUARTERS = 6;

  private final GradeTrends trends;
  private final LanguageRates language;
  private final CasesNowReader cases;
  private final RulebookInForce rulebook;
  private final Clock clock;

  TrendPages(
      GradeTrends trends,
      LanguageRates language,
      CasesNowReader cases,
      RulebookInForce rulebook,
      Clock clock) {
    this.cases = cases;
    this.trends = trends;
    this.language = language;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/inspections/trends")
  @Needs(Right.INSPECT)
  Html trends(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String criteria,
      @RequestParam(defaultValue = Inspection.OVERALL) String criterion,
      @RequestParam(defaultValue = "area") String by) {
    return Html.of("inspection/trends", model(shell, caller, criteria, criterion, by));
  }

  private TrendsPage model(
      Shell shell, Caller caller, String criteria, String criterion, String by) {
    List<InspectionCriteria> all = rulebook.rulebook().inspections();
    InspectionCriteria chosen =
        rulebook
            .rulebook()
            .findInspection(criteria)
            .or(() -> all.stream().findFirst())
            .orElseThrow(() ->
                new Refused(
                    Refused.Code.NOT_FOUND,
                    "The rulebook has no criteria that cases are graded by."));
    boolean known = chosen.criteria().stream().anyMatch(one -> one.id().equals(criterion));
    String asked = known ? criterion : Inspection.OVERALL;
    boolean byTeam = by.equals("team");
    return new TrendsPage(
        InspectionTabs.page(shell, "Trends", FormErrors.none()),
        all,
        chosen,
        asked,
        byTeam,
        trends.read(caller, chosen.id(), asked, byTeam));
  }

  /** The same numbers: a row for each sample, then one for each group that is told of. */
  @GetMapping("/inspections/trends.csv")
  @Needs(Right.INSPECT)
  ResponseEntity<String> csv(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String criteria,
      @RequestParam(defaultValue = Inspection.OVERALL) String criterion,
      @RequestParam(defaultValue = "area") String by) {
    TrendsPage page = model(shell, caller, criteria, criterion, by);
    CsvText csv =
        new CsvText(
            "row", "name", "day", "wanting", "graded", "left_out", "share", "lower", "upper");
    for (GradeTrend.Sample one : page.trend().samples()) {
      csv.row(
          "sample",
          one.inspection().title(),
          LocalDate.ofInstant(one.inspection().at(), Words.LONDON),
          one.wanting(),
          one.settled(),
          one.leftOut(),
          share(one.share().value()),
          share(one.share().interval().lower()),
          share(one.share().interval().upper()));
    }
    page.trend()
        .funnel()
        .ifPresent(funnel ->
            funnel
                .groups()
                .forEach(one ->
                    csv.row(
                        "group",
                        page.group(one.given().id()),
                        null,
                        one.given().has(),
                        one.given().of(),
                        null,
                        share(one.given().share()),
                        share(one.usual().lower()),
                        share(one.usual().upper()))));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("trends.csv").build().toString())
        .body(csv.text());
  }

  private static @Nullable String share(double share) {
    return Double.isNaN(share) ? null : String.format(Locale.ROOT, "%.4f", share);
  }

  @GetMapping("/inspections/now")
  @Needs(Right.INSPECT)
  Html now(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "inspection/now",
        new CasesNowPage(
            InspectionTabs.page(shell, "Every case now", FormErrors.none()), cases.read(caller)));
  }

  /**
   * Quarters that are over: of one that runs, today less yesterday would tell of who recorded
   * today.
   */
  @GetMapping("/inspections/language")
  @Needs(Right.INSPECT)
  Html language(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "area") String by) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    LocalDate now = today.with(IsoFields.DAY_OF_QUARTER, 1);
    Days over = Days.of(now.minusMonths(3L * QUARTERS), now.minusDays(1));
    boolean byTeam = by.equals("team");
    return Html.of(
        "inspection/language",
        new LanguagePage(
            InspectionTabs.page(shell, "Language", FormErrors.none()),
            byTeam,
            language.list(caller, byTeam, over.since(), over.until())));
  }
}
