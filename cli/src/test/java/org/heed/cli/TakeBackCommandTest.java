package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.heed.cli.CommandRecord.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heed export}, and {@code heed import} of what it wrote. */
class TakeBackCommandTest {
  private static final String ROWS =
      """
      Ref,Text,Born,Told
      H1,"Missing overnight again, found at a hotel with older adults.",2003-04-01,2017-03-02
      H2,Bicycle taken from outside the library.,,2017-04-02
      """;
  private static final String MAPPING = "../docs/examples/mappings/referrals.yaml";
  private static final String QUESTION =
      """
      {"unit":"reports","definition":"prompted",
       "period":{"from":"2017-01-01","to":"2017-12-31","by":"quarter"},"clock":"recorded"}
      """;
  private static final Pattern KNOWN = Pattern.compile("\"known\":\\{\"at\":\"([^\"]+)\"");

  @TempDir static Path folder;
  private static CommandRecord force;
  private static Path copy;

  private CommandRecord other;

  @BeforeAll
  static void export() {
    force = new CommandRecord(folder.resolve("force"));
    succeeds(force.run(ROWS, "import", "-", "--mapping", MAPPING));
    copy = folder.resolve("copy");
    Ran ran = force.runOnLedger("export", "--out", copy.toString());
    assertThat(succeeds(ran).lastLine()).isEqualTo("exported 2 entries to " + copy);
  }

  @AfterAll
  static void close() {
    force.close();
  }

  @BeforeEach
  void start(@TempDir Path data) {
    other = new CommandRecord(data);
  }

  @AfterEach
  void stop() {
    other.close();
  }

  private static Ran succeeds(Ran ran) {
    assertThat(ran.status()).as(ran.err()).isZero();
    return ran;
  }

  private static String key() {
    return force.data().resolve("ledger.pub").toString();
  }

  private Ran take(String... more) {
    String[] command = new String[more.length + 2];
    command[0] = "import";
    command[1] = copy.toString();
    System.arraycopy(more, 0, command, 2, more.length);
    return other.run("", command);
  }

  @Test
  void export_leavesAnEntry_andIsForItsOwnerAlone() throws SQLException, IOException {
    try (Connection connection = force.owner();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from ledger.entry where kind = 'record.exported'")) {
      row.next();
      assertThat(row.getInt(1)).isPositive();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rwx------");
  }

  @Test
  void takenBack_countsEntries_andAnswersTheSameQuestionToTheByte() {
    Ran taken = succeeds(take("--key", key()));
    assertThat(taken.lastLine())
        .isEqualTo("{\"read\":2,\"new\":2,\"changed\":0,\"same\":0,\"refused\":0}");
    assertThat(taken.err()).isEmpty();
    String answer = succeeds(force.run(QUESTION, "figures", "-")).out();
    var known = KNOWN.matcher(answer);
    assertThat(known.find()).isTrue();
    assertThat(succeeds(other.run(QUESTION, "figures", "-", "--known-at", known.group(1))).out())
        .isEqualTo(answer);
    assertThat(succeeds(take("--key", key())).lastLine())
        .isEqualTo("{\"read\":2,\"new\":0,\"changed\":0,\"same\":2,\"refused\":0}");
  }

  @Test
  void sourceSentAgain_isKnown() {
    succeeds(take("--key", key()));
    assertThat(succeeds(other.run(ROWS, "import", "-", "--mapping", MAPPING)).lastLine())
        .isEqualTo("{\"read\":2,\"new\":0,\"changed\":0,\"same\":2,\"refused\":0}");
  }

  @Test
  void checkpointOfTheOldLedger_isOneOfTheNew() {
    succeeds(take("--key", key()));
    assertThat(
            succeeds(
                    other.runOnLedger(
                        "verify",
                        "--checkpoint",
                        copy.resolve("checkpoint").toString(),
                        "--checkpoint-key",
                        key()))
                .lastLine())
        .startsWith("ok 3 entries");
  }

  @Test
  void recordInUse_isToldThatItKnowsTheRestFromNowOn() {
    succeeds(
        other.run(
            "Ref,Text,Born,Told\nX1,Seen at a hotel.,,2017-03-02\n",
            "import",
            "-",
            "--mapping",
            MAPPING));
    assertThat(succeeds(take("--key", key())).err()).contains("known from now on");
  }

  @Test
  void exportOfAnotherHeed_needsItsKey() {
    Ran ran = take();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("written by another Heed").contains("--key");
    assertThat(ran.err().lines()).hasSize(1);
  }

  @Test
  void tamperedExport_isRefusedInOneSentence(@TempDir Path tampered) throws IOException {
    Path changed = tampered.resolve("copy");
    copyAll(changed);
    Path narratives = changed.resolve("facts/narrative.ndjson");
    Files.writeString(
        narratives, Files.readString(narratives).replace("older adults", "her brother"));
    Ran ran = other.run("", "import", changed.toString(), "--key", key());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("entry 0: changed").contains("nothing was taken back");
  }

  private static void copyAll(Path to) throws IOException {
    try (var files = Files.walk(copy)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(copy.relativize(file)));
      }
    }
  }

  @Test
  void exportAndMapping_orNoExport_isWrongUsage() {
    assertThat(take("--key", key(), "--mapping", MAPPING).status()).isEqualTo(2);
    assertThat(other.run(ROWS, "import", "-", "--key", key(), "--mapping", MAPPING).status())
        .isEqualTo(2);
    assertThat(other.run(ROWS, "import", "-").status()).isEqualTo(2);
  }

  @Test
  void folderThatIsNoExport_isToldSo(@TempDir Path empty) {
    Ran ran = other.run("", "import", empty.toString(), "--key", key());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("is no export");
  }
}
