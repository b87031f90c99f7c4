package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.heed.rulebook.Ask;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.Test;

/** {@code a apart-from b} holds where a paragraph has an a that counts and no b that does. */
class ApartFromTest {
  private static final Path EXAMPLE = Path.of("../rulebook/src/test/resources/example");
  private static final String SIGN = "She was found at a hotel with two older men.";
  private static final String HARM = "She disclosed that she had been exploited.";
  private static final String NO_HARM = "She was not exploited.";
  private static final List<String> SENTENCES =
      List.of(SIGN, HARM, NO_HARM, "She went to school.", "The bus was late.");

  private static Reader reader() throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(EXAMPLE));
    files.computeIfPresent(
        "prompts.yaml",
        (_, text) -> text.replaceAll("when: .*", "when: exploiter-or-place apart-from harm"));
    files.computeIfPresent(
        "prompts.yaml",
        (_, text) -> text.replace("  a-child: victim_age < 18 or age-under-18", ""));
    files.computeIfPresent("prompts.yaml", (_, text) -> text.replace("conditions:", ""));
    return Reader.of(RulebookLoader.parse(files));
  }

  @Test
  void paragraphs_areHeldToWhatEachHolds_andNamedAsReasons() throws Exception {
    Reader reader = reader();
    Random random = new Random(11);
    int asked = 0;
    for (int n = 0; n < 2_000; n++) {
      List<List<String>> paragraphs = new ArrayList<>();
      for (int p = random.nextInt(4); p >= 0; p--) {
        List<String> sentences = new ArrayList<>();
        for (int s = random.nextInt(3); s >= 0; s--) {
          sentences.add(SENTENCES.get(random.nextInt(SENTENCES.size())));
        }
        paragraphs.add(sentences);
      }
      String text = String.join("\n\n", paragraphs.stream().map(p -> String.join(" ", p)).toList());
      long signs =
          paragraphs.stream()
              .filter(p -> !p.contains(HARM))
              .flatMap(List::stream)
              .filter(SIGN::equals)
              .count();

      Reading reading = reader.read(Narrative.of("r", text));

      assertThat(reading.ask().isPresent()).as(text).isEqualTo(signs > 0);
      if (reading.ask().isPresent()) {
        asked++;
        assertThat(reading.ask().get()).isEqualTo(Ask.DECISION);
        assertThat(reading.reasons().getFirst().because().size()).as(text).isEqualTo((int) signs);
      }
    }
    assertThat(asked).isBetween(500, 1_800);
  }
}
