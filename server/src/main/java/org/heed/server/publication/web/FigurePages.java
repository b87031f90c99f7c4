package org.heed.server.publication.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.Change;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Lineage;
import org.heed.server.publication.Part;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
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
  private final Clock clock;

  FigurePages(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping("/figures")
  @Needs(Right.FIGURES)
  Html figures(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    Page page = shell.page("Figures").in(Section.FIGURES);
    List<String> areas = figures.areas(caller);
    try {
      Figure figure = figures.ask(caller, question(given));
      Change change = figures.change(caller, figure.question());
      return Html.of("figure/figures", new FigurePage(page, figure, change, areas, typed(given)));
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      Figure usual = figures.ask(caller, question(Map.of()));
      Page wrong = page.with(FormErrors.of("from", refused.sentence()));
      Change change = figures.change(caller, usual.question());
      return Html.of("figure/figures", new FigurePage(wrong, usual, change, areas, "")).status(422);
    }
  }

  @GetMapping("/figures/records")
  @Needs(Right.FIGURES)
  Html records(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given) {
    Question question = question(given);
    Part part = part(given);
    int number = number(given.getOrDefault("page", "1"));
    Lineage lineage = figures.records(caller, question, part, (number - 1L) * ROWS, ROWS);
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
    String scope = FigureWords.scope(question);
    if (part.slot() == Part.Slot.NOT_KNOWN) {
      scope = FigureWords.counted(question) + " whose day is not known";
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
    Figure figure = figures.ask(caller, question(given));
    return Csv.answer("figures.csv", Csv.figure(figure, figure.cells()));
  }

  @GetMapping("/figures/areas.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> areas(
      @AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    Figure figure = figures.ask(caller, question(given));
    return Csv.answer("figures-by-area.csv", Csv.figure(figure, figure.areas()));
  }

  private Question question(Map<String, String> given) {
    return QuestionText.parse(given, LocalDate.ofInstant(clock.instant(), Words.LONDON));
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

  /** The day for the form's field, whether a day or a moment was given. */
  private static String typed(Map<String, String> given) {
    String text = given.getOrDefault("known-at", "").strip();
    if (text.indexOf('T') < 0) {
      return text;
    }
    return java.time.Instant.parse(text)
        .minusMillis(1)
        .atZone(Words.LONDON)
        .toLocalDate()
        .toString();
  }
}
