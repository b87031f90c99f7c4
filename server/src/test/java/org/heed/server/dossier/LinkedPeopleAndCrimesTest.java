package org.heed.server.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.crime.CountingRules;
import org.heed.server.crime.CrimeFiles;
import org.heed.server.crime.CrimeFilter;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a mention means, and crimes as they were known. */
class LinkedPeopleAndCrimesTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final CrimeFilter ANY = new CrimeFilter("", "", "", "");

  private ServerFixture server;
  private RecordServices services;
  private CrimeFiles files;
  private Caller officer;
  private UUID report;
  private UUID mention;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    KnownPositions positions = new KnownPositions(server.databases());
    files = new CrimeFiles(server.acts(), positions, server.databases());
    officer = server.someone(Right.RECORD, Right.READ, Right.CRIME, Right.PEOPLE);
    report =
        services.reports().record(officer, report("Found at a hotel with an older male.")).report();
    mention = file().people().getFirst().id();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewMention child(String name) {
    return new NewMention(
        MentionRole.VICTIM, name, "Marlow", null, 14, null, null, null, null, null);
  }

  private static NewReport report(String narrative, NewMention... people) {
    return SampleReport.of(
        "test",
        "1",
        ReportKind.CRIME_REPORT,
        null,
        "greyport",
        narrative,
        null,
        null,
        null,
        null,
        people.length == 0 ? List.of(child("Ada"), child("Bo")) : List.of(people));
  }

  private Instant settled() {
    try {
      server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Instant now = server.clock().instant();
    server.clock().pass(Duration.ofDays(1));
    return now;
  }

  @Test
  void personCreatedForAMention_isLinkedInOneEntry_andAnotherIsRefusedUntilUndone() {
    long before = server.count("select count(*) from ledger.entry");
    UUID ada = services.people().createFor(officer, mention, "Ada", "Marlow", null, "New");
    assertThat(server.count("select count(*) from ledger.entry")).isEqualTo(before + 1);
    assertThatThrownBy(() -> services.people().choose(officer, mention, ada, "Again"))
        .isInstanceOf(Refused.class);
    services.people().undo(officer, mention, ada, "The birthday differs");
    assertThat(services.people().rejected(officer, mention)).containsExactly(ada);
    assertThat(services.people().find(officer, "Ada", 5))
        .singleElement()
        .satisfies(found -> assertThat(found.reports()).isZero());
    services.people().choose(officer, mention, ada, "It is her after all");
    assertThat(services.people().rejected(officer, mention)).isEmpty();
  }

  @Test
  void timelineAskedAsKnownBeforeTheUndoing_stillHoldsTheReport() {
    UUID ada = services.people().createFor(officer, mention, "Ada", "Marlow", null, "New");
    Instant linked = settled();
    services.people().undo(officer, mention, ada, "Not her");
    settled();
    KnownPositions positions = new KnownPositions(server.databases());
    assertThat(services.people().open(officer, ada, () -> positions.at(linked)).events())
        .hasSize(1);
    assertThat(services.people().open(officer, ada, () -> KnownAt.NOW).events()).isEmpty();
  }

  @Test
  void cancelledCrime_isListedSo_andAsKnownBefore_counted() {
    UUID crime =
        services
            .crimes()
            .record(officer, report, List.of(mention), List.of("71"), "Evidenced")
            .getFirst();
    Instant recorded = settled();
    services.crimes().cancel(officer, crime, "Recorded twice");
    settled();
    CrimeFilter cancelled = new CrimeFilter("greyport", "71", "cancelled", "");
    assertThat(files.list(officer, cancelled, null, 1).total()).isEqualTo(1);
    assertThat(files.list(officer, cancelled, recorded, 1).total()).isZero();
    assertThat(files.list(officer, ANY, recorded, 9).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.standing()).isEqualTo("Counted"));
    assertThat(files.open(officer, crime, null).states()).hasSize(2);
    assertThat(files.open(officer, crime, recorded).states()).hasSize(1);
    assertThat(files.open(officer, crime, null).now().author()).contains(officer.account());
  }

  @Test
  void crimeOfAnotherArea_isNeitherListedNorOpened() {
    UUID crime =
        services
            .crimes()
            .record(officer, report, List.of(mention), List.of("71"), "Evidenced")
            .getFirst();
    Caller elsewhere = server.someone("norchester", List.of("fernley"), Right.READ, Right.CRIME);
    assertThat(files.list(elsewhere, ANY, null, 1).total()).isZero();
    assertThatThrownBy(() -> files.open(elsewhere, crime, null)).isInstanceOf(Refused.class);
  }

  @Test
  void victimOfAnAmendedReport_whoHasTheCrimeAlready_getsNoSecondOne() {
    services.crimes().record(officer, report, List.of(mention), List.of("71"), "Evidenced");
    services.reports().record(officer, report("Found at a hotel. He had given her a phone."));
    List<ReportFile.Mention> people = file().people();
    UUID again = people.getFirst().id();
    UUID other = people.getLast().id();
    assertThat(again).isNotEqualTo(mention);
    assertThat(counted()).contains(mention, again).doesNotContain(other);
    assertThatThrownBy(
            () -> services.crimes().record(officer, report, List.of(again), List.of("71"), "Again"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.CONFLICT));
    assertThat(
            services
                .crimes()
                .record(officer, report, List.of(again, other), List.of("71"), "Her friend too"))
        .hasSize(1);
    assertThat(counted()).contains(again, other);
  }

  @Test
  void victimSaidOtherwiseAfterwards_isKnownByThePersonMeant_orElseStaysToBeCounted() {
    services.crimes().record(officer, report, List.of(mention), List.of("71"), "Evidenced");
    UUID ada = services.people().createFor(officer, mention, "Ada", "Marlow", null, "New");
    services
        .reports()
        .record(officer, report("Found at a hotel, she said.", child("Adah"), child("Bo")));
    UUID adah = file().people().getFirst().id();
    assertThat(counted()).containsExactly(mention);
    services.people().choose(officer, adah, ada, "Her own spelling");
    assertThat(counted()).containsExactlyInAnyOrder(mention, adah);
  }

  @Test
  void twoVictimsSaidAlike_areNotTakenForTheOneWhoHasTheCrime() {
    services.crimes().record(officer, report, List.of(mention), List.of("71"), "Evidenced");
    services
        .reports()
        .record(officer, report("Both were found at a hotel.", child("Ada"), child("Ada")));
    assertThat(counted()).containsExactly(mention);
  }

  private Set<UUID> counted() {
    return server.acts().plain(officer, () -> services.crimes().counted(report));
  }

  private ReportFile file() {
    return server
        .acts()
        .plain(officer, () -> new ReportFiles(server.databases()).find(report, KnownAt.NOW))
        .orElseThrow();
  }

  @Test
  void whyItCounts_namesTheRulesThatMakeItSo() {
    CountingRules rules = new CountingRules(RULEBOOK);
    assertThat(rules.why(2, List.of("88A", "71")))
        .anyMatch(line -> line.startsWith("2 victims: one crime for each."))
        .anyMatch(line -> line.startsWith("Of the offences chosen 71"));
    assertThat(rules.why(1, List.of("N100"))).anyMatch(line -> line.contains("counts as no crime"));
  }
}
