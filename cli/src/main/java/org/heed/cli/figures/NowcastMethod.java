package org.heed.cli.figures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.heed.figures.RefusedInput;
import org.heed.figures.runoff.Backtest;
import org.heed.figures.runoff.Nowcast;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What late reports will make of recent periods, by gamma filters (Harvey and Fernandes 1989); and
 * on request what the same would have said at past days, beside what came.
 */
final class NowcastMethod implements Method {
  private static final int MOST_BACKTESTS = 1_000;
  private static final int MOST_AGES = 6;

  @Override
  public ObjectNode answer(Fields in) {
    List<Nowcast.Event> events = new ArrayList<>();
    for (JsonNode node : in.list("events")) {
      String name = "events[" + events.size() + "]";
      List<JsonNode> dates = Fields.list(node, name);
      RefusedInput.unless(dates.size() == 2, name, "must be when it occurred and was reported");
      events.add(new Nowcast.Event(date(dates.get(0), name), date(dates.get(1), name)));
    }
    LocalDate now = date(in.node("now"), "now");
    Nowcast nowcast = Nowcast.of(events, now, in.small("max_delay_days"), in.level());
    ObjectNode out = Answer.object();
    ArrayNode periods = out.putArray("periods");
    for (Nowcast.Period period : nowcast.periods()) {
      ObjectNode each = periods.addObject();
      each.put("at", period.at().toString());
      each.put("reported", period.reported());
      each.put("estimate", period.estimate());
      each.put("lower", (long) period.interval().lower());
      each.put("upper", (long) period.interval().upper());
    }
    out.put("period_days", nowcast.unitDays());
    if (in.has("backtests")) {
      out.set("backtest", backtest(in, events, now, nowcast));
    }
    return out;
  }

  /** At the last days by which everything up to the longest delay is in by now, a period apart. */
  private static ObjectNode backtest(
      Fields in, List<Nowcast.Event> events, LocalDate now, Nowcast nowcast) {
    int runs = in.small("backtests");
    RefusedInput.unless(
        runs >= 1 && runs <= MOST_BACKTESTS, "backtests", "must be 1 to " + MOST_BACKTESTS);
    int longest = in.small("max_delay_days");
    List<LocalDate> days = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      days.addFirst(now.minusDays(longest + (long) run * nowcast.unitDays()));
    }
    int ages = Math.min(MOST_AGES, nowcast.periods().size());
    List<Nowcast.Event> known =
        events.stream().filter(event -> !event.reported().isAfter(now)).toList();
    Backtest backtest = Backtest.of(known, days, longest, ages, in.level());
    ObjectNode out = Answer.object();
    out.put("runs", backtest.runs());
    out.put("coverage", backtest.coverage());
    out.put("width", backtest.width());
    ArrayNode byAge = out.putArray("ages");
    for (Backtest.Age age : backtest.ages()) {
      byAge
          .addObject()
          .put("error", age.error())
          .put("error_of_reported", age.rawError())
          .put("coverage", age.coverage())
          .put("width", age.width());
    }
    return out;
  }

  private static LocalDate date(JsonNode node, String name) {
    try {
      return LocalDate.parse(node.asString());
    } catch (DateTimeParseException e) {
      throw new RefusedInput(name, "has no date like 2017-03-09");
    }
  }
}
