package org.heed.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heed.server.ServerFixture;
import org.heed.server.access.Refused;
import org.heed.server.ledger.Checkpoints;
import org.heed.server.ledger.Proofs;
import org.heed.server.ledger.ProvenEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditLogTest {
  @TempDir static Path folder;

  private ServerFixture server;
  private AuditScene scene;
  private AuditLog log;
  private Proofs proofs;

  @BeforeAll
  void start() throws SQLException {
    server = ServerFixture.create();
    scene = new AuditScene(server);
    log =
        new AuditLog(
            server.acts(),
            new AuditStore(server.databases()),
            new UnusualStore(server.databases()),
            server.clock());
    Checkpoints checkpoints =
        new Checkpoints(server.databases().ledger(), server.sequencer(), folder);
    proofs = new Proofs(server.acts(), server.databases(), checkpoints, server.key().verifyKey());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static AuditQuestion question(
      @Nullable UUID person, @Nullable UUID record, @Nullable String kind, @Nullable UUID before) {
    List<UUID> people = person == null ? null : List.of(person);
    return new AuditQuestion(people, record, kind, null, false, before, 50);
  }

  private List<AuditEntry> ask(AuditQuestion question) {
    return log.entries(scene.auditor, question);
  }

  @Test
  void everyLookAtTheLog_isItselfAnEntry_withWhatWasShown() {
    server.clock().pass(Duration.ofSeconds(1));
    List<AuditEntry> shown = ask(question(scene.busy.account(), null, "report", null));
    List<AuditEntry> own = ask(question(scene.auditor.account(), null, "audit", null));
    assertThat(own.getFirst().kind()).isEqualTo("audit.searched");
    assertThat(own.getFirst().records())
        .containsExactlyElementsOf(shown.stream().map(AuditEntry::id).toList());
  }

  @Test
  void filters_narrowByPersonRecordKindAndDay() {
    UUID report = scene.reports.getFirst();
    assertThat(ask(question(scene.steady.account(), report, null, null))).hasSize(9);
    assertThat(ask(question(scene.recorder.account(), report, "report.recorded", null)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.changed()).isTrue());
    AuditQuestion day =
        new AuditQuestion(null, report, null, LocalDate.of(2026, 11, 20), true, null, 50);
    assertThat(ask(day)).hasSize(3).allSatisfy(entry -> assertThat(entry.name()).isNotEmpty());
  }

  @Test
  void pages_followOneAnother_withoutGapOrRepeat() {
    List<UUID> seen = new ArrayList<>();
    @Nullable UUID before = null;
    List<AuditEntry> page;
    do {
      page = ask(question(scene.busy.account(), null, "report.opened", before));
      page.forEach(entry -> seen.add(entry.id()));
      before = page.isEmpty() ? null : page.getLast().id();
    } while (before != null);
    assertThat(seen).hasSize(8 * 5 + 40).doesNotHaveDuplicates();
  }

  @Test
  void oneRecord_showsWhoLookedAndHowOften_withoutAuditItself() {
    RecordLooks looks = log.record(scene.auditor, scene.reports.get(11));
    assertThat(looks.people()).hasSize(4);
    assertThat(looks.people())
        .filteredOn(one -> one.account().equals(scene.steady.account()))
        .singleElement()
        .satisfies(one -> assertThat(one.looks()).isEqualTo(9));
  }

  @Test
  void unusualLooking_comparesWithOwnWeeksAndColleagues_andAreas() {
    List<Looking> people = log.unusual(scene.auditor);
    assertThat(people).hasSize(3);
    Looking first = people.getFirst();
    assertThat(first.account()).isEqualTo(scene.busy.account());
    assertThat(first.roles()).containsExactly("Investigator");
    assertThat(first.opened()).isEqualTo(40);
    assertThat(first.usual()).isEqualTo(5);
    assertThat(first.colleagues()).isEqualTo(13);
    assertThat(first.outside()).isEqualTo(2);
    assertThat(first.standsOut()).hasSize(3);
    assertThat(people.subList(1, 3)).allSatisfy(steady -> assertThat(steady.standsOut()).isEmpty());
  }

  @Test
  void whoIsNoAuditor_isRefused_andMayNotSearchForStaff() {
    assertThatThrownBy(() -> log.entries(scene.steady, question(null, null, null, null)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> proofs.state(scene.steady)).isInstanceOf(Refused.class);
    assertThat(
            server
                .acts()
                .plain(
                    scene.steady,
                    () -> new AuditStore(server.databases()).peopleNamed("Person", 20)))
        .isEmpty();
    assertThat(log.peopleNamed(scene.auditor, scene.busy.name())).contains(scene.busy.account());
  }

  @Test
  void anEntry_isProven_andAPresentCheckpointCanBeHad() {
    AuditEntry entry =
        ask(question(scene.recorder.account(), null, "report.recorded", null)).getLast();
    proofs.sign(scene.auditor);
    ProvenEntry proven = proofs.prove(scene.auditor, entry.id());
    assertThat(proven.holds()).isTrue();
    assertThat(proven.leaf()).startsWith("heed entry v1\nid " + entry.id());
    assertThat(proofs.newest(scene.auditor)).contains(proven.checkpoint());
    assertThat(folder.resolve("checkpoints")).isNotEmptyDirectory();
    assertThat(proofs.state(scene.auditor).size()).isEqualTo(proven.size());
    assertThatThrownBy(() -> proofs.prove(scene.auditor, new UUID(0, 9)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void anEntryChangedAfterwards_isNotProven() {
    AuditEntry entry = ask(question(scene.steady.account(), null, null, null)).getLast();
    server.asOwner("update ledger.entry set purpose = 'other' where id = '" + entry.id() + "'");
    ProvenEntry proven = proofs.prove(scene.auditor, entry.id());
    assertThat(proven.asRecorded()).isFalse();
    assertThat(proven.inTree()).isTrue();
  }
}
