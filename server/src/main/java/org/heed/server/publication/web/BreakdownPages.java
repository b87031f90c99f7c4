package org.heed.server.publication.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.heed.rulebook.OffenceClass;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.Breakdown;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Question;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /figures/breakdown}: what a count is made up of, with what is missing. */
@Controller
class BreakdownPages {
  private final Figures figures;
  private final Questions questions;
  private final RulebookInForce rulebook;

  BreakdownPages(Figures figures, Questions questions, RulebookInForce rulebook) {
    this.rulebook = rulebook;
    this.figures = figures;
    this.questions = questions;
  }

  @GetMapping("/figures/breakdown")
  @Needs(Right.FIGURES)
  Html breakdown(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    QuestionForm form = questions.form(caller, given, "/figures/breakdown");
    Page page =
        shell.page("Figures broken down").in(Section.FIGURES).acrossTheWindow().with(form.errors());
    if (form.working() != null) {
      return FigurePages.working(shell, page, form);
    }
    Question question = form.question();
    BreakdownPage model =
        new BreakdownPage(
            page,
            form,
            figures.ask(caller, question).total().notLinked(),
            figures.breakdown(caller, question).orElse(null),
            classes());
    return FigurePages.answer(shell, "figure/parts", "figure/breakdown", model, form);
  }

  private Map<String, OffenceClass> classes() {
    return rulebook.rulebook().counting().classes().stream()
        .collect(Collectors.toMap(OffenceClass::code, each -> each, (first, _) -> first));
  }

  @GetMapping("/figures/breakdown.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> file(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    Question question = questions.question(given);
    Breakdown breakdown =
        figures
            .breakdown(caller, question)
            .orElseThrow(() ->
                new Refused(
                    Refused.Code.NOT_FOUND,
                    "Figures are broken down for those who may count every area."));
    return Csv.answer("breakdown.csv", Csv.breakdown(question, breakdown));
  }
}
