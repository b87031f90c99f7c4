package org.heed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every example of {@code docs/contracts.md} as it stands there. */
class ContractExamplesTest {
  private static final Path CONTRACTS = Path.of("..", "docs", "contracts.md");
  static final Pattern EXAMPLE =
      Pattern.compile(
          "^```heed (?<command>.+)\n(?<input>(?s:.*?))^---\n(?<answer>(?s:.*?))^```$",
          Pattern.MULTILINE);

  private final InputStream in = System.in;
  private final PrintStream out = System.out;

  @AfterEach
  void giveStandardStreamsBack() {
    System.setIn(in);
    System.setOut(out);
  }

  @TestFactory
  Stream<DynamicTest> example() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(CONTRACTS))
        .results()
        .map(example ->
            DynamicTest.dynamicTest(
                example.group("command"),
                () ->
                    assertThat(answer(example.group("command"), example.group("input")))
                        .isEqualTo(example.group("answer"))));
  }

  @Test
  void everyBlockThatNamesACommand_isAnExample() throws IOException {
    String contracts = Files.readString(CONTRACTS);
    assertThat(EXAMPLE.matcher(contracts).results().count())
        .isEqualTo(
            Pattern.compile("^```heed ", Pattern.MULTILINE).matcher(contracts).results().count());
  }

  static String answer(String command, String input) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
    System.setOut(new PrintStream(answer, true, UTF_8));
    StringWriter messages = new StringWriter();
    int status =
        Heed.run(
            new PrintWriter(System.out, true, UTF_8),
            new PrintWriter(messages, true),
            command.split(" ", -1));
    assertThat(status).as(messages.toString()).isZero();
    return answer.toString(UTF_8);
  }
}
