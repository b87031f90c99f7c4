package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.heed.cli.CommandRecord.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FiguresCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ALL_REPORTS =
      """
      {"unit":"reports","definition":"all","period":{"from":"2017-01-01","to":"2017-12-31"},
       "clock":"recorded"}
      """;

  @TempDir static Path data;
  private static CommandRecord record;

  @BeforeAll
  static void start() {
    record = new CommandRecord(data);
    add("Ref,Text,Born,Told\n1,Missing overnight.,2003-05-01,2017-03-02\n2,Seen.,,2016-07-02\n");
  }

  @AfterAll
  static void stop() {
    record.close();
  }

  private static void add(String csv) {
    Ran ran =
        record.run(csv, "import", "-", "--mapping", "../docs/examples/mappings/referrals.yaml");
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private static JsonNode answer(String question, String... more) {
    Ran ran = ask(question, more);
    assertThat(ran.status()).as(ran.err()).isZero();
    return JSON.readTree(ran.out());
  }

  private static Ran ask(String question, String... more) {
    List<String> command = new java.util.ArrayList<>(List.of("figures", "-"));
    command.addAll(List.of(more));
    return record.run(question, command.toArray(String[]::new));
  }

  @Test
  void answerCarriesWhatItRestsOn() {
    JsonNode answer = answer(ALL_REPORTS);
    assertThat(answer.at("/count").longValue()).isGreaterThanOrEqualTo(1);
    assertThat(answer.at("/before/count").longValue()).isEqualTo(1);
    assertThat(answer.at("/before/from").stringValue()).isEqualTo("2016-01-01");
    assertThat(answer.at("/unit/title").stringValue()).isEqualTo("Reports");
    assertThat(answer.at("/rulebook").stringValue()).startsWith("england-wales/");
    assertThat(answer.at("/known/entries").longValue()).isGreaterThanOrEqualTo(2);
    assertThat(answer.at("/lineage/records")).isEqualTo(answer.at("/count"));
    assertThat(answer.at("/cells")).hasSize(12);
  }

  @Test
  void whatCameLater_leavesTheAnswerAboutAMoment_toTheByte() {
    String moment = answer(ALL_REPORTS).at("/known/at").stringValue();
    String first = ask(ALL_REPORTS, "--known-at", moment).out();
    add("Ref,Text,Born,Told\nlater,Told later.,,2017-05-01\nlater2,Elsewhere.,,2017-06-01\n");
    assertThat(ask(ALL_REPORTS, "--known-at", moment).out()).isEqualTo(first);
    String now = ask(ALL_REPORTS).out();
    assertThat(now).isNotEqualTo(first);
    assertThat(ask(ALL_REPORTS).out()).isEqualTo(now);
  }

  @Test
  void questionInTheAnswer_canBeAskedAgain() {
    Ran once = ask(ALL_REPORTS);
    String echoed = JSON.readTree(once.out()).get("question").toString();
    assertThat(ask(echoed).out()).isEqualTo(once.out());
  }

  @Test
  void recordsBehindTheCount_areThoseOfItsDigest() throws IOException, NoSuchAlgorithmException {
    Path file = data.resolve("records.ndjson");
    JsonNode answer = answer(ALL_REPORTS, "--records", file.toString());
    StringBuilder ids = new StringBuilder();
    Files.readAllLines(file).stream()
        .map(line -> JSON.readTree(line).get("id").stringValue())
        .sorted()
        .forEach(id -> ids.append(id).append('\n'));
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(ids.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.at("/lineage/sha256").stringValue())
        .isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void mistakes_areOneSentenceThatNamesTheField() {
    refuses("{}", "period is missing.");
    refuses(ALL_REPORTS.replace("\"all\"", "\"some\""), "definition is one of all, cse-flagged");
    refuses(ALL_REPORTS.replace("2017-12-31", "soon"), "period.to is a date like 2026-11-23.");
    refuses(ALL_REPORTS.replace("clock", "clocks"), "clocks is no part of a question");
    refuses(ALL_REPORTS.replace("\"recorded\"", "7"), "clock is a text");
    refuses(ALL_REPORTS.replace("\"recorded\"", "\"flagged\""), "Only what is flagged");
    refuses(ALL_REPORTS.replaceFirst("\\{", "{\"area\":\"nowhere\","), "area is one of alder-vale");
    refuses("[", "- is not JSON, at line 1");
  }

  private static void refuses(String question, String sentence) {
    Ran ran = ask(question);
    assertThat(ran.status()).as(ran.out()).isEqualTo(1);
    assertThat(ran.err()).startsWith("heed: ").contains(sentence);
    assertThat(ran.err().strip().lines()).hasSize(1);
  }

  @Test
  void momentThatIsNone_isWrongUsage() {
    assertThat(ask(ALL_REPORTS, "--known-at", "yesterday").status()).isEqualTo(2);
  }

  @Test
  void folderWithoutARecord_isRefusedAndLeftAlone(@TempDir Path empty) throws IOException {
    Path question = Files.writeString(empty.resolve("q.json"), ALL_REPORTS);
    Path none = empty.resolve("none");
    Ran ran =
        CommandRecord.runAsItIs("", "figures", question.toString(), "--data", none.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("there is no record in " + none);
    assertThat(none).doesNotExist();
  }
}
