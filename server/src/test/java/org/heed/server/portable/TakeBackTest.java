package org.heed.server.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.ExportSource;
import org.heed.ledger.ExportWriter;
import org.heed.ledger.FactTable;
import org.heed.ledger.NoteException;
import org.heed.ledger.Verification;
import org.heed.ledger.Verifier;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.demo.DemoForce;
import org.heed.server.importing.ImportFailure;
import org.heed.server.ledger.LedgerSource;
import org.heed.server.publication.By;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Figure;
import org.heed.server.publication.FigureStore;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Question;
import org.heed.server.publication.Unit;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.Recorded;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.report.SampleReport;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.heed.simulator.ForceParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A force's record is written out, and taken back into another record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeBackTest {
  /** What the simulated force does none of. */
  private static final Set<String> NOT_OF_THE_FORCE =
      Set.of(
          "role_grant",
          "opening",
          "reread",
          "reread_count",
          "triage",
          "release",
          "release_decision",
          "rulebook_change",
          "rulebook_decision",
          "identity_decision",
          "crime_outcome",
          "measure",
          "measure_step",
          "pattern",
          "pattern_report",
          "pattern_decision",
          "group_decision",
          "group_suspect",
          "group_report",
          "suspected_asked",
          "suspected_decision",
          "suspected_decided",
          "linkage_model",
          "case_file",
          "case_state",
          "case_owner",
          "case_report",
          "case_person",
          "case_event",
          "message",
          "message_step",
          "case_restriction",
          "case_opening",
          "case_action",
          "case_action_state",
          "case_decision",
          "case_words",
          "case_line",
          "case_line_state",
          "case_grade",
          "case_meeting",
          "case_meeting_state",
          "case_attendance",
          "missing_episode",
          "missing_grade",
          "missing_found",
          "missing_interview",
          "missing_withdrawal",
          "report_contact",
          "referral",
          "referral_step",
          "referral_contact",
          "referral_safety",
          "pack",
          "pack_agency",
          "pack_item",
          "pack_step",
          "document",
          "document_part",
          "document_scan",
          "document_state",
          "paper",
          "paper_file",
          "paper_gap",
          "disclosure_item",
          "disclosure_decision",
          "subject_request",
          "subject_decision",
          "subject_step",
          "report_hold",
          "retention_review",
          "destruction",
          "destruction_decision",
          "destruction_item",
          "notice",
          "inspection",
          "inspection_criterion",
          "inspection_stratum",
          "inspection_case",
          "inspection_grader",
          "inspection_grading",
          "inspection_grade",
          "inspection_resolution",
          "inspection_referral",
          "inspection_action",
          "inspection_action_state",
          "recording_audit",
          "recording_audit_stratum",
          "recording_audit_report",
          "recording_auditor",
          "recording_audited",
          "inspection_passage",
          "inspection_correction",
          "inspection_request",
          "inspection_grant",
          "tie");

  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));

  /** What another Heed holds of its own before it takes anything back. */
  private static final List<FactTable> FACTS =
      Tables.ALL.stream().filter(table -> !table.equals(Tables.TAKEN_BACK)).toList();

  private static final TakingListener NOBODY =
      new TakingListener() {
        @Override
        public void proven(long entries) {}

        @Override
        public void taken(long entries) {}
      };

  @TempDir static Path folder;

  private ServerFixture force;
  private ServerFixture other;
  private Path copy;

  @BeforeAll
  void make() throws Exception {
    force = ServerFixture.create();
    new DemoForce(force.databases(), force.key(), RULEBOOK, ForceParameters.of(3, 400))
        .load(_ -> {});
    Caller supervisor = force.someone(Right.READ, Right.RESTRICT, Right.RECORD);
    UUID report = UUID.fromString(force.text("select min(id::text) from record.report"));
    new Restrictions(force.acts(), force.databases())
        .restrict(supervisor, report, List.of(), "An officer's relative is named.");
    force.sequencer().settle();
    copy = exported(force, "copy");
  }

  @AfterAll
  void end() {
    force.close();
  }

  @BeforeEach
  void start() {
    other = ServerFixture.create();
    // Otherwise both would make the same identifiers.
    other.clock().pass(Duration.ofMinutes(7));
  }

  @AfterEach
  void stop() {
    other.close();
  }

  private static Path exported(ServerFixture from, String name) throws IOException, SQLException {
    Path out = folder.resolve(name);
    try (LedgerSource source = LedgerSource.open(from.address(), _ -> {})) {
      ExportWriter.write(source, Tables.ALL, from.key().verifyKey(), out);
    }
    return out;
  }

  private TakeBack takeBack() {
    UUID actor = other.someone(Right.IMPORT).account();
    return new TakeBack(other.address(), other.key(), actor, other.time(), other.ids(), 100);
  }

  private Taken taken(Path from, @Nullable Checkpoint kept) throws IOException, SQLException {
    Taken taken = takeBack().run(ExportSource.open(from), force.key().verifyKey(), kept, NOBODY);
    other.sequencer().settle();
    return taken;
  }

  private static Map<String, List<String>> facts(ServerFixture of) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (FactTable table : FACTS) {
      all.put(
          table.name(),
          of.texts(
              "select f::text from " + Tables.qualified(table) + " f order by entry, ordinal"));
    }
    return all;
  }

  private static Verification verify(ServerFixture of, @Nullable Checkpoint kept)
      throws SQLException {
    try (LedgerSource source = LedgerSource.open(of.address(), _ -> {})) {
      return new Verifier(of.key().verifyKey()).verify(source, kept);
    }
  }

  private static List<Figure> figures(ServerFixture of, @Nullable Instant knownAt) {
    Caller analyst = of.someone(Right.FIGURES, Right.PSEUDONYMISED);
    Figures figures =
        new Figures(
            of.acts(),
            new FigureStore(of.databases()),
            new KnownPositions(of.databases()),
            RULEBOOK,
            of.time());
    List<Figure> asked = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      for (Definition definition : Definition.values()) {
        asked.add(
            figures.ask(
                analyst,
                new Question(
                    unit,
                    definition,
                    null,
                    By.AREA,
                    Dated.RECORDED,
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2026, 12, 31),
                    knownAt)));
      }
    }
    return asked;
  }

  private void assertSameFigures(@Nullable Instant knownAt) {
    List<Figure> theirs = figures(force, knownAt);
    List<Figure> ours = figures(other, knownAt);
    for (int i = 0; i < theirs.size(); i++) {
      assertThat(ours.get(i))
          .usingRecursiveComparison()
          .ignoringFields("entries", "settledAt", "askedAt")
          .isEqualTo(theirs.get(i));
    }
    assertThat(theirs.getFirst().total().count()).isPositive();
  }

  @Test
  void emptyRecord_holdsTheSameAfterwards_andProvesIt() throws Exception {
    long entries = force.count("select count(*) from ledger.leaf");
    assertThat(taken(copy, null)).isEqualTo(new Taken(entries, entries, true));
    assertThat(facts(other)).isEqualTo(facts(force));
    assertThat(facts(other))
        .allSatisfy((table, rows) -> {
          if (!NOT_OF_THE_FORCE.contains(table)) {
            assertThat(rows).as(table).isNotEmpty();
          }
        });
    assertThat(verify(other, null).lines()).singleElement().asString().startsWith("ok ");
    assertSameFigures(null);
  }

  @Test
  void emptyRecord_keepsPositionsTimesAndRoot_soThatAnyMomentIsKnownAsBefore() throws Exception {
    taken(copy, null);
    String leaves = "select l.position || ' ' || l.entry from ledger.leaf l order by l.position";
    List<String> theirs = force.texts(leaves);
    assertThat(other.texts(leaves).subList(0, theirs.size())).isEqualTo(theirs);
    for (String day : List.of("2024-06-30", "2025-03-31", "2026-01-15")) {
      assertSameFigures(Instant.parse(day + "T23:00:00Z"));
    }
    Checkpoint before =
        force
            .key()
            .verifyKey()
            .open(force.text("select note from ledger.checkpoint order by size desc limit 1"));
    assertThat(verify(other, before).ok()).isTrue();
    assertThat(other.count("select count(*) from ledger.leaf")).isEqualTo(before.size() + 1);
    assertThat(other.text("select note from record.taken_back"))
        .isEqualTo(force.text("select note from ledger.checkpoint order by size desc limit 1"));
    assertThat(other.count("select count(*) from ledger.entry where taken_by is null")).isOne();
  }

  @Test
  void exportedAgain_hasTheSameContent() throws Exception {
    taken(copy, null);
    Path again = exported(other, "again");
    for (String file :
        List.of(
            "entries.ndjson",
            "facts/report.ndjson",
            "facts/narrative.ndjson",
            "facts/person_version.ndjson",
            "facts/flag.ndjson")) {
      List<String> before = Files.readAllLines(copy.resolve(file));
      List<String> after = Files.readAllLines(again.resolve(file));
      assertThat(after.subList(0, before.size())).as(file).isEqualTo(before);
      assertThat(after.size() - before.size()).as(file).isLessThanOrEqualTo(1);
    }
    assertThat(Files.readAllLines(again.resolve("settled.ndjson")))
        .containsAll(Files.readAllLines(copy.resolve("settled.ndjson")));
    // Names may have got an addition, because this record has somebody of that name.
    assertThat(other.count("select count(*) from access.account"))
        .isGreaterThan(Files.readAllLines(copy.resolve("actors.ndjson")).size());
  }

  @Test
  void takenAgain_isNothingNew() throws Exception {
    long entries = taken(copy, null).read();
    Map<String, List<String>> before = facts(other);
    assertThat(taken(copy, null).fresh()).isZero();
    assertThat(facts(other)).isEqualTo(before);
    assertThat(other.count("select count(*) from ledger.entry")).isEqualTo(entries + 1);
  }

  @Test
  void interrupted_goesOnWhereItStopped() throws Exception {
    TakingListener killed =
        new TakingListener() {
          @Override
          public void proven(long entries) {}

          @Override
          public void taken(long entries) {
            throw new IllegalStateException("killed");
          }
        };
    TakeBack taking = takeBack();
    assertThatThrownBy(
            () -> taking.run(ExportSource.open(copy), force.key().verifyKey(), null, killed))
        .hasMessage("killed");
    long half = other.count("select count(*) from ledger.leaf");
    assertThat(half).isPositive().isLessThan(force.count("select count(*) from ledger.leaf"));
    assertThat(verify(other, null).ok()).isTrue();
    Taken rest = taken(copy, null);
    assertThat(rest.placesKept()).isTrue();
    assertThat(rest.fresh()).isEqualTo(rest.read() - half);
    assertThat(facts(other)).isEqualTo(facts(force));
    assertSameFigures(Instant.parse("2025-03-31T23:00:00Z"));
    assertThat(verify(other, null).ok()).isTrue();
  }

  private static NewReport report(String reference) {
    return SampleReport.of(
        "other-force",
        reference,
        ReportKind.REFERRAL,
        NoticeRoute.CHILD,
        "greyport",
        "She told her tutor that an older adult had bought her a phone.",
        null,
        null,
        null,
        null,
        List.of());
  }

  private Recorded record(ServerFixture in, NewReport report) {
    RecordServices services =
        RecordServices.of(in.databases(), in.time(), in.ids(), RULEBOOK, new Random(5));
    return services.reports().record(in.someone(Right.RECORD, Right.READ), report);
  }

  private static ServerFixture elsewhere() {
    ServerFixture source = ServerFixture.create();
    source.clock().pass(Duration.ofMinutes(3));
    return source;
  }

  @Test
  void recordInUse_keepsItsOwnAnswers_andKnowsTheRestFromNowOn() throws Exception {
    record(other, report("O-1"));
    other.sequencer().settle();
    Instant before = other.time().instant();
    List<Figure> yesterday = figures(other, before);
    other.clock().pass(Duration.ofHours(1));
    Taken taken = taken(copy, null);
    assertThat(taken).isEqualTo(new Taken(taken.read(), taken.read(), false));
    assertThat(figures(other, before))
        .usingRecursiveComparison()
        .ignoringFields("entries", "settledAt", "askedAt")
        .isEqualTo(yesterday);
    Figure reports = figures(other, null).getFirst();
    assertThat(reports.total().count())
        .isEqualTo(figures(force, null).getFirst().total().count() + 1);
    assertThat(verify(other, null).ok()).isTrue();
    assertThat(other.count("select count(*) from ledger.batch where settled_at < '2026-11-23'"))
        .isZero();
  }

  @Test
  void laterExportOfTheSameRecord_bringsWhatIsNew() throws Exception {
    try (ServerFixture source = elsewhere()) {
      record(source, report("S-1"));
      source.sequencer().settle();
      Path first = exported(source, "first");
      record(source, report("S-2"));
      source.sequencer().settle();
      Path second = exported(source, "second");
      for (Path each : List.of(first, second)) {
        takeBack().run(ExportSource.open(each), source.key().verifyKey(), null, NOBODY);
        other.sequencer().settle();
      }
      assertThat(facts(other)).isEqualTo(facts(source));
      assertThat(other.count("select count(*) from record.taken_back")).isEqualTo(2);
    }
  }

  @Test
  void sameReportUnderAnotherIdentifier_refusesTheWhole_beforeAnythingIsWritten() throws Exception {
    try (ServerFixture source = elsewhere()) {
      record(source, report("S-1"));
      record(source, report("S-2"));
      source.sequencer().settle();
      record(other, report("S-2"));
      other.sequencer().settle();
      Path export = exported(source, "clashing");
      long entries = other.count("select count(*) from ledger.entry");
      TakeBack taking = takeBack();
      assertThatThrownBy(
              () -> taking.run(ExportSource.open(export), source.key().verifyKey(), null, NOBODY))
          .isInstanceOf(ImportFailure.class)
          .hasMessageContaining("(1 of report)")
          .hasMessageContaining("Nothing was taken back");
      assertThat(other.count("select count(*) from ledger.entry")).isEqualTo(entries);
    }
  }

  private void assertRefused(Path export, String... words) {
    assertThatThrownBy(() -> taken(export, null))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContainingAll(words);
    assertThat(other.count("select count(*) from ledger.entry")).isZero();
    assertThat(other.count("select count(*) from record.report")).isZero();
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void changedWord_isRefusedByItsEntry() throws Exception {
    Path changed = exported(force, "changed");
    Path narratives = changed.resolve("facts/narrative.ndjson");
    String first = Files.readAllLines(narratives).getFirst();
    replace(narratives, first, first.replaceFirst("\"text\":\"", "\"text\":\"Not "));
    assertRefused(changed, "not what was signed", "changed", "nothing was taken back");
  }

  @Test
  void removedReport_isRefused() throws Exception {
    Path less = exported(force, "less");
    Path reports = less.resolve("facts/report.ndjson");
    List<String> lines = Files.readAllLines(reports);
    Files.write(reports, lines.subList(0, lines.size() - 1));
    assertRefused(less, "removed");
  }

  @Test
  void rolledBackExport_isRefusedByACheckpointKeptElsewhere() throws Exception {
    Checkpoint kept =
        new Checkpoint(
            force.key().verifyKey().name(),
            force.count("select count(*) from ledger.leaf") + 5,
            org.heed.ledger.Digest.of(new byte[32]));
    assertThatThrownBy(() -> taken(copy, kept))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("removed all entries");
  }

  @Test
  void exportOfAnotherKey_isRefused() throws IOException, NoteException {
    assertThatThrownBy(
            () -> takeBack().run(ExportSource.open(copy), other.key().verifyKey(), null, NOBODY))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("there is no signature by the key");
  }

  @Test
  void tableOfANewerHeed_isRefused() throws Exception {
    Path newer = exported(force, "newer");
    replace(newer.resolve("format.json"), "\"name\":\"review_draw\"", "\"name\":\"vehicle\"");
    assertRefused(newer, "table vehicle", "newer");
  }

  @Test
  void timesThatDoNotFit_areRefused() throws Exception {
    Path late = exported(force, "late");
    Path settled = late.resolve("settled.ndjson");
    List<String> lines = Files.readAllLines(settled);
    Files.write(settled, lines.subList(0, lines.size() - 1));
    assertRefused(late, "settled.ndjson");
  }

  @Test
  void nameThatIsTaken_isToldApart_andNobodySignsInAsEither() throws Exception {
    other.asOwner(
        """
        insert into access.account (id, name, display_name, agency)
        values (gen_random_uuid(), 'Simulated-Force', 'Ours', 'norchester')\
        """);
    taken(copy, null);
    assertThat(
            other.texts("select name from access.account where display_name = 'Simulated force'"))
        .singleElement()
        .asString()
        .startsWith("simulated-force@");
    assertThat(other.count("select count(*) from access.account where password_hash is not null"))
        .isZero();
  }

  @Test
  void restrictedReport_staysClosed() throws Exception {
    taken(copy, null);
    UUID report = UUID.fromString(other.text("select min(id::text) from record.report"));
    Caller reader = other.someone(Right.READ);
    long seen =
        other
            .acts()
            .plain(
                reader,
                () ->
                    org.springframework.jdbc.core.simple.JdbcClient.create(other.databases().app())
                        .sql("select count(*) from record.report where id = :id")
                        .param("id", report)
                        .query(Long.class)
                        .single());
    assertThat(seen).isZero();
  }
}
