package org.heed.cli.record;

import org.heed.figures.Interval;
import org.heed.figures.uncertainty.RateRatio;
import org.heed.figures.uncertainty.TippingPoint;
import org.heed.server.publication.By;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Comparison;
import org.heed.server.publication.Figure;
import org.heed.server.publication.Question;
import org.heed.server.publication.SettledFigure;
import org.heed.server.publication.Tally;
import org.heed.server.publication.Unit;
import org.heed.server.store.Coded;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to a question as JSON. It says nothing about when it was asked, so that the same
 * question about the same moment has the same bytes.
 */
final class FigureAnswer {
  private FigureAnswer() {}

  static ObjectNode json(SettledFigure settled) {
    Figure figure = settled.figure();
    Question question = figure.question();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("question", QuestionFile.json(question));
    coded(json.putObject("unit"), question.unit());
    coded(json.putObject("definition"), question.definition());
    json.put("rulebook", figure.rulebook());
    tally(json, figure.total(), question.unit());
    ObjectNode before = json.putObject("before");
    before.put("from", question.firstDayBefore().toString());
    before.put("to", question.lastDayBefore().toString());
    tally(before, figure.before(), question.unit());
    comparison(json, figure.comparison());
    cells(json.putArray("cells"), figure, question.unit());
    missing(json.putObject("missing"), figure);
    ObjectNode known = json.putObject("known");
    known.put("at", figure.knownAt().toString());
    known.put("entries", settled.horizon().size());
    known.put("settled_at", String.valueOf(settled.horizon().settledAt()));
    ObjectNode lineage = json.putObject("lineage");
    lineage.put("records", settled.records().count());
    lineage.put("sha256", settled.records().digest());
    return json;
  }

  private static void coded(ObjectNode json, Coded choice) {
    json.put("code", choice.code());
    json.put("title", choice.title());
  }

  /** The count and, where the unit has such, what was kept out of it. */
  private static void tally(ObjectNode json, Tally tally, Unit unit) {
    json.put("count", tally.count());
    if (unit == Unit.CRIMES) {
      json.put("cancelled", tally.cancelled());
      json.put("kept_apart", tally.apart());
    }
  }

  private static void comparison(ObjectNode json, Comparison comparison) {
    RateRatio ratio = comparison.ratio();
    TippingPoint tipping = comparison.tipping();
    if (ratio == null || tipping == null) {
      json.putNull("ratio");
      json.putNull("break_even");
      return;
    }
    interval(json.putObject("ratio").put("estimate", ratio.ratio()), ratio.interval());
    interval(json.putObject("break_even").put("estimate", tipping.breakEven()), tipping.interval());
  }

  private static void interval(ObjectNode json, Interval interval) {
    json.put("lower", interval.lower());
    json.put("upper", interval.upper());
    json.put("level", interval.level());
  }

  private static void cells(ArrayNode cells, Figure figure, Unit unit) {
    boolean areas = figure.question().by() == By.AREA;
    for (Cell cell : figure.cells()) {
      ObjectNode json = cells.addObject();
      json.put(areas ? "area" : "period", cell.key());
      json.put("label", cell.label());
      if (!areas) {
        json.put("from", String.valueOf(cell.first()));
        json.put("to", String.valueOf(cell.last()));
      }
      tally(json, cell.tally(), unit);
    }
  }

  /** What may belong to the count and cannot be placed. */
  private static void missing(ObjectNode json, Figure figure) {
    Unit unit = figure.question().unit();
    json.put("no_date_by_this_clock", figure.notKnown().count());
    if (unit == Unit.CHILDREN || unit == Unit.SUSPECTS) {
      json.put("mentions_linked_to_nobody", figure.total().notLinked());
      json.put("mentions_linked_to_nobody_without_date", figure.notKnown().notLinked());
    }
  }
}
