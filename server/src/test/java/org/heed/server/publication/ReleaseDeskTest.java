package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseDeskTest {
  private static final Instant MAY = Instant.parse("2026-05-12T10:00:00Z");
  private static final List<Integer> MONTHS = List.of(9, 12, 3, 8);

  @TempDir Path data;

  private ServerFixture server;
  private ReleaseDesk desk;
  private Caller analyst;
  private Caller registrar;

  @BeforeEach
  void start() throws SQLException {
    RulebookInForce rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
    server = ServerFixture.create();
    RecordServices services =
        RecordServices.of(server.databases(), server.time(), server.ids(), rulebook, new Random(7));
    Figures figures =
        new Figures(
            server.acts(),
            new FigureStore(server.databases()),
            CountedRecord.of(server.databases()),
            null,
            new KnownPositions(server.databases()),
            rulebook,
            server.time());
    desk =
        new ReleaseDesk(
            server.acts(), figures, new ReleaseStore(server.databases()), data, server.time());
    analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);
    registrar = server.someone(Right.FIGURES, Right.PSEUDONYMISED, Right.REGISTER);
    Caller team = server.someone(Right.RECORD, Right.READ);
    int reference = 0;
    for (int month = 0; month < MONTHS.size(); month++) {
      for (int i = 0; i < MONTHS.get(month); i++) {
        Instant at = MAY.atZone(java.time.ZoneOffset.UTC).plusMonths(month).toInstant();
        services.reports().record(team, report(++reference, at, i % 2 == 0));
      }
    }
    server.sequencer().settle();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewReport report(int reference, Instant at, boolean greyport) {
    return new NewReport(
        "test",
        Integer.toString(reference),
        ReportKind.CRIME_REPORT,
        NoticeRoute.CHILD,
        greyport ? "greyport" : "fernley",
        "Missing since Friday evening, found with older adults at a hotel.",
        at,
        at,
        at,
        at,
        null,
        null,
        null,
        "safeguarding",
        null,
        null,
        List.of());
  }

  private static Question question(By by, String from, String to) {
    return new Question(
        Unit.REPORTS,
        Definition.ALL,
        null,
        by,
        Dated.RECORDED,
        LocalDate.parse(from),
        LocalDate.parse(to),
        null);
  }

  private static ReleaseRequest request(String id, Question... questions) {
    List<ReleaseRequest.Named> named =
        java.util.stream.IntStream.range(0, questions.length)
            .mapToObj(i -> new ReleaseRequest.Named("table-" + (i + 1), questions[i]))
            .toList();
    return new ReleaseRequest(id, "Reports of 2026", "Norchester Constabulary", 5, named);
  }

  private static ReleaseRequest months(String id) {
    return request(id, question(By.MONTH, "2026-05-01", "2026-08-31"));
  }

  @Test
  void preview_hidesTheSmallCountWithAnother_andKeepsNothing() {
    ReleaseDesk.Preview preview = desk.preview(analyst, months("first"));
    assertThat(preview.audit()).hasSizeGreaterThan(1);
    assertThat(preview.audit())
        .filteredOn(each -> each.small())
        .allMatch(each -> each.knowing().width() > 0);
    assertThat(desk.list(analyst)).isEmpty();
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void releaseThatGivesASmallCountAway_isRefusedByItsCell_andNotKept() {
    ReleaseRequest leaking = request("leaks", question(By.MONTH, "2026-07-01", "2026-07-31"));
    assertThatThrownBy(() -> desk.preview(analyst, leaking))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("2026-07-01");
    assertThatThrownBy(() -> desk.propose(analyst, leaking)).isInstanceOf(Refused.class);
    assertThat(desk.list(analyst)).isEmpty();
    assertThat(server.count("select count(*) from record.release")).isZero();
  }

  @Test
  void whoProposed_neverSigns_andWhoSigns_opensTheFiles() {
    desk.propose(registrar, months("first"));
    assertThatThrownBy(() -> desk.decide(registrar, "first", true, "Checked"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("somebody else");
    assertThatThrownBy(() -> desk.decide(analyst, "first", true, "Checked"))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> desk.files(analyst, "first"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not signed");
    Caller other = server.someone(Right.REGISTER);
    desk.decide(other, "first", true, "Checked against the record");
    ReleaseStanding signed = desk.get(analyst, "first");
    assertThat(signed.signed()).isTrue();
    assertThat(desk.files(analyst, "first").keySet())
        .contains(
            "table-1.csv", "csv-metadata.json", "datapackage.json", "first.xlsx", "index.html")
        .contains(ReleaseKey.NOTE, ReleaseKey.PUBLIC);
    assertThatThrownBy(() -> desk.decide(other, "first", false, "On reflection"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("decided");
    assertThat(server.count("select count(*) from ledger.entry where kind = 'release.signed'"))
        .isEqualTo(1);
  }

  @Test
  void countThatARelease_firstPublished_isRememberedUnlessItWasHidden() {
    Question all = question(By.MONTH, "2026-05-01", "2026-06-30");
    assertThat(desk.first(analyst, all)).isEmpty();
    desk.propose(analyst, months("first"));
    assertThat(desk.first(analyst, all)).as("proposed is not published").isEmpty();
    desk.decide(registrar, "first", true, "Checked");
    Question june = question(By.QUARTER, "2026-06-01", "2026-06-30");
    Question july = question(By.MONTH, "2026-07-01", "2026-07-31");
    assertThat(
            desk.first(analyst, june)
                .or(() -> desk.first(analyst, question(By.MONTH, "2026-05-01", "2026-05-31"))))
        .hasValueSatisfying(first -> {
          assertThat(first.release()).isEqualTo("first");
          assertThat(first.count()).isIn(9L, 12L);
        });
    assertThat(desk.first(analyst, july)).as("hidden").isEmpty();
    assertThat(desk.first(analyst, june.of(Unit.CRIMES))).as("of another unit").isEmpty();
    assertThat(desk.first(analyst, question(By.MONTH, "2026-06-02", "2026-06-30")))
        .as("of a part of a month")
        .isEmpty();
  }

  @Test
  void databaseItself_refusesTheProposersSignature() {
    desk.propose(registrar, months("first"));
    assertThatThrownBy(() ->
            server
                .acts()
                .changing(
                    registrar,
                    "release.signed",
                    act ->
                        act.add(
                            org.heed.server.store.Tables.RELEASE_DECISION,
                            "first",
                            true,
                            "Checked",
                            null,
                            registrar.account(),
                            server.time().instant())))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void signedRelease_hasTheSameBytes_whenTheRecordsAreGone() {
    desk.propose(analyst, months("first"));
    desk.decide(registrar, "first", true, "Checked");
    SortedMap<String, byte[]> before = desk.files(analyst, "first");
    server.asOwner("delete from record.report_version");
    SortedMap<String, byte[]> after = desk.files(analyst, "first");
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
    assertThat(new String(after.getOrDefault("table-1.csv", new byte[0]), StandardCharsets.UTF_8))
        .contains(",,c");
  }

  @Test
  void whatWasFrozen_changedOnDisk_isGivenToNobody() throws IOException {
    desk.propose(analyst, months("first"));
    desk.decide(registrar, "first", true, "Checked");
    Path frozen = data.resolve("releases/first/contributions.json");
    Files.writeString(frozen, Files.readString(frozen).replace("\"count\":12", "\"count\":13"));
    assertThatThrownBy(() -> desk.files(analyst, "first"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not what was proposed");
    assertThatThrownBy(() -> desk.frozen(analyst, "first")).isInstanceOf(Refused.class);
  }

  @Test
  void declinedRelease_hasNoFiles_andHoldsNothingBack() {
    desk.propose(analyst, months("first"));
    // Together with the first, areas of July alone would be other tables of the same count.
    desk.decide(registrar, "first", false, "The title misleads");
    assertThat(desk.get(analyst, "first").declined()).isTrue();
    assertThatThrownBy(() -> desk.files(analyst, "first")).isInstanceOf(Refused.class);
    desk.propose(analyst, months("second"));
    assertThat(desk.list(analyst)).extracting(ReleaseStanding::id).contains("second");
    assertThatThrownBy(() -> desk.propose(analyst, months("second")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("already");
  }

  @Test
  void whoCountsOnlySomeAreas_releasesNothing() {
    Caller supervisor =
        server.someone("norchester", List.of("greyport"), Right.READ, Right.FIGURES);
    assertThatThrownBy(() -> desk.preview(supervisor, months("first"))).isInstanceOf(Refused.class);
  }
}
