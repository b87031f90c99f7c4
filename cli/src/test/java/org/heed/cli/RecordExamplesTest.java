package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the examples of {@code docs/contracts.md} that need a record, one after another on the same
 * one, as they stand there but for moments, digests and the rulebook's hash.
 */
class RecordExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "^```record (?<command>.+)\n(?<input>(?s:.*?))^---\n(?<answer>(?s:.*?))^```$",
          Pattern.MULTILINE);

  @TempDir Path data;

  @Test
  void everyExampleOnARecord_answersAsTheContractSays() throws IOException {
    List<MatchResult> examples =
        EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "contracts.md"))).results().toList();
    assertThat(examples).isNotEmpty();
    try (CommandRecord record = new CommandRecord(data)) {
      for (MatchResult example : examples) {
        String command =
            example
                .group("command")
                .replace("docs/", "../docs/")
                .replace("rulebooks/", "../rulebooks/");
        CommandRecord.Ran ran = record.run(example.group("input"), command.split(" ", -1));
        assertThat(ran.status()).as(command + ": " + ran.err()).isZero();
        assertThat(plain(ran.out())).as(command).isEqualTo(plain(example.group("answer")));
      }
    }
  }

  private static String plain(String answer) {
    return answer
        .replaceAll("\"(known_at|at|settled_at)\":\"[^\"]*\"", "\"$1\":\"…\"")
        .replaceAll("\"(sha256|id)\":\"[0-9a-f-]{36,64}\"", "\"$1\":\"…\"")
        .replaceAll("england-wales/[0-9a-z.#]+", "england-wales/…");
  }
}
