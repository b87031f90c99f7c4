package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heed.figures.chart.Funnel;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Question;
import org.heed.server.publication.Tally;
import org.heed.server.publication.Unit;
import org.heed.server.web.AreaMap;
import org.heed.server.web.FunnelChart;
import org.heed.server.web.Page;
import org.heed.server.web.Tile;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code figure/areas.jte}.
 *
 * @param all all reports of the same period by area, which areas are compared by; null where all of
 *     them are what is counted
 */
public record AreasPage(Page page, QuestionForm form, Figure figure, @Nullable Figure all) {

  private Question question() {
    return figure.question();
  }

  /** The parameters of this question. */
  public String query() {
    return form.query();
  }

  /** What is read out when the figure changes. */
  public String says() {
    return FigureWords.scope(question()) + ", by area: " + Words.number(figure.total().count());
  }

  /** What is counted. */
  public String counted() {
    return FigureWords.counted(question());
  }

  /** The areas. */
  public List<Cell> areas() {
    return figure.areas();
  }

  public Tally notKnown() {
    return figure.notKnown();
  }

  /** The areas as tiles. */
  public List<Tile> tiles() {
    return TileMap.of(figure.areas());
  }

  /** The areas by their outlines; null where these are not known. */
  public @Nullable AreaMap map() {
    return SimulatedBoroughs.map(
            figure.areas(),
            counted() + ", on a map",
            "As written on the map",
            "/figures/areas.csv?" + query())
        .orElse(null);
  }

  /** The funnel; null where there is nothing to compare areas by. */
  public @Nullable FunnelChart funnel() {
    if (all == null) {
      return null;
    }
    Map<String, Long> reports = new HashMap<>();
    all.areas().forEach(area -> reports.put(area.key(), area.tally().count()));
    List<Funnel.Given> given = new ArrayList<>();
    Map<String, Funnels.Named> names = new HashMap<>();
    for (Cell area : figure.areas()) {
      long of = reports.getOrDefault(area.key(), 0L);
      if (of > 0) {
        given.add(new Funnel.Given(area.key(), area.tally().count(), (double) of));
        names.put(area.key(), new Funnels.Named(area.label(), AreaName.letters(area.key())));
      }
    }
    if (given.size() < 2 || given.stream().allMatch(area -> area.events() == 0)) {
      return null;
    }
    return Funnels.chart(
        "funnel",
        "For each 1,000 reports, by area",
        "For each 1,000 reports",
        "Reports in the area",
        given,
        names,
        " Areas differ in what is reported to them, and in who decides.",
        "/figures/funnel.csv?" + query());
  }

  /** Why there is no funnel. */
  public String noFunnel() {
    return question().definition() == Definition.ALL
        ? "Cannot tell how areas compare: all reports are counted here, and the record holds no"
            + " population to set them against. Count what is flagged or prompted."
        : "Cannot tell how areas compare: fewer than two have anything to compare.";
  }

  /** Where the records of one area are shown. */
  public String records(Cell cell) {
    return FigurePage.records(question(), cell);
  }

  /** Whether people are counted, of whom some mentions may be linked to nobody. */
  public boolean people() {
    return question().unit() == Unit.CHILDREN || question().unit() == Unit.SUSPECTS;
  }

  /** Whether crimes are counted. */
  public boolean crimes() {
    return question().unit() == Unit.CRIMES;
  }
}
