package org.heed.server.publication.web;

import java.util.List;
import org.heed.figures.published.MetropolitanReleases;
import org.heed.figures.published.PublishedSeries;
import org.heed.figures.published.Series;
import org.heed.figures.published.Vintages;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.QuestionText;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /figures/published}: what the Home Office and the Metropolitan Police published. */
@Controller
class PublishedPages {
  private final PublishedSeries published = PublishedSeries.bundled();
  private final Vintages releases = MetropolitanReleases.bundled();

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

  @GetMapping("/figures/published/met")
  @Needs(Right.FIGURES)
  Html metropolitan(Shell shell, @RequestParam(defaultValue = "RAPE") String offence) {
    return Html.of(
        "figure/met",
        met(
            shell
                .page("Metropolitan Police releases")
                .in(Section.FIGURES)
                .under(new Crumb("Figures", "/figures")),
            offence));
  }

  @GetMapping("/figures/published/met.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> metropolitanFile(
      Shell shell, @RequestParam(defaultValue = "RAPE") String offence) {
    return Csv.answer("releases.csv", Csv.triangle(met(shell.page(""), offence).triangle()));
  }

  @GetMapping("/figures/published/boroughs.csv")
  @Needs(Right.FIGURES)
  ResponseEntity<String> boroughs(
      Shell shell, @RequestParam(defaultValue = "RAPE") String offence) {
    return Csv.answer("boroughs.csv", Csv.funnel(met(shell.page(""), offence).funnel()));
  }

  private MetPage met(Page page, String offence) {
    if (!MetropolitanReleases.OFFENCES.contains(offence)) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no published series of that offence.");
    }
    return new MetPage(page, releases, offence, "offence=" + QuestionText.encoded(offence));
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
