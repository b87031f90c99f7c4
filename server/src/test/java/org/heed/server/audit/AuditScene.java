package org.heed.server.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.report.ReportStore;
import org.heed.server.report.SampleReport;
import org.heed.server.store.Acts;

/**
 * Nine weeks of looking by three investigators: steady ones, and one who opened forty reports in
 * the last week, two of them outside the area they work in.
 */
final class AuditScene {
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private static final int WEEKS = 8;

  final ServerFixture server;
  final Caller auditor;
  final Caller recorder;
  final Caller busy;
  final Caller steady;
  final List<UUID> reports = new ArrayList<>();

  AuditScene(ServerFixture server) throws SQLException {
    this.server = server;
    server.clock().set(NOW.minus(Duration.ofDays(7L * WEEKS + 3)));
    auditor = server.someone(Right.AUDIT, Right.PSEUDONYMISED, Right.FIGURES);
    recorder = server.someone(Right.RECORD, Right.READ);
    busy = server.someone("norchester", List.of("AV"), Right.RECORD, Right.READ);
    steady = server.someone("norchester", List.of("AV"), Right.RECORD, Right.READ);
    Caller third = server.someone("norchester", List.of("AV"), Right.RECORD, Right.READ);
    for (Caller one : List.of(busy, steady, third)) {
      role(one);
    }
    ReportDesk desk = new ReportDesk(server.acts(), new ReportStore(server.databases()), List.of());
    for (int i = 0; i < 40; i++) {
      reports.add(desk.record(recorder, report(i, i < 38 ? "AV" : "BW")).report());
    }
    for (int week = 0; week < WEEKS; week++) {
      open(busy, 5);
      open(steady, 12);
      open(third, 12);
      server.clock().pass(Duration.ofDays(7));
    }
    open(steady, 12);
    open(third, 14);
    open(busy, 40);
    server.sequencer().settle();
    server.clock().set(NOW);
  }

  private void open(Caller who, int many) {
    for (UUID report : reports.subList(0, many)) {
      server.acts().look(who, "report.opened", "review", () -> Acts.Seen.one("", report));
    }
  }

  private void role(Caller who) {
    server.asOwner(
        "insert into access.role_grant (entry, ordinal, account, seq, role, area, granted, reason)"
            + " values (gen_random_uuid(), 0, '"
            + who.account()
            + "', 1, 'investigator', 'AV', true, 'Posted.')");
  }

  private static NewReport report(int number, String area) {
    return SampleReport.of(
        "test",
        "A" + number,
        ReportKind.MISSING_EPISODE,
        NoticeRoute.CHILD,
        area,
        "Missing since Friday evening.",
        null,
        null,
        null,
        null,
        List.of());
  }
}
