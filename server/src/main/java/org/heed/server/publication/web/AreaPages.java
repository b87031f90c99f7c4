package org.heed.server.publication.web;

import java.util.Map;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.By;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Question;
import org.heed.server.publication.Unit;
import org.heed.server.web.FunnelChart;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /figures/areas}: one figure area by area. */
@Controller
class AreaPages {
  private final Figures figures;
  private final Questions questions;

  AreaPages(Figures figures, Questions questions) {
    this.figures = figures;
    this.questions = questions;
  }

  @GetMapping("/figures/areas")
  @Needs(Right.FIGURES)
  Html areas(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    QuestionForm form = questions.form(caller, given, "/figures/areas");
    Page page =
        shell.page("Figures by area").in(Section.FIGURES).acrossTheWindow().with(form.errors());
    if (form.working() != null) {
      return FigurePages.working(shell, page, form);
    }
    AreasPage model = model(caller, page, form);
    return FigurePages.answer(shell, "figure/byArea", "figure/areas", model, form);
  }

  private AreasPage model(Caller caller, Page page, QuestionForm form) {
    Question question = form.question();
    return new AreasPage(page, form, figures.ask(caller, question), all(caller, question));
  }

  /** All reports of the same period, which what is flagged or prompted is some of. */
  private @Nullable Figure all(Caller caller, Question q) {
    return q.definition() == Definition.ALL
        ? null
        : figures.ask(
            caller,
            new Question(
                Unit.REPORTS,
                Definition.ALL,
                q.area(),
                By.AREA,
                q.clock() == Dated.FLAGGED ? Dated.RECORDED : q.clock(),
                q.from(),
                q.to(),
                q.knownAt()));
  }

  @GetMapping("/figures/areas.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> areas(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    Figure figure = figures.ask(caller, questions.question(given));
    return Csv.answer("figures-by-area.csv", Csv.figure(figure, figure.areas()));
  }

  @GetMapping("/figures/funnel.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> funnel(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    QuestionForm form = questions.form(caller, given, "/figures/areas");
    FunnelChart chart = model(caller, shell.page(""), form).funnel();
    if (chart == null) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is nothing to compare areas by.");
    }
    return Csv.answer("funnel.csv", Csv.funnel(chart));
  }
}
