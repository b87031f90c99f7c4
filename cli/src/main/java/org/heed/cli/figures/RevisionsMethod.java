package org.heed.cli.figures;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.figures.RefusedInput;
import org.heed.figures.published.RevisionTriangle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How successive releases revised the same months, by recorded date: factors either side of 1. */
final class RevisionsMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    List<YearMonth> releases = new ArrayList<>();
    in.list("releases").forEach(release -> releases.add(month(release.asString(), "releases")));
    RefusedInput.unless(releases.size() >= 2, "releases", "must be at least two");
    List<RevisionTriangle.Row> rows = new ArrayList<>();
    for (Fields month : in.objects("months")) {
      List<Optional<Long>> counts = new ArrayList<>();
      for (JsonNode count : month.list("counts")) {
        counts.add(count.isNull() ? Optional.empty() : Optional.of(Fields.whole(count, "counts")));
      }
      RefusedInput.unless(
          counts.size() == releases.size(), "counts", "must be one for each release");
      rows.add(RevisionTriangle.Row.of(month(month.text("month"), "month"), counts));
    }
    RefusedInput.unless(!rows.isEmpty(), "months", "are none");
    return answer(new RevisionTriangle(releases, rows));
  }

  private static ObjectNode answer(RevisionTriangle triangle) {
    YearMonth first = triangle.rows().getFirst().month();
    YearMonth last = first;
    for (RevisionTriangle.Row row : triangle.rows()) {
      first = row.month().isBefore(first) ? row.month() : first;
      last = row.month().isAfter(last) ? row.month() : last;
    }
    ObjectNode out = Answer.object();
    ArrayNode between = out.putArray("between");
    for (int i = 1; i < triangle.releases().size(); i++) {
      YearMonth from = triangle.releases().get(i - 1);
      YearMonth to = triangle.releases().get(i);
      ObjectNode one = between.addObject().put("from", from.toString()).put("to", to.toString());
      put(one, triangle.between(from, to, first, last));
    }
    ArrayNode byAge = out.putArray("by_age");
    for (RevisionTriangle.Band band : triangle.byAge()) {
      ObjectNode one = byAge.addObject().put("over_months", band.fromAge());
      put(one, band.all());
      Answer.put(one, "least", band.least());
      Answer.put(one, "most", band.most());
    }
    return out;
  }

  private static void put(ObjectNode out, RevisionTriangle.Revision made) {
    out.put("months", made.months()).put("before", made.before()).put("after", made.after());
    Answer.put(out, "factor", made.factor());
    out.put("rose", made.rose()).put("fell", made.fell());
  }

  private static YearMonth month(String text, String name) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new RefusedInput(name, "must be months like 2026-11");
    }
  }
}
