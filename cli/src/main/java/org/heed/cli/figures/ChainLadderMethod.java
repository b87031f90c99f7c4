package org.heed.cli.figures;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.runoff.ChainLadder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The chain ladder with standard errors (Mack 1993). */
final class ChainLadderMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    List<double[]> rows = new ArrayList<>();
    for (JsonNode row : in.list("cumulative")) {
      rows.add(row(row, "cumulative[" + rows.size() + "]"));
    }
    ChainLadder ladder = ChainLadder.of(rows);
    ObjectNode out = Answer.object();
    out.set("ultimate", Answer.numbers(ladder.ultimate()));
    out.set("reserve", Answer.numbers(ladder.reserve()));
    out.set("se", Answer.numbers(ladder.se()));
    Answer.put(out, "total_reserve", ladder.totalReserve());
    Answer.put(out, "total_se", ladder.totalSe());
    out.set("factors", Answer.numbers(ladder.factors()));
    out.set("sigma2", Answer.numbers(ladder.sigma2()));
    if (!ladder.notes().isEmpty()) {
      ladder.notes().forEach(out.putArray("notes")::add);
    }
    return out;
  }

  /** A row, without the empty cells that a square table has after what is known. */
  private static double[] row(JsonNode row, String name) {
    List<JsonNode> cells = new ArrayList<>(Fields.list(row, name));
    while (!cells.isEmpty() && cells.getLast().isNull()) {
      cells.removeLast();
    }
    return cells.stream().mapToDouble(cell -> Fields.number(cell, name)).toArray();
  }
}
