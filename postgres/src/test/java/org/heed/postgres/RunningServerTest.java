package org.heed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.heed.postgres.PostgresFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** One running server of each kind, looked at from all sides. */
@ParameterizedClass
@CsvSource({"installed, 15", "bundled, 18"})
final class RunningServerTest {
  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static OwnPostgres server;

  private final String choice;
  private final int atLeast;

  RunningServerTest(String choice, int atLeast) {
    this.choice = choice;
    this.atLeast = atLeast;
  }

  @BeforeParameterizedClassInvocation
  static void start(String choice, int atLeast) throws IOException {
    assumeTrue(
        choice.equals("bundled") || Fixtures.installedServerIsThere(),
        "no PostgreSQL is installed here");
    Fixtures.reachable(folder);
    server = OwnPostgres.start(folder.resolve(choice), Fixtures.options(choice));
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
  }

  private Path data() {
    return folder.resolve(choice);
  }

  private String setting(String name) throws SQLException {
    return Fixtures.ask(server.address(), "SHOW " + name);
  }

  @Test
  void version_isTheOneAskedFor() throws SQLException {
    assertThat(Integer.parseInt(setting("server_version_num")) / 10_000)
        .isGreaterThanOrEqualTo(atLeast)
        .isEqualTo(server.binaries().major());
  }

  @Test
  void records_areSafe() throws SQLException {
    assertThat(setting("fsync")).isEqualTo("on");
    assertThat(setting("full_page_writes")).isEqualTo("on");
    assertThat(setting("synchronous_commit")).isEqualTo("on");
    assertThat(setting("data_checksums")).isEqualTo("on");
    try (Connection connection = server.address().connect()) {
      ServerCheck.requireDurable(connection);
    }
  }

  @Test
  void textIsUnicode_orderedByCodePoint() throws SQLException {
    assertThat(setting("server_encoding")).isEqualTo("UTF8");
    assertThat(Fixtures.ask(server.address(), "SELECT 'a' > 'B' AND 'é' > 'z'")).isEqualTo("t");
    assertThat(Fixtures.ask(server.address(), "SELECT upper('é')")).isEqualTo("É");
    assertThat(setting("timezone")).isEqualTo("UTC");
  }

  @Test
  void wrongOrMissingPassword_isRefused() {
    assertThatThrownBy(() -> server.address().withUser(OwnPostgres.SUPERUSER, "wrong").connect())
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", "28P01");
    assertThatThrownBy(() -> server.address().withUser(OwnPostgres.SUPERUSER, null).connect())
        .isInstanceOf(SQLException.class);
  }

  @Test
  void onlyPasswordLoginsFromThisMachine_areListed() throws SQLException {
    assertThat(
            Fixtures.ask(
                server.address(),
                "SELECT string_agg(DISTINCT type || ' ' || auth_method, ',')"
                    + " FROM pg_hba_file_rules"))
        .isEqualTo("host scram-sha-256");
    assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(setting("unix_socket_directories")).isEmpty();
  }

  @Test
  void otherAddressesOfThisMachine_areNotListenedOn() throws IOException {
    Stream<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress());
    others.forEach(address ->
        assertThatThrownBy(
                () -> {
                  try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address, server.port()), 2_000);
                  }
                })
            .isInstanceOf(IOException.class));
  }

  @Test
  void secrets_areForTheirOwnerOnly() throws IOException {
    Path secrets = data().resolve("secrets");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
        .isEqualTo("rwx------");
    Path password = secrets.resolve("heed_superuser.password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    assertThat(server.address().toString()).doesNotContain(Files.readString(password).strip());
  }

  @Test
  void secondHeed_isRefusedInOneSentence() {
    assertThatThrownBy(() -> OwnPostgres.start(data(), Fixtures.options(choice)))
        .isInstanceOf(PostgresFailure.class)
        .hasFieldOrPropertyWithValue("kind", Kind.FOLDER_IN_USE)
        .hasMessageContaining("Another Heed is running on this folder")
        .hasMessageContaining("--data");
  }

  @Test
  void guest_joinsTheRunningServer() throws SQLException {
    DatabaseAddress address = OwnPostgres.attach(data());
    assertThat(address.port()).isEqualTo(server.port());
    assertThat(Fixtures.ask(address, "SELECT 1")).isEqualTo("1");
  }

  @Test
  void failedStatement_leavesNoTextInTheLog() throws IOException, SQLException {
    Fixtures.run(server.address(), "CREATE TABLE IF NOT EXISTS t (a text UNIQUE)");
    for (String sql :
        new String[] {
          "SELECT 'a marked word'::int",
          "INSERT INTO t VALUES ('a marked word'), ('a marked word')",
          "SELECT nothing FROM a_marked_word"
        }) {
      assertThatThrownBy(() -> Fixtures.run(server.address(), sql))
          .isInstanceOf(SQLException.class);
    }
    assertThat(Files.readString(data().resolve("postgres/log/postgres.log")))
        .doesNotContain("marked")
        .contains("ready to accept connections");
  }

  @Test
  void superuser_cannotTurnDurabilityOff() throws SQLException {
    Fixtures.run(server.address(), "ALTER SYSTEM SET fsync = off");
    Fixtures.run(server.address(), "SELECT pg_reload_conf()");
    assertThat(setting("fsync")).isEqualTo("on");
    Fixtures.run(server.address(), "ALTER SYSTEM RESET fsync");
  }

  @Test
  void addressRead_fromText_connects() throws SQLException {
    DatabaseAddress own = server.address();
    String text = "postgresql://" + own.user() + "@127.0.0.1:" + own.port() + "/postgres";
    String password = own.password();
    assertThat(password).isNotNull();
    DatabaseAddress read = DatabaseAddress.parse(text, Map.of("PGPASSWORD", password));
    assertThat(Fixtures.ask(read, "SELECT current_user")).isEqualTo(OwnPostgres.SUPERUSER);
  }
}
