package org.heed.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
  private ServerFixture server;
  private Operations operations;
  private Caller team;
  private UUID report;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    RecordServices services =
        RecordServices.of(
            server.databases(),
            server.time(),
            server.ids(),
            RulebookInForce.load(java.nio.file.Path.of("../rulebooks/england-wales")),
            new Random(7));
    operations = new Operations(server.acts(), server.databases());
    team = server.someone(Right.RECORD, Right.READ, Right.REVIEW);
    Instant now = server.time().instant();
    report =
        services
            .reports()
            .record(
                team,
                SampleReport.of(
                    "test",
                    "1",
                    ReportKind.CRIME_REPORT,
                    null,
                    "greyport",
                    "Met outside the station by an older man she did not name.",
                    now,
                    now,
                    now,
                    now,
                    List.of()))
            .report();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Larkspur, Larkspur",
    "'  Operation   Larkspur ', Larkspur",
    "op Harrow Lane, Harrow Lane",
    "Op. O’Neill, O’Neill",
    "Opal, Opal",
    "Operation, Operation"
  })
  void title_isNoPartOfTheName(String typed, String name) {
    assertThat(Operations.name(typed)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "<b>", "-", "a\u0000b", "Lark; spur"})
  void whatIsNoName_isRefused_andNothingIsKept(String typed) {
    assertThat(Operations.name(typed)).isEmpty();
    assertThatThrownBy(() -> operations.set(team, report, typed, "Named in the log"))
        .isInstanceOf(Refused.class);
    assertThat(known(null)).isEmpty();
  }

  @Test
  void name_hasSixtyCharactersAtMost() {
    assertThat(Operations.name("a".repeat(60))).isPresent();
    assertThat(Operations.name("a".repeat(61))).isEmpty();
  }

  @Test
  void newestHolds_andWhatWasKnownBeforeStaysKnown() throws SQLException {
    operations.set(team, report, "Larkspur", "Named in the log");
    Instant first = settled();
    operations.set(team, report, "Tern", "Taken over");
    Instant second = settled();
    operations.set(team, report, null, "Not of it after all");
    settled();
    assertThat(known(null)).isEmpty();
    assertThat(known(first)).contains("Larkspur");
    assertThat(known(second)).contains("Tern");
    assertThat(server.texts("select operation from record.report_operation order by seq"))
        .containsExactly("Larkspur", "Tern", null);
  }

  @Test
  void sayingItAgain_orWithoutAReason_orOfAReportNotOpen_isRefused() {
    operations.set(team, report, "Larkspur", "Named in the log");
    assertThatThrownBy(() -> operations.set(team, report, "Operation Larkspur", "Again"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> operations.set(team, report, "Tern", " "))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("reason");
    assertThatThrownBy(() -> operations.set(team, UUID.randomUUID(), "Tern", "Reason"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no such report");
    Caller officer = server.someone(Right.RECORD, Right.READ);
    assertThatThrownBy(() -> operations.set(officer, report, "Tern", "Reason"))
        .isInstanceOf(Refused.class);
  }

  private Instant settled() throws SQLException {
    server.sequencer().settle();
    Instant then = server.time().instant();
    server.clock().set(then.plusSeconds(60));
    team = server.someone(Right.RECORD, Right.READ, Right.REVIEW);
    return then.plusSeconds(30);
  }

  private Optional<String> known(@Nullable Instant moment) {
    KnownPositions positions = new KnownPositions(server.databases());
    return server.acts().plain(team, () -> operations.find(report, positions.at(moment)));
  }
}
