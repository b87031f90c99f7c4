package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HeedTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int heed(String... args) {
    return Heed.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void help_listsEveryCommand_onStandardOutput() {
    assertThat(heed("--help")).isZero();
    assertThat(out.toString()).contains(Commands.names().toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void everyCommand_explainsItself() {
    for (String name : Commands.names()) {
      assertThat(heed(name, "--help")).as(name).isZero();
      assertThat(out.toString()).contains("heed " + name);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void noCommand_isWrongUsage() {
    assertThat(heed()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Which command?");
  }

  @Test
  void unknownCommand_isWrongUsage_andSuggestsTheNearest() {
    assertThat(heed("chekc")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("no command chekc")
        .contains("Did you mean")
        .contains("check");
  }

  @Test
  void unknownCommand_isNamed_alsoWhenAKnownOneFollows() {
    assertThat(heed("telephone", "check", "somewhere")).isEqualTo(2);
    assertThat(err.toString()).contains("no command telephone");
  }

  @Test
  void unknownOption_isWrongUsage() {
    assertThat(heed("check", "--loud")).isEqualTo(2);
    assertThat(err.toString()).contains("--loud").contains("heed check --help");
  }

  @Test
  void failure_isOneSentenceOnStandardError_andStatusOne() {
    assertThat(heed("check")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).hasLineCount(1).startsWith("heed: ");
  }
}
