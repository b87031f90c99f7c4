package org.heed.server.publication.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heed.figures.chart.Xmr;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.By;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Figures;
import org.heed.server.publication.KnownThen;
import org.heed.server.publication.Question;
import org.heed.server.publication.RecordBreak;
import org.heed.server.publication.WeeklyNowcast;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /figures/time}: a series, whether it is steady, and how it was revised. */
@Controller
class TimePages {
  /** More periods than this do not fit a table beside each other. */
  private static final int MOST_VINTAGES = 36;

  private final Figures figures;
  private final Questions questions;

  TimePages(Figures figures, Questions questions) {
    this.figures = figures;
    this.questions = questions;
  }

  @GetMapping("/figures/time")
  @Needs(Right.FIGURES)
  Html time(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    QuestionForm form = questions.form(caller, given, "/figures/time");
    String fresh = given.getOrDefault("fresh", "").strip();
    List<LocalDate> named = List.of();
    try {
      named = days(fresh);
    } catch (Refused refused) {
      form = form.with(FormErrors.of("fresh", refused.sentence()));
    }
    Page page =
        shell.page("Figures over time").in(Section.FIGURES).acrossTheWindow().with(form.errors());
    if (form.working() != null) {
      return FigurePages.working(shell, page, form);
    }
    TimePage model = model(caller, page, form, named, fresh);
    return FigurePages.answer(shell, "figure/timeline", "figure/time", model, form);
  }

  private TimePage model(
      Caller caller, Page page, QuestionForm form, List<LocalDate> named, String fresh) {
    Question question = inTime(form.question());
    Figure figure = figures.ask(caller, question);
    List<RecordBreak> breaks = new ArrayList<>(figures.breaks(caller));
    named.forEach(day -> breaks.add(new RecordBreak(day, "limits start afresh, as asked")));
    KnownThen vintages = figures.vintages(caller, question, MOST_VINTAGES).orElse(null);
    return new TimePage(
        page,
        form,
        figure,
        breaks,
        fresh,
        vintages,
        figures.nowcast(caller, question).orElse(null));
  }

  /** Areas do not follow one another in time. */
  private static Question inTime(Question question) {
    return question.by() == By.AREA ? question.by(By.MONTH) : question;
  }

  private static List<LocalDate> days(String typed) {
    List<LocalDate> days = new ArrayList<>();
    try {
      for (String day : typed.split("[,\\s]+", -1)) {
        if (!day.isEmpty()) {
          days.add(LocalDate.parse(day));
        }
      }
      return days;
    } catch (DateTimeException e) {
      throw new Refused(
          Refused.Code.INVALID, "Enter days like 2026-04-01, with a comma between them.");
    }
  }

  @GetMapping("/figures/control.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> control(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    QuestionForm form = questions.form(caller, given, "/figures/time");
    String fresh = given.getOrDefault("fresh", "").strip();
    TimePage model = model(caller, shell.page(""), form, days(fresh), fresh);
    Xmr xmr = model.control();
    if (xmr == null) {
      throw new Refused(Refused.Code.NOT_FOUND, "There are too few points for limits.");
    }
    return Csv.answer("control.csv", Csv.chart(model.controlChart(xmr)));
  }

  @GetMapping("/figures/nowcast.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> nowcast(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    WeeklyNowcast nowcast =
        figures
            .nowcast(caller, inTime(questions.question(given)))
            .orElseThrow(
                () -> new Refused(Refused.Code.NOT_FOUND, "There is nothing to estimate here."));
    return Csv.answer("nowcast.csv", Csv.nowcast(nowcast));
  }

  @GetMapping("/figures/vintages.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> vintages(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    Question question = inTime(questions.question(given));
    KnownThen vintages =
        figures
            .vintages(caller, question, MOST_VINTAGES)
            .orElseThrow(() ->
                new Refused(
                    Refused.Code.NOT_FOUND, "Vintages are for those who may count every area."));
    return Csv.answer("vintages.csv", Csv.vintages(vintages));
  }
}
