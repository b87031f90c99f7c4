package org.heed.server.person;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heed.server.report.NewMention;
import org.heed.server.report.ReportRecorded;
import org.heed.server.report.WhenReportRecorded;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.springframework.stereotype.Component;

/**
 * Keeps whom a report's mentions mean, and do not mean, when the report is amended: where the
 * source names the person by the same key, or, without keys, where the one mention says word for
 * word who the other is. Whatever is less certain than that is left for a person to say.
 */
@Component
public final class KeptLinks implements WhenReportRecorded {
  private final PersonStore store;

  public KeptLinks(PersonStore store) {
    this.store = store;
  }

  @Override
  public void recorded(Act act, ReportRecorded event) {
    if (event.version() == 1) {
      return;
    }
    List<PersonStore.Meant> before = store.meant(event.report(), event.version());
    List<NewMention> people = event.content().people();
    for (int i = 0; i < people.size() && !before.isEmpty(); i++) {
      NewMention now = people.get(i);
      List<PersonStore.Meant> same =
          before.stream().filter(meant -> meant.said().saysSameAs(now)).toList();
      boolean alone = people.stream().filter(other -> other.saysSameAs(now)).count() == 1;
      if (alone && same.stream().map(PersonStore.Meant::mention).distinct().count() == 1) {
        keep(act, event, event.mentions().get(i), same);
      }
    }
  }

  private static void keep(
      Act act, ReportRecorded event, UUID mention, List<PersonStore.Meant> links) {
    String reason =
        String.format(
            Locale.ROOT,
            "Kept from version %d of the report, which names the same person.",
            event.version() - 1);
    int seq = 0;
    for (PersonStore.Meant link : links) {
      if (link.person() != null) {
        act.concerns(link.person());
        act.add(
            Tables.MENTION_PERSON,
            mention,
            event.report(),
            link.person(),
            link.same(),
            ++seq,
            reason,
            null,
            null);
      }
    }
  }
}
