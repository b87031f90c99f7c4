package org.heed.server.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.heed.ledger.ExportSource;
import org.heed.ledger.ExportWriter;
import org.heed.ledger.Verifier;
import org.heed.server.ServerFixture;
import org.heed.server.StartFailure;
import org.heed.server.access.Right;
import org.heed.server.ledger.LedgerSource;
import org.heed.server.portable.TakeBack;
import org.heed.server.portable.TakingListener;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was destroyed does not come back, by an export or by a backup that is put back. */
class PutBackTest {
  @TempDir private Path folder;

  private DestructionScene made;
  private ServerFixture other;
  private UUID actor;
  private UUID gone;
  private UUID stays;

  @BeforeEach
  void start() throws IOException, SQLException {
    made = new DestructionScene();
    other = ServerFixture.create();
    // Otherwise both make the same identifiers.
    other.clock().pass(Duration.ofDays(400));
    actor = other.someone(Right.IMPORT).account();
    made.scene.server.asOwner("delete from access.role_grant");
    gone = made.whole("D/gone");
    stays = made.whole("D/stays");
    export("before");
    made.destroy(gone);
    made.settle();
    export("after");
  }

  @AfterEach
  void stop() {
    other.close();
    made.close();
  }

  private void export(String name) throws IOException, SQLException {
    try (LedgerSource source = LedgerSource.open(made.scene.server.address(), _ -> {})) {
      ExportWriter.write(
          source, Tables.ALL, made.scene.server.key().verifyKey(), folder.resolve(name));
    }
  }

  private void take(String name) throws IOException, SQLException {
    new TakeBack(other.address(), other.key(), actor, other.time(), other.ids())
        .run(
            ExportSource.open(folder.resolve(name)),
            made.scene.server.key().verifyKey(),
            null,
            new TakingListener() {
              @Override
              public void proven(long entries) {}

              @Override
              public void taken(long entries) {}
            });
    other.sequencer().settle();
  }

  private List<String> verify() throws SQLException {
    other.sequencer().settle();
    try (LedgerSource source = LedgerSource.open(other.address(), _ -> {})) {
      return new Verifier(other.key().verifyKey()).verify(source, null).lines();
    }
  }

  private long narratives(UUID report) {
    return other.count("select count(*) from record.narrative where report = '" + report + "'");
  }

  private KeptDestructions kept(ServerFixture of) {
    return new KeptDestructions(folder, made.scene.server.key(), of.address(), of.time(), of.ids());
  }

  @Test
  void exportMadeAfterwards_isTakenBackWithoutIt_andAnOlderOneBringsNothing() throws Exception {
    take("after");
    assertThat(narratives(gone)).isZero();
    assertThat(narratives(stays)).isEqualTo(1);
    assertThat(verify()).singleElement().asString().startsWith("ok ");
    take("before");
    assertThat(narratives(gone)).isZero();
    assertThat(other.count("select count(*) from record.report")).isEqualTo(1);
    assertThat(verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void recordThatTookAnOlderExport_losesItWithTheNextOne() throws Exception {
    take("before");
    assertThat(narratives(gone)).isEqualTo(1);
    take("after");
    assertThat(narratives(gone)).isZero();
    assertThat(narratives(stays)).isEqualTo(1);
    assertThat(other.count("select count(*) from ledger.destroyed"))
        .isEqualTo(made.scene.server.count("select count(*) from ledger.destroyed"));
    assertThat(verify()).singleElement().asString().startsWith("ok ");
  }

  @Test
  void backupThatIsPutBack_losesItAgain_beforeAnybodyIsServed() throws Exception {
    kept(made.scene.server).destroyed();
    assertThat(Files.readString(folder.resolve("destructions")))
        .contains("D/gone")
        .doesNotContain("Heron")
        .doesNotContain("Ottoline");
    take("before");
    assertThat(kept(other).bringInLine()).isEqualTo(1);
    assertThat(narratives(gone)).isZero();
    assertThat(narratives(stays)).isEqualTo(1);
    assertThat(
            other.text(
                "select kind from ledger.entry e join record.destruction_decision x on x.entry = e.id"))
        .isEqualTo("destruction.replayed");
    assertThat(verify()).singleElement().asString().startsWith("ok ");
    assertThat(kept(other).bringInLine()).as("once").isZero();
  }

  @Test
  void listThatIsNotAsItWasSigned_destroysNothing() throws Exception {
    kept(made.scene.server).destroyed();
    Path list = folder.resolve("destructions");
    Files.writeString(list, Files.readString(list).replace(gone.toString(), stays.toString()));
    take("before");
    assertThatThrownBy(() -> kept(other).bringInLine())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("not what this record's key signed");
    assertThat(narratives(gone)).isEqualTo(1);
    assertThat(narratives(stays)).isEqualTo(1);
  }

  @Test
  void withoutAList_nothingHappens() {
    assertThat(kept(other).bringInLine()).isZero();
    assertThat(folder.resolve("destructions")).doesNotExist();
  }
}
