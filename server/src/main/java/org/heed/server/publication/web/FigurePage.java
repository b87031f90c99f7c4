package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.uncertainty.PoissonInterval;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.By;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Change;
import org.heed.server.publication.Coded;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Unit;
import org.heed.server.web.Chart;
import org.heed.server.web.Choice;
import org.heed.server.web.FigureCard;
import org.heed.server.web.Page;
import org.heed.server.web.Tile;
import org.heed.server.web.Words;

/**
 * The model of {@code figure/figures.jte}.
 *
 * @param change where the arithmetic of the change lies
 * @param all the areas to choose from
 * @param knownOn the day typed for "as known at", or empty
 */
public record FigurePage(
    Page page, Figure figure, Change change, List<String> all, String knownOn) {

  /** Copies. */
  public FigurePage {
    all = List.copyOf(all);
  }

  private Question question() {
    return figure.question();
  }

  /** The parameters of this question. */
  public String query() {
    return QuestionText.query(question());
  }

  /** The figure above all. */
  public FigureCard card() {
    return new FigureCard(
        "headline",
        FigureWords.counted(question()),
        Words.number(figure.total().count()),
        FigureWords.scope(question()),
        FigureWords.interval(figure.total().count()),
        FigureWords.facts(figure, change),
        FigureWords.known(figure),
        "/figures/records?" + query());
  }

  /** Whether there is nothing at all. */
  public boolean empty() {
    return figure.total().count() == 0
        && figure.before().count() == 0
        && figure.notKnown().count() == 0;
  }

  /** Counts by period, or by area. */
  public Chart chart() {
    List<Chart.Point> points = new ArrayList<>();
    for (Cell cell : figure.cells()) {
      Interval interval = PoissonInterval.of(cell.tally().count());
      points.add(Chart.Point.of((double) cell.tally().count(), interval.lower(), interval.upper()));
    }
    String by = question().by().title();
    return new Chart(
        "series",
        question().by() == By.AREA ? Chart.Shape.BAR : Chart.Shape.LINE,
        FigureWords.counted(question()) + " by " + by.toLowerCase(java.util.Locale.ROOT),
        says(),
        FigureWords.counted(question()),
        by,
        figure.cells().stream().map(Cell::label).toList(),
        List.of(new Chart.Series("Count", points)),
        List.of(),
        "/figures/series.csv?" + query());
  }

  private String says() {
    Cell most = null;
    Cell least = null;
    for (Cell cell : figure.cells()) {
      most = most == null || cell.tally().count() > most.tally().count() ? cell : most;
      least = least == null || cell.tally().count() < least.tally().count() ? cell : least;
    }
    if (most == null || least == null) {
      return "Nothing to draw.";
    }
    return "Highest: "
        + most.label()
        + " with "
        + Words.number(most.tally().count())
        + ". Lowest: "
        + least.label()
        + " with "
        + Words.number(least.tally().count())
        + ". The lines through the points are exact 95% intervals of each count.";
  }

  /** The areas. */
  public List<Tile> tiles() {
    return TileMap.of(figure.areas());
  }

  /** Where the records of one cell are shown. */
  public String records(Cell cell) {
    Question q = question();
    if (cell.first() == null || cell.last() == null) {
      return "/figures/records?" + query() + "&part=" + QuestionText.encoded(cell.key());
    }
    Question narrow =
        new Question(
            q.unit(),
            q.definition(),
            q.area(),
            q.by(),
            q.clock(),
            cell.first(),
            cell.last(),
            q.knownAt());
    return "/figures/records?" + QuestionText.query(narrow);
  }

  /** Whether people are counted, of whom some mentions may be linked to nobody. */
  public boolean people() {
    return question().unit() == Unit.CHILDREN || question().unit() == Unit.SUSPECTS;
  }

  /** Whether crimes are counted. */
  public boolean crimes() {
    return question().unit() == Unit.CRIMES;
  }

  public List<Choice> units() {
    return choices(Unit.values(), question().unit());
  }

  public List<Choice> definitions() {
    return choices(Definition.values(), question().definition());
  }

  public List<Choice> bys() {
    return choices(By.values(), question().by());
  }

  public List<Choice> clocks() {
    return choices(Dated.values(), question().clock());
  }

  /** Every area, or one. */
  public List<Choice> areas() {
    String chosen = question().area() == null ? "" : question().area();
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", "Every area").chosen(chosen));
    all.forEach(code -> choices.add(Choice.of(code, AreaName.of(code)).chosen(chosen)));
    return choices;
  }

  private static List<Choice> choices(Coded[] all, Coded chosen) {
    return Arrays.stream(all)
        .map(each -> Choice.of(each.code(), each.title()).chosen(chosen.code()))
        .toList();
  }
}
