package org.heed.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.linkage.thing.ThingKey;
import org.heed.server.access.Caller;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;

/** A report as facts. */
final class ReportFacts {
  private ReportFacts() {}

  /**
   * Adds a version.
   *
   * @param sent of what the source sent last, to know a repeat by
   * @param retention by which holding it is reviewed where its source does not say when
   */
  static ReportDesk.Named add(
      Act act, UUID id, int version, NewReport report, Digest sent, RetentionRule retention) {
    Caller caller = act.caller();
    if (version == 1) {
      act.add(
          Tables.REPORT,
          id,
          report.source(),
          report.reference(),
          report.area(),
          caller.agency(),
          caller.account());
    }
    Instant recordedAt = report.recordedAt() == null ? act.at() : report.recordedAt();
    LocalDate review =
        report.reviewOn() == null
            ? retention.reviewOn(LocalDate.ofInstant(act.at(), ZoneOffset.UTC))
            : report.reviewOn();
    act.add(
        Tables.REPORT_VERSION,
        id,
        version,
        report.kind().code(),
        report.route() == null ? null : report.route().code(),
        report.area(),
        micros(report.occurredFrom()),
        micros(report.occurredTo()),
        micros(report.reportedAt()),
        micros(recordedAt),
        report.offence(),
        report.policingPurpose(),
        review,
        report.grading(),
        report.sourceSystem(),
        report.reason(),
        report.things() == null ? null : report.things().size());
    act.add(Tables.NARRATIVE, id, version, report.narrative(), sent.bytes());
    List<UUID> mentions = new ArrayList<>(report.people().size());
    for (NewMention person : report.people()) {
      UUID mention = act.newId();
      mentions.add(mention);
      act.add(
          Tables.MENTION,
          mention,
          id,
          person.role().code(),
          person.givenName(),
          person.familyName(),
          person.dateOfBirth(),
          person.statedAge(),
          person.sex(),
          person.ethnicity(),
          person.ethnicityBasis(),
          person.nationality(),
          person.sourceKey(),
          version);
    }
    return new ReportDesk.Named(mentions, things(act, id, version, report));
  }

  private static List<UUID> things(Act act, UUID report, int version, NewReport content) {
    List<UUID> mentions = new ArrayList<>();
    for (NewThing thing : Objects.requireNonNullElse(content.things(), List.<NewThing>of())) {
      UUID mention = act.newId();
      mentions.add(mention);
      ThingKey key = ThingKey.of(thing.kind(), thing.written(), thing.detail());
      act.add(
          Tables.THING_MENTION,
          mention,
          report,
          version,
          thing.kind().code(),
          thing.written(),
          thing.detail(),
          key.exact(),
          key.loose(),
          thing.sourceKey());
      for (String piece : key.pieces()) {
        act.add(Tables.THING_PIECE, mention, report, thing.kind().code(), piece);
      }
    }
    return mentions;
  }

  private static @Nullable Instant micros(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }
}
