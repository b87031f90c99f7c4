package org.heed.server.publication.web;

import java.util.Locale;
import java.util.Map;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.Feature;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Headline;
import org.heed.server.publication.Lineage;
import org.heed.server.publication.Part;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.ReleaseDesk;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /figures}: asking, and the records behind each number. */
@Controller
class FigurePages {
  private static final int ROWS = 100;

  private final Figures figures;
  private final Questions questions;
  private final ReleaseDesk releases;

  FigurePages(Figures figures, Questions questions, ReleaseDesk releases) {
    this.releases = releases;
    this.figures = figures;
    this.questions = questions;
  }

  @GetMapping("/figures")
  @Needs(Right.FIGURES)
  Html figures(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    QuestionForm form = questions.form(caller, given, "/figures");
    Page page = shell.page("Figures").in(Section.FIGURES).acrossTheWindow().with(form.errors());
    if (form.working() != null) {
      return working(shell, page, form);
    }
    FigurePage model =
        new FigurePage(
            page,
            form,
            figures.headline(caller, form.question()),
            releases.first(caller, form.question()).orElse(null));
    return answer(shell, "figure/headline", "figure/figures", model, form);
  }

  /** That the record is still being counted by the rulebook chosen; asks again by itself. */
  static Html working(Shell shell, Page page, QuestionForm form) {
    return Html.of(
        shell.fragment() ? "figure/working" : "figure/atWork", new WorkingPage(page, form));
  }

  /** The part that changes, or the whole page; htmx shows no part that is not a success. */
  static Html answer(Shell shell, String part, String whole, Object model, QuestionForm form) {
    if (shell.fragment()) {
      return Html.of(part, model);
    }
    return form.errors().isEmpty() ? Html.of(whole, model) : Html.of(whole, model).status(422);
  }

  @GetMapping("/figures/records")
  @Needs(Right.FIGURES)
  Html records(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    Question question = questions.question(given);
    Part part = part(given);
    int number = number(given.getOrDefault("page", "1"));
    String of = given.getOrDefault("of", "");
    Feature feature = of.isEmpty() ? null : Feature.parse(of);
    Lineage lineage = figures.records(caller, question, part, feature, (number - 1L) * ROWS, ROWS);
    int pages = (int) Math.max(1, (lineage.total() + ROWS - 1) / ROWS);
    if (number > pages) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such page of these records.");
    }
    String address = "/figures/records?" + QuestionText.query(question);
    if (part.slot() != Part.Slot.ASKED) {
      address += "&slot=" + part.slot().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (part.area() != null) {
      address += "&part=" + QuestionText.encoded(part.area());
    }
    if (feature != null) {
      address += "&of=" + QuestionText.encoded(feature.code());
    }
    String scope = FigureWords.scope(question);
    if (part.slot() == Part.Slot.NOT_KNOWN) {
      scope = FigureWords.counted(question) + " whose day is not known";
    }
    if (feature != null) {
      scope +=
          ": "
              + BreakdownPage.title(feature.dimension())
              + ", "
              + BreakdownPage.label(feature.dimension(), feature.label());
    }
    if (part.area() != null) {
      scope += ", in " + AreaName.of(part.area());
    }
    Page page =
        shell
            .page("Records behind a figure")
            .in(Section.FIGURES)
            .under(new Crumb("Figures", "/figures?" + QuestionText.query(question)));
    return Html.of(
        "figure/records",
        new RecordsPage(
            page,
            question,
            scope,
            lineage,
            new Paging(address, number, pages),
            caller.may(Right.READ)));
  }

  @GetMapping("/figures/series.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> series(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    Figure figure = figures.ask(caller, questions.question(given));
    return Csv.answer("figures.csv", Csv.figure(figure, figure.cells()));
  }

  @GetMapping("/figures/split.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> split(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    Headline headline = figures.headline(caller, questions.question(given));
    Headline.Inside inside = headline.inside();
    if (inside == null) {
      throw new Refused(
          Refused.Code.NOT_FOUND, "The change is split for those who may count every area.");
    }
    return Csv.answer("split.csv", Csv.split(headline.figure(), inside.split()));
  }

  private static Part part(Map<String, String> given) {
    String area = given.get("part");
    return switch (given.getOrDefault("slot", "asked")) {
      case "asked" -> new Part(Part.Slot.ASKED, area);
      case "before" -> new Part(Part.Slot.BEFORE, area);
      case "not-known" -> new Part(Part.Slot.NOT_KNOWN, area);
      default ->
          throw new Refused(Refused.Code.INVALID, "slot is one of asked, before, not-known.");
    };
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw new Refused(Refused.Code.INVALID, "page is a number from 1.");
    }
    return Integer.parseInt(text);
  }
}
