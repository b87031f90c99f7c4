package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can become of a crime, and what stops exploiters short of a charge. */
class OutcomeRulesTest {
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");

  @Test
  void shippedRulebook_hasEveryCodeFromOneToTwentyTwo_eachWithItsSourceAndItsDay()
      throws Exception {
    OutcomeRules rules = RulebookLoader.load(SHIPPED).outcomes();
    List<String> codes = IntStream.rangeClosed(1, 22).mapToObj(Integer::toString).toList();
    assertThat(rules.outcomes()).extracting(CrimeOutcome::code).containsAll(codes).hasSize(25);
    assertThat(rules.outcomes()).allSatisfy(one -> assertThat(one.source()).isNotBlank());
    CrimeOutcome charged = rules.find("outcome-1").orElseThrow();
    assertThat(charged.ends()).isEqualTo(CrimeOutcome.Ends.CHARGED);
    assertThat(rules.find("outcome-18").orElseThrow().suspect()).isFalse();
    assertThat(rules.find("outcome-22").orElseThrow().from()).isEqualTo(LocalDate.of(2019, 4, 1));
    assertThat(rules.measures())
        .allSatisfy(one -> assertThat(one.statute()).isNotBlank())
        .extracting(Measure::against)
        .contains(Measure.Against.PERSON, Measure.Against.PLACE);
  }

  @Test
  void rulebookWithoutOutcomes_givesNone() throws Exception {
    OutcomeRules rules = RulebookLoader.load(Path.of("src/test/resources/example")).outcomes();
    assertThat(rules.outcomes()).isEmpty();
    assertThat(rules.small()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: outcome-22|id: outcome-21|outcome-21",
        "code: \"22\"|code: \"21\"|21",
        "ends: elsewhere|ends: nowhere|nowhere",
        "ends: elsewhere|# ends: elsewhere|has no ends",
        "against: place|against: somebody|somebody",
        "small: 5|smal: 5|has no key “smal”"
      })
  void mistake_isNamedWithItsLine(String from, String to, String says) throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    String text = String.valueOf(files.get("outcomes.yaml"));
    assertThat(text).contains(from);
    files.put("outcomes.yaml", text.replace(from, to));
    assertThatThrownBy(() -> RulebookLoader.parse(files))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining("outcomes.yaml:")
        .hasMessageContaining(says);
  }

  @Test
  void changedStatute_isToldInWords() throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    Rulebook before = RulebookLoader.parse(files);
    files.put(
        "outcomes.yaml",
        String.valueOf(files.get("outcomes.yaml")).replace("section 122A", "section 122AA"));
    assertThat(RulebookDiff.between(before, RulebookLoader.parse(files)))
        .anyMatch(line -> line.contains("sexual-risk-order, statute"));
  }
}
