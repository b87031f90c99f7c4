package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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

  @Test
  void sameRulebook_hasNoDifference() throws Exception {
    Rulebook rulebook = RulebookLoader.load(EXAMPLE);
    assertThat(RulebookDiff.between(rulebook, rulebook)).hasSize(1);
  }
}
