package org.heed.server.publication.web;

import java.util.List;
import org.heed.figures.published.PublishedSeries;
import org.heed.figures.published.Series;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.QuestionText;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /figures/published}: what the Home Office published, with its breaks. */
@Controller
class PublishedPages {
  private final PublishedSeries published = PublishedSeries.bundled();

  @GetMapping("/figures/published")
  @Needs(Right.FIGURES)
  Html published(
      Shell shell,
      @RequestParam(defaultValue = "71") String code,
      @RequestParam(defaultValue = "Metropolitan Police") String area,
      @RequestParam(defaultValue = "year") String by) {
    Series series = series(code, area);
    String query = "code=" + QuestionText.encoded(code) + "&area=" + QuestionText.encoded(area);
    return Html.of(
        "figure/published",
        new PublishedPage(
            shell
                .page("Published figures")
                .in(Section.FIGURES)
                .under(new Crumb("Figures", "/figures")),
            published,
            series,
            query,
            by.equals("quarter")));
  }

  @GetMapping("/figures/published.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> file(@RequestParam String code, @RequestParam String area) {
    return Csv.answer("published.csv", Csv.published(series(code, area)));
  }

  private Series series(String code, String area) {
    List<String> areas = published.areas(code);
    if (!areas.contains(area)) {
      throw new Refused(
          Refused.Code.NOT_FOUND, "There is no published series of that code and area.");
    }
    return published.of(code, area);
  }
}
