package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officers say with a grade is data. */
class GradesTest {
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");

  @Test
  void shippedRulebook_saysOfEachGradeWhatItMeansAndAsks() throws Exception {
    Grades grades = RulebookLoader.load(SHIPPED).grades();
    assertThat(grades.missing())
        .extracting(Grades.Grade::id)
        .containsExactlyElementsOf(Grades.MISSING);
    assertThat(grades.cases()).extracting(Grades.Grade::id).containsExactlyElementsOf(Grades.CASES);
    assertThat(grades.missing()).allSatisfy(one -> assertThat(one.asks()).isNotBlank());
    assertThat(grades.actionNears()).isEqualTo(Duration.ofHours(24));
    assertThat(grades.ofCase("high")).isPresent();
    assertThat(grades.ofMissing("standard")).isEmpty();
  }

  @Test
  void rulebookWithoutGrades_leavesTheirNamesAlone() throws Exception {
    Grades grades = RulebookLoader.load(Path.of("src/test/resources/example")).grades();
    assertThat(grades.ofMissing("high")).isEmpty();
    assertThat(grades.actionNears()).isEqualTo(Duration.ofHours(24));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: none-apparent|id: none|the grades under missing are high, medium, low, none",
        "id: standard|id: low|the grades under cases are high, medium, low",
        "action_nears_hours: 24|action_nears_hours: 0|action_nears_hours cannot be 0",
        "asks: \"Somebody acts today|ask: \"Somebody acts today|has no key “ask”"
      })
  void mistake_isNamedWithItsLine(String from, String to, String says) throws Exception {
    Map<String, String> files = files();
    assertThat(files.get("grades.yaml")).contains(from);
    files.computeIfPresent("grades.yaml", (_, text) -> text.replace(from, to));
    assertThatThrownBy(() -> RulebookLoader.parse(files))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining("grades.yaml:")
        .hasMessageContaining(says);
  }

  @Test
  void changedMeaning_isToldInWords() throws Exception {
    Map<String, String> files = files();
    Rulebook before = RulebookLoader.parse(files);
    files.computeIfPresent(
        "grades.yaml",
        (_, text) ->
            text.replace("action_nears_hours: 24", "action_nears_hours: 48")
                .replace("Harm is possible but minimal", "Harm is possible"));
    assertThat(RulebookDiff.between(before, RulebookLoader.parse(files)))
        .anyMatch(line -> line.contains("Grade of risk low says"))
        .anyMatch(line -> line.contains("An action nears before its day"));
  }

  private static Map<String, String> files() throws Exception {
    return new TreeMap<>(RulebookLoader.files(SHIPPED));
  }
}
