package org.heed.cli.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadCommandTest {
  private static final String EXAMPLE = "../rulebook/src/test/resources/example";

  @TempDir Path folder = Path.of("");

  private List<String> answers(byte[] input, int status) throws IOException {
    Path in = folder.resolve("in.ndjson");
    Path out = folder.resolve("out.ndjson");
    Files.write(in, input);
    int got =
        new CommandLine(new ReadCommand())
            .execute("--rulebook", EXAMPLE, "--in", in.toString(), "--out", out.toString());
    assertThat(got).isEqualTo(status);
    return Files.readAllLines(out);
  }

  @Test
  void oneObjectALine_givesOneObjectALineInOrder() throws Exception {
    List<String> answers =
        answers(
            """
            {"id":"r1","text":"A 14yo girl disclosed that she was groomed.","extra":{"a":[1]}}
            {"id":2,"text":"Nothing here.","victim_age":null}
            """
                .getBytes(UTF_8),
            0);

    assertThat(answers).hasSize(2);
    assertThat(answers.get(0))
        .startsWith("{\"id\":\"r1\",\"ask\":\"decision\",\"rulebook\":\"example/1.0#")
        .contains("\"because\":[\"f1\",\"f2\"]")
        .contains("\"start\":2,\"end\":6,\"text\":\"14yo\"");
    assertThat(answers.get(1))
        .contains("\"id\":\"2\",\"ask\":null")
        .endsWith("\"reasons\":[],\"findings\":[],\"language\":[]}");
  }

  @Test
  void malformedLines_areNamedInTheirPlaceWithoutTheirContent() throws Exception {
    List<String> answers =
        answers(
            """
            {"id":"r1","text":"Secret
            {"id":"r2"}
            {"id":"r3","text":"Fine."}

            [1]
            {"id":"r4","text":"x","victim_age":"old"}
            {"id":"r5","text":"x","occurred_on":"soon"}
            """
                .getBytes(UTF_8),
            1);

    assertThat(answers).hasSize(6);
    assertThat(answers.get(0)).startsWith("{\"line\":1,\"error\":\"not JSON");
    assertThat(answers.get(1)).isEqualTo("{\"line\":2,\"error\":\"no text\"}");
    assertThat(answers.get(2)).startsWith("{\"id\":\"r3\"");
    assertThat(answers.get(3)).isEqualTo("{\"line\":5,\"error\":\"not a JSON object\"}");
    assertThat(answers.get(4)).contains("victim_age is not");
    assertThat(answers.get(5)).contains("occurred_on is not");
    assertThat(String.join("", answers)).doesNotContain("Secret");
  }

  @Test
  void malformedBytesAndLoneSurrogates_countOneCodePointEach() throws Exception {
    byte[] line = "{\"id\":\"r\",\"text\":\"?? \\ud800 15yo\"}\n".getBytes(UTF_8);
    line[18] = (byte) 0xe2;
    line[19] = (byte) 0x82;

    assertThat(answers(line, 0).getFirst())
        .contains("\"start\":5,\"end\":9,\"text\":\"15yo\"")
        .endsWith("\"language\":[],\"malformed\":2}");
    line[18] = '?';
    line[19] = '?';
    assertThat(answers(line, 0).getFirst()).endsWith("\"language\":[]}");
  }

  private static final byte[] TEXTS =
      """
      {"id":"r1","text":"Mum says she never stayed out all night. A 14yo girl was groomed."}
      {"id":"r2","text":"Nothing here."}
      {"id":"r3","text":"She stayed out all night."}
      """
          .getBytes(UTF_8);

  private List<String> replayed(String once, int status) throws IOException {
    Path readings = folder.resolve("readings.ndjson");
    Path texts = folder.resolve("texts.ndjson");
    Path out = folder.resolve("again.ndjson");
    Files.writeString(readings, once);
    Files.write(texts, TEXTS);
    int got =
        new CommandLine(new ReadCommand())
            .execute(
                "--rulebook",
                EXAMPLE,
                "--in",
                texts.toString(),
                "--replay",
                readings.toString(),
                "--out",
                out.toString());
    assertThat(got).isEqualTo(status);
    return Files.readAllLines(out);
  }

  @Test
  void whatWasRead_isReadAgainTheSame() throws Exception {
    List<String> once = answers(TEXTS, 0);

    assertThat(replayed(String.join("\n", once), 0))
        .containsExactly(
            "{\"id\":\"r1\",\"same\":true,\"differs\":[]}",
            "{\"id\":\"r2\",\"same\":true,\"differs\":[]}",
            "{\"id\":\"r3\",\"same\":true,\"differs\":[]}");
  }

  @Test
  void wholeReading_isTheSameToTheByte() throws Exception {
    String once = answers(TEXTS, 0).getFirst();

    assertThat(replayed(once + "\r\n", 0))
        .containsExactly("{\"id\":\"r1\",\"same\":true,\"differs\":[]}");
    assertThat(replayed(once.replace("\"ask\":", "\"ask\": "), 1))
        .containsExactly(
            "{\"id\":\"r1\",\"same\":false,\"differs\":[\"the same is written in other bytes\"]}");
    assertThat(replayed(once.replace("missing-overnight", "\\u006dissing-overnight"), 1).getFirst())
        .contains("in other bytes");
  }

  @Test
  void oneFinding_isProofByItself() throws Exception {
    String finding =
        "{\"id\":\"r3\",\"findings\":[{\"concept\":\"missing-overnight\",\"start\":4,\"end\":24,"
            + "\"negated\":false,\"cues\":[]}]}";

    assertThat(replayed(finding, 0))
        .containsExactly("{\"id\":\"r3\",\"same\":true,\"differs\":[]}");
    assertThat(replayed(finding.replace("false", "true"), 1).getFirst())
        .contains("missing-overnight 4–24: negated was true and is false");
  }

  @Test
  void whatDiffers_isNamedWithoutTheWords() throws Exception {
    List<String> once = answers(TEXTS, 0);
    String changed =
        once.get(0).replace("\"scope\":\"before\"", "\"scope\":\"behind\"")
            + "\n"
            + once.get(1).replace("example/1.0#", "example/0.9#")
            + "\n"
            + once.get(2).replace("\"start\":4", "\"start\":3").replace("stayed out", "secret")
            + "\n"
            + once.get(2).replaceAll("\"findings\":.*\"language\"", "\"findings\":[],\"language\"")
            + "\n{\"id\":\"r9\",\"ask\":null}\n{\"line\":4,\"error\":\"no text\"}";

    List<String> again = replayed(changed, 1);

    assertThat(again).hasSize(5);
    assertThat(again.get(0)).contains("cues was [").contains("behind").contains("before");
    assertThat(again.get(1)).contains("rulebook was").contains("example/0.9#");
    assertThat(again.get(2))
        .contains("finding missing-overnight 3–24 is not found again")
        .contains("finding missing-overnight 4–24 is new");
    assertThat(again.get(3)).contains("finding missing-overnight 4–24 is new");
    assertThat(again.get(4)).contains("\"id\":\"r9\"").contains("there is no text with this id");
    assertThat(String.join("", again)).doesNotContain("secret").doesNotContain("all night");
  }

  @Test
  void rulebookCommands_checkTestAndCompare() {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new RulebookCommand()).setOut(new PrintWriter(out, true));

    assertThat(line.execute("check", EXAMPLE)).isZero();
    assertThat(line.execute("test", EXAMPLE)).isZero();
    assertThat(line.execute("diff", EXAMPLE, EXAMPLE)).isZero();
    assertThat(line.execute("check", "no-such-folder")).isOne();
    assertThat(out.toString())
        .contains("is sound: 5 concepts")
        .contains("0 not as they should be")
        .contains("no difference")
        .contains("there is no such folder");
  }
}
