package org.heed.server.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heed.rulebook.Problem;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Tables;
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
  private RulebookChanges changes;
  private Caller lead;
  private Caller registrar;

  @BeforeEach
  void start() throws SQLException {
    server = ServerFixture.create();
    server.clock().set(Instant.parse("2026-05-12T10:00:00Z"));
    inForce = RulebookInForce.load(EXAMPLE);
    changes =
        new RulebookChanges(
            server.acts(),
            new RulebookChangeStore(server.databases()),
            inForce,
            server.time(),
            server.ids());
    lead = server.someone(Right.PROPOSE, Right.REVIEW);
    registrar = server.someone(Right.REGISTER, Right.PROPOSE);
  }

  @AfterEach
  void stop() {
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
  void proposalAssuredByTheRegistrarAndAdoptedByTwo_isInForceAtTheNextStart() throws Exception {
    UUID id = changes.propose(lead, sound(), "Say it shorter", "Reviewers asked for it");
    assertThat(inForce().name()).isEqualTo(inForce.name());
    decide(registrar, id, RulebookChange.Step.ASSURED);
    decide(registrar, id, RulebookChange.Step.ADOPTED);
    assertThat(inForce().name()).isEqualTo(inForce.name());
    decide(lead, id, RulebookChange.Step.ADOPTED);
    RulebookChange change = changes.get(lead, id);
    assertThat(change.isAdopted()).isTrue();
    assertThat(inForce().name()).isEqualTo(change.rulebook()).startsWith("example/1.1#");
    // Laid out once, it is found again.
    assertThat(inForce().name()).isEqualTo(change.rulebook());
    assertThat(RulebookFiles.unzip(changes.archive(lead, id)).texts())
        .containsAllEntriesOf(sound());
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
    server.clock().set(Instant.parse("2026-06-01T10:00:00Z"));
    assertThat(inForce().rulebook().id().version()).isEqualTo("1.1");
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

  private void decide(Caller caller, UUID id, RulebookChange.Step step) {
    changes.decide(caller, id, step, "Read and tested");
  }

  /** What a start would read by. */
  private RulebookInForce inForce() {
    return AdoptedRulebook.over(inForce, server.databases(), data, server.time());
  }
}
