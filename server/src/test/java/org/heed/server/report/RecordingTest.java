package org.heed.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.heed.server.ChangedRulebook;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.Recogniser;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

class RecordingTest {
  private ServerFixture server;
  private ReportDesk desk;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    desk = new ReportDesk(server.acts(), new ReportStore(server.databases()), List.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewReport report(String reference, String narrative) {
    return SampleReport.of(
        "test",
        reference,
        ReportKind.MISSING_EPISODE,
        NoticeRoute.CHILD,
        "AV",
        narrative,
        null,
        null,
        null,
        null,
        List.of());
  }

  @Test
  void newReport_isOneEntryWithItsFacts() throws Exception {
    Caller officer = server.someone(Right.RECORD, Right.READ);
    Recorded recorded = desk.record(officer, report("1", "Missing since Friday evening."));
    assertThat(recorded.outcome()).isEqualTo(Recorded.Outcome.NEW);
    assertThat(server.count("select count(*) from ledger.entry")).isEqualTo(1);
    assertThat(server.count("select rows from ledger.entry")).isEqualTo(3);
    assertThat(server.sequencer().settle()).isEqualTo(1);
    assertThat(server.sequencer().settle()).isZero();
    assertThat(server.count("select count(*) from ledger.leaf")).isEqualTo(1);
  }

  /** Ten years by the shipped rulebook, five by one that was changed. */
  @Test
  void dayOfReview_isByTheRulebook_whereItsSourceNamesNone(@TempDir Path folder) throws Exception {
    RulebookInForce five =
        ChangedRulebook.in(folder, "limits.yaml", "within: 120 months", "within: 60 months");
    server.clock().set(Instant.parse("2026-03-02T10:00:00Z"));
    desk =
        new ReportDesk(
            server.acts(),
            new ReportStore(server.databases()),
            List.of(),
            new Recogniser(five, List.of()));
    desk.record(server.someone(Right.RECORD), report("1", "Missing since Friday evening."));
    assertThat(
            server.count(
                "select count(*) from record.report_version where review_on = '2031-03-02'"))
        .isEqualTo(1);
  }

  @Test
  void sameContent_changesNothing_otherContentIsAVersion() {
    Caller officer = server.someone(Right.RECORD, Right.READ);
    Recorded first = desk.record(officer, report("1", "Missing since Friday evening."));
    Recorded again = desk.record(officer, report("1", "Missing since Friday evening."));
    Recorded changed = desk.record(officer, report("1", "Missing since Thursday evening."));
    assertThat(again).isEqualTo(new Recorded(first.report(), 1, Recorded.Outcome.SAME));
    assertThat(changed).isEqualTo(new Recorded(first.report(), 2, Recorded.Outcome.CHANGED));
    assertThat(server.count("select count(*) from ledger.entry")).isEqualTo(2);
  }

  @Test
  void amendedReportBeforeANewOne_goInTogether() {
    Caller officer = server.someone(Right.RECORD, Right.READ);
    desk.record(officer, report("1", "Missing since Friday evening."));
    List<Recorded> both =
        desk.record(
            officer,
            List.of(
                report("1", "Missing since Thursday evening."),
                report("2", "Missing since Monday evening.")));
    assertThat(both)
        .extracting(Recorded::outcome)
        .containsExactly(Recorded.Outcome.CHANGED, Recorded.Outcome.NEW);
  }

  @Test
  void whoMayNotRecord_isRefusedByTheApplicationAndByTheDatabase() {
    Caller analyst = server.someone(Right.FIGURES);
    assertThatThrownBy(() -> desk.record(analyst, report("1", "text"))).isInstanceOf(Refused.class);
    assertThat(server.count("select count(*) from record.report")).isZero();
  }

  /** Recorded often enough for its statements to be kept prepared. */
  @Test
  void refusedFact_leavesNothingOfItsReport() {
    Caller officer = server.someone(Right.RECORD, Right.READ);
    WhenReportRecorded unknownReport =
        (act, event) -> {
          if (event.content().narrative().startsWith("Refused")) {
            act.add(Tables.READING, act.newId(), 1, "rulebook", null, null);
          } else {
            act.add(Tables.READING, event.report(), 1, "rulebook", null, null);
          }
        };
    ReportDesk reading =
        new ReportDesk(server.acts(), new ReportStore(server.databases()), List.of(unknownReport));
    for (int i = 0; i < 12; i++) {
      reading.record(officer, report("kept " + i, "Missing since Friday evening."));
      NewReport refused = report("refused " + i, "Refused by the database.");
      assertThatThrownBy(() -> reading.record(officer, refused))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("row-level security");
    }
    assertThat(server.count("select count(*) from record.report")).isEqualTo(12);
    assertThat(server.count("select count(*) from record.reading")).isEqualTo(12);
    assertThat(server.count("select count(*) from ledger.entry")).isEqualTo(12);
    assertThat(server.count("select count(*) from ledger.salt")).isEqualTo(12);
  }

  @Test
  void referenceOfAReportOneMayNotSee_isNeitherRecordedTwiceNorAmended() {
    Caller officer = server.someone("norchester", List.of("AV"), Right.RECORD);
    Caller other = server.someone("school", List.of("AV"), Right.RECORD);
    desk.record(officer, report("1", "Missing since Friday evening."));
    assertThatThrownBy(() -> desk.record(other, report("1", "Missing since Thursday evening.")))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(server.count("select count(*) from record.report_version")).isEqualTo(1);
    assertThat(server.count("select count(*) from ledger.entry")).isEqualTo(1);
  }

  @Test
  void otherArea_isRefused_whetherTheReportIsNewOrKnown() {
    Caller elsewhere = server.someone("norchester", List.of("BR"), Right.RECORD, Right.READ);
    assertThatThrownBy(() -> desk.record(elsewhere, report("1", "Missing since Friday evening.")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(Refused.Code.NOT_ALLOWED));
    assertThat(server.count("select count(*) from ledger.entry")).isZero();
  }

  @Test
  void endedSession_isRefused() {
    Caller officer = server.someone(Right.RECORD);
    server.asOwner("update access.session set expires_at = now() - interval '1 second'");
    assertThatThrownBy(() -> desk.record(officer, report("1", "text")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(Refused.Code.NOT_SIGNED_IN));
  }
}
