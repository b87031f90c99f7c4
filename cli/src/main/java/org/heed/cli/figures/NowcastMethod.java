package org.heed.cli.figures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.heed.figures.RefusedInput;
import org.heed.figures.runoff.Nowcast;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What late reports will make of recent periods, by a gamma filter (Harvey and Fernandes 1989). */
final class NowcastMethod implements Method {
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
    return out.put("period_days", nowcast.unitDays());
  }

  private static LocalDate date(JsonNode node, String name) {
    try {
      return LocalDate.parse(node.asString());
    } catch (DateTimeParseException e) {
      throw new RefusedInput(name, "has no date like 2017-03-09");
    }
  }
}
