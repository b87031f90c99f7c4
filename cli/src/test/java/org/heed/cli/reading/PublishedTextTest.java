package org.heed.cli.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the commands make of published text that was marked by others: the open half of the
 * NegEx/ConText test kit, and passages told after published reports. No rule is written after these
 * texts; the floors are what is promised of them.
 */
class PublishedTextTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path scratch = Path.of("");

  private static Path data(String name) {
    String data = System.getenv("HEED_DATA");
    Assumptions.assumeTrue(data != null, "HEED_DATA is not set: needs text/" + name);
    Path file = Path.of(data, "text", name);
    Assumptions.assumeTrue(Files.isReadable(file), "not there: " + file);
    return file;
  }

  /** What a command on files writes. */
  private List<String> lines(String command, Path in) throws IOException {
    Path out = scratch.resolve(command);
    int status =
        new CommandLine(command.equals("read") ? new ReadCommand() : new ContextCommand())
            .execute("--in", in.toString(), "--out", out.toString());
    assertThat(status).as(command).isZero();
    return Files.readAllLines(out, UTF_8);
  }

  /** Rows of a table by the names of their columns. */
  private static List<Map<String, String>> table(List<String> lines) {
    String[] columns = lines.getFirst().split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static double f1(
      String kind,
      List<Map<String, String>> cases,
      Map<String, Map<String, String>> told,
      Predicate<Map<String, String>> marked) {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (Map<String, String> each : cases) {
      boolean said =
          told.getOrDefault(each.get("id"), Map.of()).getOrDefault(kind, "").equals("true");
      boolean so = marked.test(each);
      right += said && so ? 1 : 0;
      wrong += said && !so ? 1 : 0;
      missed += !said && so ? 1 : 0;
    }
    double f1 = 2.0 * right / (2.0 * right + wrong + missed);
    System.out.printf(
        Locale.ROOT,
        "context-cases: %-12s F1 %.3f (precision %.3f, recall %.3f: %d right, %d wrong, %d"
            + " missed)%n",
        kind,
        f1,
        (double) right / (right + wrong),
        (double) right / (right + missed),
        right,
        wrong,
        missed);
    return f1;
  }

  @Test
  void contextOfTheTestKit_isToldAtLeastAsWellAsPublished() throws IOException {
    Path file = data("context-cases.tsv");
    List<Map<String, String>> cases = table(Files.readAllLines(file, UTF_8));
    Map<String, Map<String, String>> told = new HashMap<>();
    table(lines("context", file)).forEach(row -> told.put(row.getOrDefault("id", ""), row));
    assertThat(told).hasSameSizeAs(cases);

    double negated = f1("negated", cases, told, row -> "true".equals(row.get("negated")));
    double historical =
        f1("historical", cases, told, row -> "Historical".equals(row.get("temporality")));
    double hypothetical =
        f1("hypothetical", cases, told, row -> "Not particular".equals(row.get("temporality")));

    assertThat(negated).as("FastContext's").isGreaterThanOrEqualTo(0.955);
    assertThat(historical).as("GenConText's").isGreaterThan(0.665);
    assertThat(hypothetical).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void passagesAfterPublishedReports_areAskedAboutWhereTheyTellOfACase() throws IOException {
    Path file = data("passages.ndjson");
    Map<String, String> asks = new HashMap<>();
    for (String line : lines("read", file)) {
      JsonNode reading = JSON.readTree(line);
      asks.put(reading.path("id").asString(), reading.path("ask").asString("nothing"));
    }
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      JsonNode passage = JSON.readTree(line);
      String ask = asks.getOrDefault(passage.path("id").asString(), "unread");
      counts
          .computeIfAbsent(passage.path("label").asString(), _ -> new TreeMap<>())
          .merge(ask, 1, Integer::sum);
    }
    System.out.println("passages: " + counts);

    assertThat(counts.getOrDefault("cse", Map.of()))
        .as("what tells of a child's exploitation")
        .doesNotContainKeys("nothing", "unread")
        .isNotEmpty();
    int decisions =
        counts.entrySet().stream()
            .filter(label -> label.getKey().startsWith("other"))
            .mapToInt(label -> label.getValue().getOrDefault("decision", 0))
            .sum();
    assertThat(decisions).as("decisions asked for on what tells of no case").isLessThanOrEqualTo(2);
  }
}
