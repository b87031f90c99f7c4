package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heed.cli.CommandRecord.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecountCommandTest {
  private static final String EXAMPLE = "../rulebook/src/test/resources/example";

  @TempDir static Path folder;
  private static CommandRecord record;

  @BeforeAll
  static void start() throws IOException {
    record = new CommandRecord(folder.resolve("data"));
    Ran ran =
        CommandRecord.runAsItIs(
            """
            Ref,Text,Born,Told
            1,She stayed out all night.,2012-05-06,2026-02-02
            """,
            with(
                List.of(
                    "import",
                    "-",
                    "--mapping",
                    "../docs/examples/mappings/referrals.yaml",
                    "--rulebook",
                    EXAMPLE)));
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  @AfterAll
  static void stop() {
    record.close();
  }

  private static String[] with(List<String> command) {
    return record.onRecord(command).toArray(String[]::new);
  }

  private static Ran recount(String rulebook, String from, String to) {
    List<String> all =
        new ArrayList<>(List.of("recount", "--rulebook", rulebook, "--in-force", EXAMPLE));
    all.addAll(List.of("--from", from, "--to", to));
    return CommandRecord.runAsItIs("", with(all));
  }

  @Test
  void recordWithoutCrimes_isCountedByAnyRulebook() {
    Ran ran = recount(EXAMPLE, "2026-01-01", "2026-03-31");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("\"rulebook\":\"example/1.0#", "\"as_recorded\":{\"before\":0,\"count\":0}")
        .contains("\"by_rulebook\":{\"before\":0,\"count\":0}", "\"step\":\"rulebook\"");
  }

  @Test
  void mistakes_areOneSentence() {
    assertThat(recount("no-such", "2026-01-01", "2026-03-31").err())
        .contains("the rulebook cannot be used", "there is no such folder");
    assertThat(recount(EXAMPLE, "2026-03-31", "2026-01-01").err())
        .contains("The last day must not be before the first.");
  }
}
