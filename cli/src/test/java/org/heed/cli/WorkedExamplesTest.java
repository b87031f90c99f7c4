package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works out every example of {@code docs/worked-examples.md} again, and every figure told of it.
 */
class WorkedExamplesTest {
  private static final Path PAGE = Path.of("..", "docs", "worked-examples.md");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What inspectors found: these have to stand there whatever else does. */
  private static final List<String> FOUND =
      List.of(
          "**191 of 214**",
          "**10, 64 and 61 of 135**",
          "**278 of 374**",
          "132 self-assessed",
          "89.5% ± 1.64",
          "Cohen 1960",
          "Fleiss 1971",
          "Krippendorff",
          "Cochran 1977");

  private final InputStream in = System.in;
  private final PrintStream out = System.out;

  @AfterEach
  void giveStandardStreamsBack() {
    System.setIn(in);
    System.setOut(out);
  }

  @TestFactory
  Stream<DynamicTest> example() throws IOException {
    return examples().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.group("command"),
                () ->
                    assertThat(
                            ContractExamplesTest.answer(
                                example.group("command"), example.group("input")))
                        .isEqualTo(example.group("answer"))));
  }

  @Test
  void everyFigureInTheText_isOneThatWasPrinted() throws IOException {
    String page = Files.readString(PAGE);
    List<String> figures = new ArrayList<>();
    for (MatchResult example : examples()) {
      figures.addAll(figures(JSON.readTree(example.group("answer"))));
    }
    String text = page.replaceAll("(?ms)^```heed.*?^```$", "").replaceAll("\\s+", " ");
    List<String> told =
        Pattern.compile("\\*\\*([^*]*\\d[^*]*)\\*\\*")
            .matcher(text)
            .results()
            .map(one -> one.group(1))
            .filter(one -> !one.matches(".* of \\d+|Cohen.*|Fleiss.*|Cochran.*"))
            .toList();
    assertThat(told).hasSizeGreaterThan(12);
    assertThat(figures).containsAll(told);
    assertThat(text).contains(FOUND);
  }

  private static List<MatchResult> examples() throws IOException {
    return ContractExamplesTest.EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
  }

  /** What may be told of an answer. */
  private static List<String> figures(JsonNode answer) {
    List<String> figures = new ArrayList<>();
    if (answer.has("estimate")) {
      figures.add(
          percent(answer, "estimate")
              + " ("
              + percent(answer, "lower")
              + " to "
              + percent(answer, "upper")
              + ")");
    }
    if (answer.has("standard_error")) {
      figures.add(String.format(Locale.UK, "%.4f", answer.get("standard_error").asDouble()));
    }
    if (answer.has("size")) {
      figures.add(answer.get("size").asString());
    }
    if (answer.has("missing")) {
      figures.add(
          whole(answer, "missing")
              + " ("
              + whole(answer, "missing_lower")
              + " to "
              + whole(answer, "missing_upper")
              + ")");
    }
    if (answer.has("graded_better_at_least")) {
      figures.add("at least " + answer.get("graded_better_at_least").asString());
      figures.add("at most " + answer.get("graded_better_at_most").asString());
    }
    if (answer.has("kappa")) {
      String limits = three(answer, "kappa_lower") + " to " + three(answer, "kappa_upper");
      figures.add(three(answer, "kappa"));
      figures.add(limits);
      figures.add(three(answer, "kappa") + " (" + limits + ")");
    }
    for (String alpha : List.of("alpha_nominal", "alpha_ordinal")) {
      if (answer.has(alpha)) {
        figures.add(three(answer, alpha));
      }
    }
    return figures;
  }

  private static String percent(JsonNode answer, String field) {
    return String.format(Locale.UK, "%.1f%%", 100 * answer.get(field).asDouble());
  }

  private static String three(JsonNode answer, String field) {
    return String.format(Locale.UK, "%.3f", answer.get(field).asDouble());
  }

  private static String whole(JsonNode answer, String field) {
    return Long.toString(Math.round(answer.get(field).asDouble()));
  }
}
