package org.heed.server.rereading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.review.FlagDecision;
import org.heed.server.review.FlagDecision.Answer;
import org.heed.server.review.ReviewQueue;
import org.heed.server.review.Triage;
import org.heed.server.review.Triages;
import org.heed.server.store.KnownPositions;
import org.heed.text.Reader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive under another rulebook: exactly what reading each report on record would come to,
 * told under the asker's own eyes, and somebody put in charge of every child newly prompted.
 */
class RereadingTest {
  private static final Path EXAMPLE = Path.of("../rulebook/src/test/resources/example");
  private static final String OUT = "She stayed out all night.";
  private static final String HOTEL =
      "She stayed out all night and was found at a hotel with two older men.";
  private static final String SCHOOL = "He went to school as usual.";
  private static final String TOLD = "A 14 year old girl disclosed that she had been exploited.";

  @TempDir private Path data;
  private ServerFixture server;
  private RulebookInForce inForce;
  private RecordServices services;
  private Restrictions restrictions;
  private Rereading rereading;
  private Triages triages;
  private Caller officer;
  private Caller lead;
  private Caller keeper;
  private Rulebook other;

  @BeforeEach
  void start() throws Exception {
    server = ServerFixture.create();
    inForce = RulebookInForce.load(EXAMPLE);
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), inForce, new Random(7));
    restrictions = new Restrictions(server.acts(), server.databases());
    triages = new Triages(server.acts(), server.databases());
    officer = server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.RESTRICT);
    lead = server.someone(Role.EXPLOITATION_LEAD.rights().toArray(Right[]::new));
    keeper = server.someone(Right.READ);
    rereading = rereading(data);
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(EXAMPLE));
    files.computeIfPresent(
        "prompts.yaml",
        (_, text) ->
            text.replace("2 vulnerability or", "vulnerability or")
                .replace("(vulnerability or offence in (71, 88A))", "offence in (71, 88A)")
                .replace("victim_age < 18", "victim_age < 16"));
    files.computeIfPresent(
        "rulebook.yaml", (_, text) -> text.replace("version: \"1.0\"", "version: \"2.0\""));
    other = RulebookLoader.parse(files);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Rereading rereading(Path folder) {
    return new Rereading(
        server.acts(), server.databases(), new KnownPositions(server.databases()), inForce, folder);
  }

  private UUID record(String reference, String area, String text, int age, String recorded) {
    return services
        .reports()
        .record(officer, report(reference, area, text, age, recorded))
        .report();
  }

  private static NewReport report(
      String reference, String area, String text, int age, String recorded) {
    return new NewReport(
        "test",
        reference,
        ReportKind.CRIME_REPORT,
        null,
        area,
        text,
        null,
        null,
        null,
        Instant.parse(recorded),
        null,
        null,
        null,
        "safeguarding",
        null,
        null,
        List.of(
            new NewMention(
                MentionRole.VICTIM, "Ada", "Marlow", null, age, null, null, null, null, null)));
  }

  private void settle() {
    try {
      server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Told(Reread reread, List<String> lines) {
    List<String> of(UUID report) {
      return lines.stream().filter(line -> line.contains(report.toString())).toList();
    }
  }

  private Told reread(Caller caller, @Nullable LocalDate from, @Nullable LocalDate to) {
    settle();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reread result =
        rereading.run(
            caller,
            keeper,
            new RereadRequest(Reader.of(other), other.prompts().triage(), from, to),
            Rereading.Listener.none(),
            out);
    return new Told(result, out.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private Told reread() {
    return reread(lead, null, null);
  }

  @Test
  void eachKindOfChange_isToldWithItsReasons_andCountedByAreaAndYear() {
    UUID newly = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    UUID otherwise = record("2", "brook", HOTEL, 15, "2026-01-05T09:00:00Z");
    UUID noLonger = record("3", "avon", HOTEL, 17, "2026-01-05T09:00:00Z");
    UUID same = record("4", "avon", TOLD, 14, "2026-01-05T09:00:00Z");
    UUID never = record("5", "avon", SCHOOL, 14, "2026-01-05T09:00:00Z");

    Told told = reread();

    assertThat(told.of(newly))
        .singleElement()
        .asString()
        .contains("\"change\":\"newly-prompted\",\"before\":null,\"after\":\"look\"")
        .contains("\"rule\":\"several-signs\"", "\"because\":[", "\"missing-overnight\"")
        .doesNotContain("stayed out");
    assertThat(told.of(otherwise))
        .singleElement()
        .asString()
        .contains("\"change\":\"changed\",\"before\":\"decision\",\"after\":\"look\"");
    assertThat(told.of(noLonger))
        .singleElement()
        .asString()
        .contains("\"change\":\"no-longer-prompted\",\"before\":\"decision\",\"after\":null");
    assertThat(told.of(same)).isEmpty();
    assertThat(told.of(never)).isEmpty();
    assertThat(told.reread().tallies())
        .containsExactly(
            Map.entry(new Place("avon", 2026), new Tally(3, 2, 1, 0, 1, 0)),
            Map.entry(new Place("brook", 2025), new Tally(1, 0, 1, 1, 0, 0)),
            Map.entry(new Place("brook", 2026), new Tally(1, 1, 1, 0, 0, 1)));
    assertThat(told.lines().getLast())
        .startsWith("{\"total\":{\"rulebook\":\"" + other.id() + "\"")
        .contains("\"read\":5", "\"newly_prompted\":1", "\"withheld\":0", "\"triaged\":1");
  }

  @Test
  void job_isOneEntryThatNamesWhatItShowed_andKeepsItsCounts() {
    UUID newly = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    record("2", "brook", SCHOOL, 14, "2025-05-01T09:00:00Z");
    reread();
    assertThat(server.count("select count(*) from ledger.entry where kind = 'archive.reread'"))
        .isEqualTo(1);
    assertThat(
            server.text(
                "select subjects[1]::text || cardinality(subjects) || purpose from ledger.entry"
                    + " where kind = 'archive.reread'"))
        .isEqualTo(newly + "1re-read");
    assertThat(server.count("select newly from record.reread")).isEqualTo(1);
    assertThat(server.count("select sum(reports)::bigint from record.reread_count")).isEqualTo(2);
  }

  @Test
  void childNewlyPrompted_isOwnedByTheAreasSupervisor_inTime_untilSomebodyDecides() {
    Caller administrator = server.someone(Right.ADMINISTER);
    Caller supervisor = server.someone(Role.SUPERVISOR.rights().toArray(Right[]::new));
    Caller everywhere = server.someone(Role.SUPERVISOR.rights().toArray(Right[]::new));
    services
        .accounts()
        .give(administrator, everywhere.account(), Role.SUPERVISOR, null, null, "all");
    services
        .accounts()
        .give(administrator, supervisor.account(), Role.SUPERVISOR, "brook", null, "brook");
    UUID newly = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    record("2", "brook", TOLD, 14, "2025-04-01T09:00:00Z");

    reread();

    Triage triage = triages.list(supervisor).getFirst();
    assertThat(triage.report()).isEqualTo(newly);
    assertThat(triage.owner()).contains(supervisor.account());
    assertThat(triage.dueAt()).isEqualTo(server.clock().instant().plus(Duration.ofDays(2)));
    assertThat(triage.reason()).isEqualTo("Newly prompted by re-reading under " + other.id() + ".");
    assertThat(triages.own(supervisor).reports()).isEqualTo(1);
    ReviewQueue queue = new ReviewQueue(server.acts(), server.databases(), server.time());
    assertThat(queue.next(supervisor)).as("their own before an older one").contains(newly);
    server.clock().pass(Duration.ofMinutes(5));
    services.flags().decide(supervisor, decision(newly, Answer.NO));
    assertThat(triages.list(supervisor)).isEmpty();
    assertThat(queue.next(supervisor)).isNotEqualTo(java.util.Optional.of(newly));
    reread();
    assertThat(triages.list(supervisor)).as("not twice for the same rulebook").isEmpty();
  }

  @Test
  void childNewlyPrompted_whereNobodySupervisesTheArea_isTheAskersOwn() {
    UUID newly = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");

    reread();

    Triage triage = triages.list(officer).getFirst();
    assertThat(triage.report()).isEqualTo(newly);
    assertThat(triage.owner()).contains(lead.account());
  }

  @Test
  void childWhoIsFlaggedAlready_isToldOf_andPutBeforeNobody() {
    UUID newly = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    services.flags().decide(officer, decision(newly, Answer.YES));
    Told told = reread();
    assertThat(told.of(newly)).hasSize(1);
    assertThat(told.reread().triaged()).isZero();
    assertThat(triages.list(officer)).isEmpty();
  }

  private static FlagDecision decision(UUID report, Answer answer) {
    return new FlagDecision(
        report, null, answer, Map.of(), "missing", "prompt", "Read.", null, null);
  }

  @Test
  void correction_isWhatIsRead() {
    UUID report = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    assertThat(reread().of(report)).hasSize(1);
    services.reports().record(officer, report("1", "brook", SCHOOL, 14, "2025-05-01T09:00:00Z"));
    assertThat(reread().of(report)).isEmpty();
    services.reports().record(officer, report("1", "brook", HOTEL, 15, "2025-05-01T09:00:00Z"));
    Told told = reread();
    assertThat(told.of(report)).singleElement().asString().contains("\"version\":3");
    assertThat(told.reread().total().reports()).isEqualTo(1);
  }

  @Test
  void restrictedReport_isNeitherReadNorNamed_exceptForItsMembers_andReadOnceItIsOpen() {
    UUID closed = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    record("2", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    reread();
    restrictions.restrict(officer, closed, List.of(), "A relative works here.");
    UUID born = record("3", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    restrictions.restrict(officer, born, List.of(), "A relative works here.");

    Told told = reread();
    assertThat(told.of(closed)).isEmpty();
    assertThat(told.of(born)).isEmpty();
    assertThat(told.reread().withheld()).isEqualTo(2);
    assertThat(told.reread().total().reports()).isEqualTo(1);
    assertThat(server.count("select count(*) from record.triage where report = '" + born + "'"))
        .isZero();

    restrictions.lift(officer, born, "They have left.");
    restrictions.lift(officer, closed, "They have left.");
    Told opened = reread();
    assertThat(opened.of(born)).as("taken into the archive late").hasSize(1);
    assertThat(opened.of(closed)).hasSize(1);
    assertThat(opened.reread().withheld()).isZero();
    assertThat(opened.reread().total().reports()).isEqualTo(3);
  }

  @Test
  void destroyedNarrative_isReadNoLonger_andGoneFromTheArchive() throws Exception {
    UUID report = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    record("2", "brook", HOTEL, 15, "2025-05-01T09:00:00Z");
    assertThat(reread().of(report)).hasSize(1);
    List<Path> before = archived();
    server.asOwner(
        """
        with gone as (delete from record.narrative where report = '%s' returning entry, ordinal)
        insert into ledger.destroyed select entry, ordinal, sha256('made') from gone
        """
            .formatted(report));
    Told told = reread();
    assertThat(told.of(report)).isEmpty();
    assertThat(told.reread().total().reports()).isEqualTo(1);
    assertThat(before).allSatisfy(file -> assertThat(file).doesNotExist());
  }

  private List<Path> archived() throws Exception {
    try (var files = Files.list(data.resolve("archive"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("narratives-"))
          .toList();
    }
  }

  @Test
  void anotherRecordsArchive_isThrownAway() throws Exception {
    UUID report = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    reread();
    Path manifest = data.resolve("archive").resolve("manifest");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceFirst(" [0-9a-f]{64} ", " " + "0".repeat(64) + " "));
    assertThat(reread().of(report)).hasSize(1);
    assertThat(Files.readString(manifest)).doesNotContain("0".repeat(64));
    for (Path file : archived()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1] ^= 1;
      Files.write(file, bytes);
    }
    assertThatThrownBy(this::reread)
        .isInstanceOf(RereadingFailure.class)
        .hasMessageContaining("run it again");
    assertThat(reread().of(report)).hasSize(1);
  }

  @Test
  void days_boundWhatIsRead() {
    UUID may = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    UUID june = record("2", "brook", OUT, 14, "2025-06-01T09:00:00Z");
    // Half past midnight on 1 July in London.
    UUID july = record("3", "brook", OUT, 14, "2025-06-30T23:30:00Z");
    Told told = reread(lead, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30));
    assertThat(told.of(may)).isEmpty();
    assertThat(told.of(june)).hasSize(1);
    assertThat(told.of(july)).isEmpty();
    assertThat(told.reread().total().reports()).isEqualTo(1);
  }

  @Test
  void asker_readsTheirOwnAreasOnly_andNobodyWithoutTheRight() {
    UUID brook = record("1", "brook", OUT, 14, "2025-05-01T09:00:00Z");
    UUID avon = record("2", "avon", OUT, 14, "2025-05-01T09:00:00Z");
    Caller inAvon =
        server.someone(
            "norchester", List.of("avon"), Role.EXPLOITATION_LEAD.rights().toArray(Right[]::new));
    Told told = reread(inAvon, null, null);
    assertThat(told.of(avon)).hasSize(1);
    assertThat(told.of(brook)).isEmpty();
    assertThat(told.reread().total().reports()).isEqualTo(1);
    assertThatThrownBy(() -> reread(officer, null, null)).isInstanceOf(Refused.class);
  }

  /** The slow way: each report on record read anew, its asking compared with what was recorded. */
  @Test
  void everyReport_comesToWhatReadingItAnewDoes() {
    Random random = new Random(3);
    List<String> texts = List.of(OUT, HOTEL, SCHOOL, TOLD);
    Reader now = Reader.of(other);
    Map<UUID, String> expected = new TreeMap<>();
    for (int i = 0; i < 120; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      int age = 12 + random.nextInt(8);
      UUID report =
          record(
              "r" + i,
              "area-" + random.nextInt(3),
              text,
              age,
              (2023 + random.nextInt(3)) + "-03-0" + (1 + random.nextInt(9)) + "T10:00:00Z");
      var narrative = org.heed.text.Narrative.of("", text).withVictimAge(age);
      String before = inForce.reader().read(narrative).ask().map(a -> a.word()).orElse("null");
      String after = now.read(narrative).ask().map(a -> a.word()).orElse("null");
      if (!before.equals(after)) {
        expected.put(report, before + " " + after);
      }
    }
    Map<UUID, String> found = new TreeMap<>();
    for (String line : reread().lines()) {
      if (line.startsWith("{\"id\"")) {
        found.put(
            UUID.fromString(line.substring(7, 43)),
            value(line, "before") + " " + value(line, "after"));
      }
    }
    assertThat(found).isEqualTo(expected);
    assertThat(new ArrayList<>(expected.values())).contains("null look", "decision null");
  }

  private static String value(String line, String key) {
    return line.replaceFirst(".*\"" + key + "\":\"?([a-z]+)\"?[,}].*", "$1");
  }
}
