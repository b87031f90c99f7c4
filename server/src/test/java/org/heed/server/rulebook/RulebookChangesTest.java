package org.heed.server.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.heed.rulebook.Problem;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.heed.text.Narrative;
import org.heed.text.Reader;
import org.heed.text.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class RulebookChangesTest {
  private static final Path EXAMPLE = Path.of("../rulebook/src/test/resources/example");

  @TempDir Path data;

  private ServerFixture server;
  private RulebookInForce inForce;
  private Adoption adoption;
  private RulebookChanges changes;
  private Caller lead;
  private Caller registrar;

  @BeforeEach
  void start() throws SQLException {
    server = ServerFixture.create();
    server.clock().set(Instant.parse("2026-05-12T10:00:00Z"));
    inForce = RulebookInForce.load(EXAMPLE);
    adoption = Adoption.over(inForce, server.databases(), data, server.time());
    changes =
        new RulebookChanges(
            server.acts(),
            new RulebookChangeStore(server.databases()),
            adoption,
            server.time(),
            server.ids());
    lead = server.someone(Right.PROPOSE, Right.REVIEW);
    registrar = server.someone(Right.REGISTER, Right.PROPOSE);
  }

  @AfterEach
  void stop() {
    adoption.close();
    server.close();
  }

  private static String file(String name) throws Exception {
    return Objects.requireNonNull(RulebookLoader.files(EXAMPLE).get(name));
  }

  /** A new version in which a rule says its reason more shortly. */
  private static Map<String, String> sound() throws Exception {
    return Map.of(
        "rulebook.yaml",
        file("rulebook.yaml").replace("version: \"1.0\"", "version: \"1.1\""),
        "prompts.yaml",
        file("prompts.yaml").replace("says: Several signs together.", "says: Several signs."));
  }

  @Test
  void mistakeInADraft_isNamedWithItsLine_andIsNotProposed() throws Exception {
    Map<String, String> wrong =
        Map.of("prompts.yaml", file("prompts.yaml").replace("when: a-child", "when: a-chidl"));
    Checked checked = changes.check(lead, wrong);
    assertThat(checked.problems()).isNotEmpty();
    assertThat(checked.problems().getFirst().at().file()).isEqualTo("prompts.yaml");
    List<Problem> mistakes = new ArrayList<>();
    assertThat(changes.read(lead, wrong, "She was groomed.", mistakes::add)).isEmpty();
    assertThat(mistakes).isNotEmpty();
    assertThatThrownBy(() -> changes.propose(lead, wrong, "New", "Because"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("prompts.yaml:");
  }

  @Test
  void changeWithoutAVersionOfItsOwn_isNotProposed() throws Exception {
    Map<String, String> same =
        Map.of("prompts.yaml", Objects.requireNonNull(sound().get("prompts.yaml")));
    assertThatThrownBy(() -> changes.propose(lead, same, "New", "Because"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("version 1.0 is in force");
    assertThatThrownBy(() -> changes.propose(lead, Map.of(), "New", "Because"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Nothing differs");
  }

  @Test
  void draft_saysWhatDiffers_andReadsASampleByIt() throws Exception {
    Checked checked = changes.check(lead, sound());
    assertThat(checked.isSound()).isTrue();
    assertThat(checked.examples()).isPositive();
    assertThat(String.join("\n", checked.differences())).contains("Several signs.");
    var read =
        changes
            .read(lead, sound(), "The girl was groomed by an older man.", _ -> {})
            .orElseThrow()
            .reading();
    assertThat(read.findings()).isNotEmpty();
    assertThat(read.rulebook().version()).isEqualTo("1.1");
  }

  @Test
  void proposalAssuredByTheRegistrarAndAdoptedByTwo_isInForce_nowAndAtTheNextStart()
      throws Exception {
    UUID id = changes.propose(lead, sound(), "Say it shorter", "Reviewers asked for it");
    assertThat(inForce().name()).isEqualTo(inForce.name());
    decide(registrar, id, RulebookChange.Step.ASSURED);
    decide(registrar, id, RulebookChange.Step.ADOPTED);
    assertThat(inForce().name()).isEqualTo(inForce.name());
    assertThat(adoption.inForce().name()).isEqualTo(inForce.name());
    Reader begun = adoption.inForce().reader();
    RulebookFiles before = changes.texts();
    decide(lead, id, RulebookChange.Step.ADOPTED);
    RulebookChange change = changes.get(lead, id);
    assertThat(change.isAdopted()).isTrue();
    assertThat(adoption.inForce().name()).isEqualTo(change.rulebook());
    assertThat(begun.read(Narrative.of("r", "She was groomed.")).rulebook().toString())
        .as("what was taken up before ends under the rulebook it began with")
        .isEqualTo(inForce.name());
    assertThat(changes.texts()).isNotEqualTo(before);
    assertThat(changes.isInForce(change)).isTrue();
    assertThat(changes.checked(lead, id).differences()).isEmpty();
    assertThat(inForce().name()).isEqualTo(change.rulebook()).startsWith("example/1.1#");
    // Laid out once, it is found again.
    assertThat(inForce().name()).isEqualTo(change.rulebook());
    assertThat(RulebookFiles.unzip(changes.archive(lead, id)).texts())
        .containsAllEntriesOf(sound());
  }

  /** Clocks of cases ask which rulebook was in force when they started, as known at any moment. */
  @Test
  void rulebooksThatWereInForce_areToldOneAfterAnother_asKnownAtAMoment() throws Exception {
    AdoptedRulebook.keep(inForce, data.resolve("rulebook"));
    RulebookTerms terms = new RulebookTerms(adoption.inForce(), server.databases(), data);
    assertThat(terms(terms, KnownAt.NOW)).containsExactly(Instant.MIN + " " + inForce.name());
    UUID id = changes.propose(lead, sound(), "Say it shorter", "Reviewers asked for it");
    decide(registrar, id, RulebookChange.Step.ASSURED);
    decide(registrar, id, RulebookChange.Step.ADOPTED);
    server.sequencer().settle();
    long before = server.count("select max(position) from ledger.leaf");
    Instant adopted = Instant.parse("2026-05-13T10:00:00Z");
    server.clock().set(adopted);
    decide(lead, id, RulebookChange.Step.ADOPTED);
    server.sequencer().settle();
    String now = changes.get(lead, id).rulebook();
    assertThat(adoption.inForce().name()).isEqualTo(now);
    assertThat(terms(terms, KnownAt.NOW))
        .containsExactly(Instant.MIN + " " + inForce.name(), adopted + " " + now);
    assertThat(terms(terms, new KnownAt(adopted, before)))
        .as("as known before the second adoption")
        .doesNotContain(adopted + " " + now);
  }

  private List<String> terms(RulebookTerms terms, KnownAt known) {
    return server.acts().plain(lead, () -> terms.known(known, server.acts().now())).stream()
        .map(term -> term.from() + " " + term.rulebook().id())
        .toList();
  }

  @Test
  void rulebookWhoseDayHasNotCome_isNotInForce() throws Exception {
    Map<String, String> later =
        Map.of(
            "rulebook.yaml",
            file("rulebook.yaml")
                .replace("version: \"1.0\"", "version: \"1.1\"")
                .replace("in_force: 2026-01-01", "in_force: 2026-06-01"));
    UUID id = changes.propose(lead, later, "From June", "A new month");
    decide(registrar, id, RulebookChange.Step.ASSURED);
    decide(registrar, id, RulebookChange.Step.ADOPTED);
    decide(lead, id, RulebookChange.Step.ADOPTED);
    assertThat(inForce().name()).isEqualTo(inForce.name());
    assertThat(adoption.refresh()).isFalse();
    server.clock().set(Instant.parse("2026-06-01T10:00:00Z"));
    assertThat(adoption.refresh()).isTrue();
    assertThat(adoption.refresh()).isFalse();
    assertThat(adoption.inForce().rulebook().id().version()).isEqualTo("1.1");
    assertThat(inForce().rulebook().id().version()).isEqualTo("1.1");
  }

  @Test
  void reportsRecordedAroundAnAdoption_areEachReadByOneRulebook() throws Exception {
    RecordServices services =
        RecordServices.of(
            server.databases(), server.time(), server.ids(), adoption.inForce(), new Random(1));
    Caller officer = server.someone(Right.READ, Right.RECORD, Right.REVIEW);
    UUID id = changes.propose(lead, sound(), "Say it shorter", "Reviewers asked for it");
    decide(registrar, id, RulebookChange.Step.ASSURED);
    decide(registrar, id, RulebookChange.Step.ADOPTED);
    NewReport early = report("1");
    NewReport late = report("2");
    Reading ahead = Objects.requireNonNull(services.recogniser().readAhead(early));
    decide(lead, id, RulebookChange.Step.ADOPTED);
    services.reports().record(officer, late);
    assertThat(ahead.rulebook().toString()).isEqualTo(inForce.name());
    assertThat(
            server.count("select count(*) from record.reading where rulebook like 'example/1.1#%'"))
        .isEqualTo(1);
  }

  @Test
  void laidOutRulebookThatWasTouched_isNotReadBy() throws Exception {
    UUID id = changes.propose(lead, sound(), "Say it shorter", "Reviewers asked for it");
    decide(registrar, id, RulebookChange.Step.ASSURED);
    decide(registrar, id, RulebookChange.Step.ADOPTED);
    decide(lead, id, RulebookChange.Step.ADOPTED);
    Path prompts = adoption.inForce().folder().resolve("prompts.yaml");
    Files.writeString(
        prompts, Files.readString(prompts).replace("says: Several signs.", "says: Nothing."));
    assertThatThrownBy(this::inForce)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not hold the rulebook that was adopted");
  }

  @Test
  void newFile_isPartOfWhatIsProposed_andAnEmptyOneIsTakenOut() throws Exception {
    Map<String, String> added = new HashMap<>(sound());
    added.put(
        "indicators/night.yaml",
        """
        concepts:
          - id: night-bus
            family: vulnerability
            title: Night bus
            source: Test
            phrases: [night bus]
            match: [She took a night bus.]
            no_match: [She took a bus.]
        """);
    assertThat(changes.check(lead, added).isSound()).isTrue();
    UUID id = changes.propose(lead, added, "Night buses", "They were missed");
    assertThat(RulebookFiles.unzip(changes.archive(lead, id)).texts())
        .containsKey("indicators/night.yaml");
    Map<String, String> without = new HashMap<>(sound());
    without.put("areas.yaml", " ");
    assertThat(changes.check(lead, without).problems()).isEmpty();
    assertThat(changes.check(lead, Map.of("context.yaml", "")).problems().toString())
        .contains("context.yaml");
  }

  @Test
  void oneWhoProposed_doesNotAssure_andOnePersonIsNotTwo() throws Exception {
    UUID own = changes.propose(registrar, sound(), "Mine", "Because");
    assertThatThrownBy(() -> decide(registrar, own, RulebookChange.Step.ASSURED))
        .isInstanceOf(Refused.class);
    UUID id = changes.propose(lead, sound(), "Ours", "Because");
    assertThatThrownBy(() -> decide(lead, id, RulebookChange.Step.ADOPTED))
        .isInstanceOf(Refused.class);
    decide(registrar, id, RulebookChange.Step.ASSURED);
    decide(registrar, id, RulebookChange.Step.ADOPTED);
    assertThatThrownBy(() -> decide(registrar, id, RulebookChange.Step.ADOPTED))
        .isInstanceOf(Refused.class);
    assertThat(changes.get(lead, id).isAdopted()).isFalse();
  }

  @Test
  void databaseItselfRefuses_assuringOnesOwn_andAdoptingWhatIsNotAssured() throws Exception {
    UUID own = changes.propose(registrar, sound(), "Mine", "Because");
    for (String step : new String[] {"assured", "adopted"}) {
      assertThatThrownBy(() ->
              server
                  .acts()
                  .changing(
                      registrar,
                      "rulebook." + step,
                      act ->
                          act.add(
                              Tables.RULEBOOK_DECISION,
                              own,
                              step,
                              "forged",
                              registrar.account(),
                              server.time().instant())))
          .as(step)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("row-level security");
    }
  }

  private static NewReport report(String reference) {
    Instant at = Instant.parse("2026-05-11T10:00:00Z");
    return SampleReport.of(
        "test",
        reference,
        ReportKind.CRIME_REPORT,
        null,
        "greyport",
        "The girl was groomed by an older man.",
        at,
        null,
        at,
        at,
        List.of());
  }

  private void decide(Caller caller, UUID id, RulebookChange.Step step) {
    changes.decide(caller, id, step, "Read and tested");
  }

  /** What a start would read by. */
  private RulebookInForce inForce() {
    return AdoptedRulebook.over(inForce, server.databases(), data, server.time());
  }
}
