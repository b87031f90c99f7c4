package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.heed.cli.CommandRecord.Ran;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandTest {
  private static final String[] ADD = {
    "account", "add", "jmarsh", "--called", "Jo Marsh", "--agency", "norchester"
  };

  private CommandRecord record;

  @BeforeEach
  void start(@TempDir Path data) {
    record = new CommandRecord(data);
  }

  @AfterEach
  void stop() {
    record.close();
  }

  private Ran succeeds(String... command) {
    Ran ran = record.run("", command);
    assertThat(ran.status()).as(ran.err()).isZero();
    return ran;
  }

  private List<String> kinds() throws SQLException {
    List<String> kinds = new ArrayList<>();
    try (Connection connection = record.owner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select kind from ledger.entry order by at, id")) {
      while (row.next()) {
        kinds.add(row.getString(1));
      }
    }
    return kinds;
  }

  @Test
  void newRecord_getsItsFirstAdministrator_andEachActIsAnEntry() throws SQLException {
    assertThat(succeeds(ADD).lastLine()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
    succeeds("account", "give", "jmarsh", "administrator", "--reason", "First of this record");
    succeeds(
        "account",
        "give",
        "JMARSH",
        "supervisor",
        "--area",
        "greyport",
        "--until",
        "2099-03-31",
        "--reason",
        "Covers a colleague");
    assertThat(succeeds("account", "list").out())
        .contains(
            "jmarsh\tJo Marsh\tnorchester\tsigns in\tadministrator, supervisor in greyport until"
                + " 2099-03-31");
    succeeds("account", "take-back", "jmarsh", "administrator", "--reason", "Left");
    succeeds("account", "password", "jmarsh");
    assertThat(succeeds("account", "list").out()).doesNotContain("administrator");
    assertThat(kinds())
        .containsExactly(
            "account.made", "role.given", "role.given", "role.taken-back", "account.password-set");
  }

  @Test
  void whatCannotBe_isToldInOneSentence() {
    succeeds(ADD);
    assertThat(record.run("", ADD).err()).contains("There is an account of that name already.");
    Ran nobody = record.run("", "account", "password", "nobody");
    assertThat(nobody.status()).isEqualTo(1);
    assertThat(nobody.err()).contains("There is no account of that name");
    Ran role = record.run("", "account", "give", "jmarsh", "chief", "--reason", "x");
    assertThat(role.status()).isEqualTo(2);
    assertThat(role.err()).contains("a role is one of response-officer");
  }
}
