package org.heed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseAddressTest {
  private static DatabaseAddress parse(String text) {
    return DatabaseAddress.parse(text, Map.of());
  }

  @Test
  void fullAddress_isReadInParts() {
    DatabaseAddress address =
        parse("postgresql://ann:p%40ss+1@db.example:6543/heed?sslmode=verify-full");
    assertThat(address)
        .isEqualTo(
            new DatabaseAddress(
                "db.example", 6543, "heed", "ann", "p@ss+1", Map.of("sslmode", "verify-full")));
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6543/heed");
    assertThat(address.properties()).containsEntry("password", "p@ss+1").hasSize(3);
  }

  @Test
  void driversForm_isRead_withUserAndPasswordAmongSettings() {
    assertThat(parse("jdbc:postgresql://h/d?user=u&password=p&ssl=true"))
        .isEqualTo(new DatabaseAddress("h", 5432, "d", "u", "p", Map.of("ssl", "true")));
    assertThat(parse("jdbc:postgresql:d").host()).isEqualTo("localhost");
  }

  @Test
  void ipv6Host_keepsItsBracketsInTheUrl() {
    DatabaseAddress address = parse("postgres://u@[::1]:5433/d");
    assertThat(address.host()).isEqualTo("::1");
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5433/d");
  }

  @Test
  void databaseLeftOut_isTheUsersName() {
    assertThat(parse("postgresql://ann@h").database()).isEqualTo("ann");
    assertThat(parse("postgresql://ann@h/").database()).isEqualTo("ann");
  }

  @Test
  void password_isTakenFromOutside_andTheAddressItselfWins(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from file\n");
    Map<String, String> byFile = Map.of("HEED_DATABASE_PASSWORD_FILE", file.toString());
    Map<String, String> byVariable = Map.of("PGPASSWORD", "from variable");
    assertThat(DatabaseAddress.parse("postgresql://u@h/d", byFile).password())
        .isEqualTo("from file");
    assertThat(DatabaseAddress.parse("postgresql://u@h/d", byVariable).password())
        .isEqualTo("from variable");
    assertThat(DatabaseAddress.parse("postgresql://u:own@h/d", byVariable).password())
        .isEqualTo("own");
  }

  @Test
  void text_masksThePasswordAndEverySettingsValue() {
    assertThat(parse("postgresql://u:secret@h/d?sslpassword=secret&a=secret"))
        .hasToString("postgresql://u:***@h:5432/d?a=…&sslpassword=…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mysql://u:secret@h/d",
        "postgresql://u:secret@h:port/d",
        "postgresql://u:secret@h:99999/d",
        "postgresql://u:secret@h/d/e",
        "postgresql://u:se cret@h@i/d",
        "postgresql://u:%zz@h/d",
        "postgresql://u:secret@h/d?secret"
      })
  void whatIsNoAddress_isRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("postgresql://user@host:5432/database")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void missingPasswordFile_isNamedByItsVariable() {
    Map<String, String> environment = Map.of("HEED_DATABASE_PASSWORD_FILE", "/nowhere/at/all");
    assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://u@h/d", environment))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("HEED_DATABASE_PASSWORD_FILE");
  }
}
