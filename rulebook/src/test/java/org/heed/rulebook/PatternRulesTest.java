package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked for across reports, and which places are hubs by their name. */
class PatternRulesTest {
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");

  @Test
  void shippedRulebook_saysWhatIsLookedFor_andFromWhen() throws Exception {
    PatternRules rules = RulebookLoader.load(SHIPPED).patterns();
    assertThat(rules.patterns()).extracting(PatternRule::id).isEqualTo(PatternRule.IDS);
    assertThat(rules.most()).isGreaterThan(rules.fewest());
  }

  @Test
  void rulebookWithoutPatterns_looksForNothing() throws Exception {
    PatternRules rules = RulebookLoader.load(Path.of("src/test/resources/example")).patterns();
    assertThat(rules.patterns()).isEmpty();
    assertThat(rules.isHub("Greyport station")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GREYPORT STATION|true",
        "Platform 2, Greyport Station|true",
        "St Jude’s Hospital, Saltmere|true",
        "12 Station Road, Greyport|false",
        "Flat 3, The Old School, Mill Lane|false",
        "Substation|false",
        "''|false"
      })
  void hub_isToldByHowAPartOfTheNameEnds(String written, boolean hub) throws Exception {
    assertThat(RulebookLoader.load(SHIPPED).patterns().isHub(written)).isEqualTo(hub);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: child-adds-up|id: child-ads-up|nothing looks for “child-ads-up”",
        "fewest_reports: 4|fewest_reports: 400|most_reports is less than fewest_reports",
        "examples: [Greyport station|examples: [Greyport harbour|“Greyport harbour” is no such hub",
        "no_match: [\"7 School Lane|no_match: [\"Saltmere Academy|is such a hub",
        "followed: 40|follow: 40|has no key “follow”"
      })
  void mistake_isNamedWithItsLine(String from, String to, String says) throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    String text = String.valueOf(files.get("patterns.yaml"));
    assertThat(text).contains(from);
    files.put("patterns.yaml", text.replace(from, to));
    assertThatThrownBy(() -> RulebookLoader.parse(files))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining("patterns.yaml:")
        .hasMessageContaining(says);
  }

  @Test
  void changedThreshold_isToldInWords() throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    Rulebook before = RulebookLoader.parse(files);
    files.put(
        "patterns.yaml",
        String.valueOf(files.get("patterns.yaml")).replace("followed: 40", "followed: 60"));
    assertThat(RulebookDiff.between(before, RulebookLoader.parse(files)))
        .contains("Reports up to which a network is followed: “40” became “60”.");
  }
}
