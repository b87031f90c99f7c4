package org.heed.server.thing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportRecorded;
import org.heed.server.report.WhenReportRecorded;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.springframework.stereotype.Component;

/**
 * Keeps what a report's things are said to be, and not to be, when it is amended and says them
 * again.
 */
@Component
public final class KeptThings implements WhenReportRecorded {
  private final ThingStore store;

  public KeptThings(ThingStore store) {
    this.store = store;
  }

  @Override
  public void recorded(Act act, ReportRecorded event) {
    List<NewThing> now = event.content().things();
    if (event.version() == 1 || now == null || now.isEmpty()) {
      return;
    }
    List<ThingStore.Decision> before = store.before(event.report(), event.version());
    for (int i = 0; i < now.size() && !before.isEmpty(); i++) {
      NewThing thing = now.get(i);
      List<ThingStore.Decision> same =
          before.stream().filter(decision -> decision.said().saysSameAs(thing)).toList();
      boolean alone = now.stream().filter(other -> other.saysSameAs(thing)).count() == 1;
      if (alone && same.stream().map(ThingStore.Decision::mention).distinct().count() == 1) {
        keep(act, event, event.things().get(i), same);
      }
    }
  }

  private static void keep(
      Act act, ReportRecorded event, UUID mention, List<ThingStore.Decision> decisions) {
    int seq = 0;
    for (ThingStore.Decision decision : decisions) {
      act.concerns(Objects.requireNonNullElse(decision.thing(), event.report()));
      act.add(
          Tables.MENTION_THING,
          mention,
          event.report(),
          decision.thing(),
          decision.other(),
          decision.same(),
          ++seq,
          String.format(
              Locale.ROOT,
              "Kept from version %d of the report, which writes the same.",
              event.version() - 1),
          decision.because());
    }
  }
}
