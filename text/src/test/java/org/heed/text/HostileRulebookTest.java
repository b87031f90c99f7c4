package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.Test;

/** A rulebook that would take endless room or time is refused, and says why. */
class HostileRulebookTest {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private static Reader compile(String... phrases) throws RulebookException {
    return Reader.of(
        RulebookLoader.parse(
            Map.of(
                "rulebook.yaml",
                "id: hostile\nversion: \"1\"\nin_force: 2026-01-01\ntitle: T\nsource: S\n",
                "indicators/a.yaml",
                "concepts:\n  - id: a\n    family: harm\n    title: T\n    source: S\n"
                    + "    phrases:\n      - '"
                    + String.join("'\n      - '", phrases)
                    + "'\n    match: [x]\n    no_match: [y]\n",
                "context.yaml",
                "cues:\n  - kind: negated\n    governs: following\n    phrases: [no]\n",
                "prompts.yaml",
                """
                rules:
                  - id: r
                    ask: look
                    when: a
                    says: S
                    source: S
                examples:
                  - text: x
                    ask: look
                    rule: r
                """)));
  }

  private static String choice(int words, int seed) {
    return IntStream.range(0, words)
        .mapToObj(i -> word(i * 7919 + seed))
        .collect(Collectors.joining("|", "(", ")"));
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int n = number + 1; n > 0; n /= 26) {
      word.append(LETTERS.charAt(n % 26));
    }
    return word.toString();
  }

  private static void isRefused(String phrase, String why) {
    assertThatThrownBy(() -> compile(phrase))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining(why);
  }

  @Test
  void ordinaryPhrase_isTaken() throws Exception {
    assertThat(compile("x").read(Narrative.of("n", "an x here")).findings()).hasSize(1);
  }

  @Test
  void tooManyVariants_areRefused() {
    String many = String.join(" ", Collections.nCopies(6, choice(30, 3)));
    isRefused(many, "variants");
    isRefused(String.join(" ", Collections.nCopies(40, "[x]")) + " y", "variants");
  }

  @Test
  void deepNesting_isRefused() {
    isRefused("(".repeat(900) + "x" + ")".repeat(900), "nest");
    isRefused("[".repeat(5) + "x" + "]".repeat(5) + " y", "nest");
    isRefused("(x".repeat(2_000), "characters");
  }

  @Test
  void gapBombs_areRefused() {
    isRefused("x <1> x <1> x <1> x <1> x <1> x", "gap");
    isRefused("x <1000> x", "gap");
  }

  @Test
  void statesWithoutEnd_areRefusedByTheCompiler() {
    // Which phrases are still possible: any choice of them, twice as many with each word.
    String[] phrases = new String[16];
    for (int i = 0; i < phrases.length; i++) {
      String[] words = new String[phrases.length];
      Arrays.fill(words, "(a|b)");
      words[i] = "a";
      phrases[i] = String.join(" ", words);
    }
    assertThatThrownBy(() -> compile(phrases))
        .isInstanceOf(RulebookTooLargeException.class)
        .hasMessageContaining("states");
  }
}
