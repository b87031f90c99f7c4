package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulebookDiffTest {
  private static final Path EXAMPLE = Path.of("src/test/resources/example");

  @Test
  void differences_areSaidInWords() throws Exception {
    Map<String, String> files = RulebookLoader.files(EXAMPLE);
    Map<String, String> changed = new TreeMap<>(files);
    changed.computeIfPresent(
        "prompts.yaml", (_, t) -> t.replace("victim_age < 18", "victim_age < 16"));
    changed.computeIfPresent(
        "indicators/concepts.yaml",
        (_, t) -> t.replace("      - aged (0..17)\n", "").replace("A child's age", "Age"));
    changed.computeIfPresent("areas.yaml", (_, t) -> t.replace("id: northgate", "id: southgate"));

    assertThat(RulebookDiff.between(RulebookLoader.parse(files), RulebookLoader.parse(changed)))
        .contains(
            "Concept age-under-18, title: “A child's age” became “Age”.",
            "Concept age-under-18, phrase: “aged (0..17)” was removed.",
            "Prompt rule harm-to-a-child: a named condition that it uses has changed.",
            "Area northgate was removed.",
            "Area southgate was added.");
  }

  /** Each section of the example changed in one place, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rulebook.yaml|version: \"1.0\"|version: \"1.1\"|example/1.0",
        "rulebook.yaml|in_force: 2026-01-01|in_force: 2026-02-01|The date in force: “2026-01-01” became “2026-02-01”.",
        "indicators/concepts.yaml|family: harm|family: other|, family: “harm” became “other”.",
        "indicators/concepts.yaml|except: the dog|except: [gate, the dog was groomed] #|, exception: “gate” was added.",
        "context.yaml|[may, might,|[perhaps, might,|Cues possible, governing following (as “may”), phrase: “may” was removed.",
        "context.yaml|reach: 10|reach: 11|, reach: “10 words” became “11 words”.",
        "context.yaml|kind: terminator|kind: terminator\\n    ends: [negated]|, ends: “historical” was removed.",
        "context.yaml|[mum, mother,|[mum,|Words for adult: “mother” was removed.",
        "context.yaml|is: [hypothetical]|is: [possible]|“hypothetical” became “possible”.",
        "prompts.yaml|a-child: victim_age < 18|a-child: victim_age < 16|Condition a-child: “victim_age < 18 or age-under-18” became “victim_age < 16 or age-under-18”.",
        "prompts.yaml|says: Several signs together.|says: Some signs.|Prompt rule several-signs says: “Several signs together.” became “Some signs.”.",
        "prompts.yaml|look: 48|look: 36|Triage of a look within: “48 hours” became “36 hours”.",
        "prompts.yaml|flagged: 50|flagged: 60|Drawn at random of what is flagged: “50 in 1,000” became “60 in 1,000”.",
        "prompts.yaml|victim_age: 24|victim_age: 25|, aged 25 was added.",
        "language.yaml|suggest: say who|suggest: say in a word who|Advice putting-self-at-risk suggests",
        "definitions.yaml|title: Exchange|title: Giving|, title: “Exchange” became “Giving”.",
        "counting.yaml|cse: often|cse: always|Offence class 88A, bearing on the flag: “often” became “always”.",
        "counting.yaml|apart: [N100]|apart: []|Codes kept apart: “N100” was removed.",
        "counting.yaml|[\"71\", \"88A\"]|[\"88A\", \"71\"]|The order of principal crimes: “71, 88A” became “88A, 71”.",
        "counting.yaml|source: Crime Recording Rules|source: Counting rules|Principle per-victim, source",
        "counting/per-victim.yaml|each: victim|each: offender|Counting rule per-victim does: “one for each victim” became “one for each offender”.",
        "counting/per-victim.yaml|id: per-victim|id: per-person|Counting rule per-person was added.",
        "counting/per-victim.yaml|{code: 88A, victim: first}|{code: 88A}|by one adult.” comes out otherwise.",
        "counting/removal.yaml|    victim_told: true|    victim_told: false|, the victim told” became",
        "counting/within-24-hours.yaml|hours: 24|hours: 72|“recorded within 24 hours” became “recorded within 72 hours”.",
        "counting/within-24-hours.yaml|version: \"2026/27\"|version: \"2027/28\"|Counting rule within-24-hours, version: “2026/27” became “2027/28”.",
        "areas.yaml|kind: borough|kind: district|Area northgate, kind: “borough” became “district”."
      })
  void everySection_isCompared(String file, String from, String to, String says) throws Exception {
    Map<String, String> files = RulebookLoader.files(EXAMPLE);
    Map<String, String> changed = new TreeMap<>(files);
    assertThat(files.get(file)).contains(from);
    changed.computeIfPresent(file, (_, t) -> t.replace(from, to.replace("\\n", "\n")));
    assertThat(
            String.join(
                "\n",
                RulebookDiff.between(RulebookLoader.parse(files), RulebookLoader.parse(changed))))
        .contains(says);
  }

  @Test
  void rulebookWithAnotherDateInForce_saysSoOnce() throws Exception {
    Map<String, String> later = new TreeMap<>(RulebookLoader.files(EXAMPLE));
    later.computeIfPresent(
        "rulebook.yaml", (_, t) -> t.replace("in_force: 2026-01-01", "in_force: 2026-02-01"));
    assertThat(
            RulebookDiff.between(RulebookLoader.load(EXAMPLE), RulebookLoader.parse(later)).stream()
                .filter(line -> line.contains("2026-02-01")))
        .hasSize(1);
  }

  @Test
  void sameRulebook_hasNoDifference() throws Exception {
    Rulebook rulebook = RulebookLoader.load(EXAMPLE);
    assertThat(RulebookDiff.between(rulebook, rulebook)).hasSize(1);
  }
}
