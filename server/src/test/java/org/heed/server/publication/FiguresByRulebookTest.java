package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.postgres.DatabaseAddress;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.HeedServer;
import org.heed.server.MutableClock;
import org.heed.server.ServeOptions;
import org.heed.server.ServerFixture;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.ledger.Sequencer;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.rulebook.KnownRulebooks;
import org.heed.server.rulebook.RulebookChanges;
import org.heed.server.store.Acts;
import org.heed.testkit.TestCluster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures by a rulebook that is not in force: one kept from before, and one proposed. */
class FiguresByRulebookTest {
  private static final Path SHIPPED = Path.of("../rulebooks/england-wales");
  private static final Instant AT = Instant.parse("2026-05-12T10:00:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TO = LocalDate.of(2026, 6, 30);

  private TestCluster cluster;
  private DatabaseAddress address;
  private HeedServer server;
  private Caller team;
  private Caller analyst;
  private String earlier;

  @BeforeEach
  void start() throws Exception {
    cluster = TestCluster.durable();
    address = cluster.address().withDatabase("heed");
    run(cluster.address(), "create database heed");
    MutableClock clock = new MutableClock();
    clock.set(AT);
    Path data = ServerFixture.folder();
    earlier = keepEarlier(data);
    server = HeedServer.start(new ServeOptions(data, 0, address, SHIPPED), clock);
    team = someone("team", Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME, Right.PEOPLE);
    analyst = someone("analyst", Right.FIGURES, Right.PSEUDONYMISED);
  }

  @AfterEach
  void stop() {
    server.close();
    cluster.close();
  }

  private Caller someone(String name, Right first, Right... more) {
    UUID account = server.service(Accounts.class).service(name, name);
    return server.service(Sessions.class).openService(account, EnumSet.of(first, more));
  }

  private static void run(DatabaseAddress where, String statement) throws SQLException {
    try (Connection connection = where.connect();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private long count(String query) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** In it rape is counted for each victim and group, and it asks about nobody of 14 or more. */
  private static String keepEarlier(Path data) throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    files.remove("counting/rape-per-offender.yaml");
    files.remove("counting/modern-slavery-in-addition.yaml");
    files.computeIfPresent(
        "rulebook.yaml", (_, text) -> text.replace("version: \"2026.1\"", "version: \"2025.1\""));
    files.computeIfPresent(
        "prompts.yaml", (_, text) -> text.replace("victim_age < 18", "victim_age < 14"));
    Path own = data.resolve("rulebook").resolve("england-wales-2025.1");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = own.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
    return RulebookLoader.load(own).id().toString();
  }

  private UUID report(String reference, int age) {
    return server
        .service(ReportDesk.class)
        .record(
            team,
            SampleReport.of(
                "test",
                reference,
                ReportKind.CRIME_REPORT,
                NoticeRoute.CHILD,
                "greyport",
                "The girl was groomed: an older man bought her a phone, and she was found with him"
                    + " at a hotel.",
                AT,
                AT,
                AT,
                AT,
                List.of(
                    someone(MentionRole.VICTIM, "Robin", age),
                    someone(MentionRole.SUSPECT, "Ash", 40),
                    someone(MentionRole.SUSPECT, "Lee", 41))))
        .report();
  }

  private static NewMention someone(MentionRole role, String name, int age) {
    return new NewMention(role, name, "Reed", null, age, null, null, null, null, null);
  }

  private List<UUID> people(UUID report) {
    return server
        .service(Acts.class)
        .plain(
            team,
            () ->
                JdbcClient.create(server.store().databases().app())
                    .sql("select id from record.mention where report = :report order by ordinal")
                    .param("report", report)
                    .query(UUID.class)
                    .list());
  }

  private void crimes(UUID report, String... offences) {
    List<UUID> people = people(report);
    server
        .service(Crimes.class)
        .record(
            team,
            report,
            new Crimes.Committed(
                List.of(people.get(0)),
                people.subList(1, 3),
                List.of(offences),
                "Evidenced",
                Grounded.NONE));
  }

  private static Question question(Unit unit, Definition definition, @Nullable String rulebook) {
    return new Question(unit, definition, null, By.MONTH, Dated.RECORDED, FROM, TO, null, rulebook);
  }

  private Figures figures() {
    return server.service(Figures.class);
  }

  private void settle() throws SQLException {
    server.service(Sequencer.class).settle();
  }

  @Test
  void crimesByAnEarlierRulebook_areCountedAgain_andOpenDownToTheRecords() throws Exception {
    crimes(report("1", 13), "19D", "106");
    UUID other = report("2", 15);
    crimes(other, "88A");
    settle();
    assertThat(figures().rulebooks(analyst))
        .extracting(RulebookChoice::name)
        .contains(earlier)
        .hasSize(2);
    Question recorded = question(Unit.CRIMES, Definition.ALL, null);
    assertThat(figures().ask(analyst, recorded).total().count())
        .as("rape for each of two, slavery beside it, and the other report's")
        .isEqualTo(4);
    Question before = question(Unit.CRIMES, Definition.ALL, earlier);
    assertThat(figures().ask(analyst, before).total().count())
        .as("one for the group, and the other report's")
        .isEqualTo(2);
    Lineage lineage = figures().records(analyst, before, Part.TOTAL, 0, 10);
    assertThat(lineage.rows()).hasSize(2).extracting(Lineage.Row::report).contains(other);
    assertThat(lineage.rows())
        .extracting(Lineage.Row::offence)
        .containsExactlyInAnyOrder("19D", "88A");
    Split split = Objects.requireNonNull(figures().headline(analyst, before).inside()).split();
    assertThat(split.after() - split.before()).isEqualTo(2);
    assertThat(split.shares().stream().mapToLong(Split.Share::part).sum() + split.rest())
        .isEqualTo(2);
    assertThat(split.shares())
        .filteredOn(share -> share.step() == Step.RULEBOOK)
        .singleElement()
        .satisfies(share -> assertThat(share.part()).isNegative());
    assertThat(figures().ask(analyst, recorded).total().count()).as("unchanged").isEqualTo(4);
    crimes(report("3", 13), "19D");
    settle();
    assertThat(figures().ask(analyst, before).total().count())
        .as("what comes in is counted by it as well: two who share no offence are apart")
        .isEqualTo(4);
  }

  @Test
  void promptsOfAnEarlierRulebook_areWhatItWouldAsk_andAskNobody() throws Exception {
    report("1", 13);
    UUID older = report("2", 15);
    settle();
    Question now = question(Unit.REPORTS, Definition.PROMPTED, null);
    assertThat(figures().ask(analyst, now).total().count()).isEqualTo(2);
    Question before = question(Unit.REPORTS, Definition.PROMPTED, earlier);
    assertThat(figures().ask(analyst, before).total().count()).isEqualTo(1);
    assertThat(figures().records(analyst, before, Part.TOTAL, 0, 10).rows())
        .extracting(Lineage.Row::report)
        .doesNotContain(older)
        .hasSize(1);
    assertThat(count("select count(*) from record.reading where rulebook = '" + earlier + "'"))
        .isZero();
    assertThat(count("select count(*) from record.triage")).isZero();
    assertThat(
            count(
                "select count(*) from ledger.entry where kind = 'archive.read-for-figures'"
                    + " and actor = '"
                    + analyst.account()
                    + "'"))
        .as("read once")
        .isEqualTo(1);
  }

  @Test
  void proposedRulebook_canBeCountedBy_beforeAnybodyAdoptsIt() throws Exception {
    crimes(report("1", 13), "19D", "106");
    settle();
    Map<String, String> files = RulebookLoader.files(SHIPPED);
    String text = Objects.requireNonNull(files.get("rulebook.yaml"));
    String rule = Objects.requireNonNull(files.get("counting/rape-per-offender.yaml"));
    server
        .service(RulebookChanges.class)
        .propose(
            someone("lead", Right.PROPOSE, Right.REVIEW),
            Map.of(
                "rulebook.yaml",
                text.replace("version: \"2026.1\"", "version: \"2026.2\""),
                "counting/rape-per-offender.yaml",
                rule.replace("One crime is counted for each", "There is one crime for each")),
            "A version of its own",
            "To be counted by");
    String proposed =
        server.service(KnownRulebooks.class).list(analyst).stream()
            .filter(known -> known.standing() == KnownRulebooks.Standing.PROPOSED)
            .map(KnownRulebooks.Known::name)
            .findFirst()
            .orElseThrow();
    assertThat(
            figures().ask(analyst, question(Unit.CRIMES, Definition.ALL, proposed)).total().count())
        .isEqualTo(3);
  }

  @Test
  void rulebookThatIsNotHeld_isRefused_andSoIsFreezingWhatIsSupposed() throws Exception {
    crimes(report("1", 13), "19D");
    settle();
    assertThatThrownBy(
            () -> figures().prepare(analyst, question(Unit.CRIMES, Definition.ALL, "none/1#0")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not held");
    assertThatThrownBy(
            () -> figures().askSettled(analyst, question(Unit.CRIMES, Definition.ALL, earlier)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not frozen");
    Caller some = someone("some", Right.FIGURES, Right.READ);
    assertThatThrownBy(() -> figures().ask(some, question(Unit.CRIMES, Definition.ALL, earlier)))
        .isInstanceOf(Refused.class);
  }
}
