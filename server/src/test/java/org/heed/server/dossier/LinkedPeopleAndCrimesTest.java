package org.heed.server.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.heed.server.crime.CrimeFile;
import org.heed.server.crime.CrimeFiles;
import org.heed.server.crime.CrimeFilter;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.heed.server.crime.ProposedCrime;
import org.heed.server.crime.RuleSaid;
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
    services
        .crimes()
        .cancel(officer, crime, Grounded.on("C3").reference("2026/1"), "Recorded twice");
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
  void whyItCounts_namesTheRulesThatMakeItSo_inTheirWordsWithTheirSource() {
    CountingRules rules = new CountingRules(RULEBOOK);
    List<UUID> both = file().people().stream().map(ReportFile.Mention::id).toList();
    List<ProposedCrime> proposed =
        services.crimes().propose(officer, report, said(both, List.of(), "88A", "71"));
    assertThat(proposed).hasSize(2).allSatisfy(crime -> assertThat(crime.code()).isEqualTo("71"));
    assertThat(proposed.getFirst().because().stream().map(rules::words))
        .anyMatch(line ->
            line.startsWith("One victim of one offender or group: one crime.")
                && line.contains(
                    "(Crime Recording Rules for Front line Officers and Staff 2026/27"))
        .anyMatch(line -> line.startsWith("Of 71, 88A the most serious is recorded: 71."))
        .anyMatch(line -> line.startsWith("88A is part of 71"));
    assertThat(
            services
                .crimes()
                .propose(officer, report, said(both, List.of(), "N100"))
                .getFirst()
                .because()
                .stream()
                .map(rules::words))
        .anyMatch(line -> line.contains("counted as no crime"));
  }

  @Test
  void crimesOfAReport_areWhatTheRulesMakeOfVictimsSuspectsAndOffences() {
    services
        .reports()
        .record(
            officer,
            report("More was told.", child("Ada"), child("Bo"), suspect("Rob"), suspect("Sid")));
    List<ReportFile.Mention> people = file().people();
    UUID ada = people.get(0).id();
    UUID bo = people.get(1).id();
    List<UUID> both = List.of(people.get(2).id(), people.get(3).id());
    List<UUID> first =
        services.crimes().record(officer, report, said(List.of(ada), both, "19D", "88A"));
    assertThat(first).as("one for each offender").hasSize(2);
    CrimeFile file = files.open(officer, first.getFirst(), null);
    assertThat(file.offences()).contains("19D");
    assertThat(file.suspects()).isEqualTo(1);
    assertThat(file.because()).extracting(RuleSaid::rule).contains("rape-per-offender");
    assertThatThrownBy(
            () -> services.crimes().record(officer, report, said(List.of(ada), both, "20A")))
        .as("a related crime of the same incident")
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(Refused.Code.CONFLICT));
    assertThat(services.crimes().record(officer, report, said(List.of(ada), both, "106")))
        .as("beside the principal crime")
        .hasSize(1);
    assertThat(services.crimes().record(officer, report, said(List.of(ada, bo), both, "22B")))
        .as("for the other child alone")
        .hasSize(1);
    assertThat(services.crimes().record(officer, report, said(List.of(ada, bo), both, "92A")))
        .as("without a victim, for the group")
        .hasSize(1);
    assertThat(services.crimes().propose(officer, report, said(List.of(), List.of(), "88E")))
        .hasSize(1);
    assertThatThrownBy(() ->
            services
                .crimes()
                .propose(
                    officer,
                    report,
                    said(
                        List.of(UUID.fromString("00000000-0000-4000-8000-000000000009")),
                        List.of(),
                        "71")))
        .hasMessageContaining("whom the report names");
  }

  @Test
  void oneCrimeForAnOffender_hasEveryVictim_andCountsThemOnce() {
    List<UUID> both = file().people().stream().map(ReportFile.Mention::id).toList();
    services
        .reports()
        .record(officer, report("More was told.", child("Ada"), child("Bo"), suspect("Rob")));
    List<ReportFile.Mention> people = file().people();
    List<UUID> children = List.of(people.get(0).id(), people.get(1).id());
    List<UUID> rob = List.of(people.get(2).id());
    assertThat(services.crimes().record(officer, report, said(children, rob, "88E"))).hasSize(1);
    assertThat(counted()).containsAll(children).containsAll(both);
    assertThatThrownBy(() ->
            services
                .crimes()
                .record(officer, report, said(List.of(children.getLast()), rob, "88E")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void cancelling_needsAGroundForTheClass_andWhatBelongsToIt() {
    UUID crime =
        services.crimes().record(officer, report, List.of(mention), List.of("71"), "r").getFirst();
    assertThatThrownBy(() -> services.crimes().cancel(officer, crime, Grounded.NONE, "r"))
        .hasMessageContaining("one of C1, C2, C3, C4");
    assertThatThrownBy(() -> services.crimes().cancel(officer, crime, Grounded.on("C5"), "r"))
        .as("self-defence is for assaults")
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> services.crimes().cancel(officer, crime, Grounded.on("C3"), "r"))
        .hasMessageContaining("number of the other record");
    assertThatThrownBy(() -> services.crimes().cancel(officer, crime, Grounded.on("C2"), "r"))
        .hasMessageContaining("on which day the victim was told");
    LocalDate told = LocalDate.of(2026, 11, 20);
    services.crimes().cancel(officer, crime, Grounded.on("C2").told(told), "Camera images");
    assertThat(files.open(officer, crime, null).now().ground())
        .isEqualTo(new Grounded("C2", "", told));
    services.crimes().reinstate(officer, crime, "The images were of another day");
    assertThatThrownBy(() -> services.crimes().reclassify(officer, crime, "N100", "r"))
        .hasMessageContaining("one of N100/01, N100/02, N100/03");
    services.crimes().reclassify(officer, crime, "N100", Grounded.on("N100/01"), "Not confirmed");
    assertThat(files.open(officer, crime, null).now().counted()).isFalse();
    assertThatThrownBy(
            () -> services.crimes().cancel(officer, crime, Grounded.on("C2").told(told), "r"))
        .as("N100 is cancelled only where it was made in error")
        .isInstanceOf(Refused.class);
    services.crimes().cancel(officer, crime, Grounded.on("C4"), "Made for the wrong report");
  }

  private static NewMention suspect(String name) {
    return new NewMention(
        MentionRole.SUSPECT, name, "Teale", null, 31, null, null, null, null, null);
  }

  private static Crimes.Committed said(
      List<UUID> victims, List<UUID> suspects, String... offences) {
    return new Crimes.Committed(victims, suspects, List.of(offences), "Evidenced", Grounded.NONE);
  }
}
