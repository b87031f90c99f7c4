package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulebookLoaderTest {
  private static final Path EXAMPLE = Path.of("src/test/resources/example");

  private static Map<String, String> example() throws IOException, RulebookException {
    return new TreeMap<>(RulebookLoader.files(EXAMPLE));
  }

  private static String mistakes(Map<String, String> files) {
    try {
      RulebookLoader.parse(files);
      return "";
    } catch (RulebookException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String mistakesWith(String file, String from, String to)
      throws IOException, RulebookException {
    Map<String, String> files = example();
    assertThat(files.get(file)).contains(from);
    files.computeIfPresent(file, (_, text) -> text.replace(from, to));
    return mistakes(files);
  }

  @Test
  void exampleFolder_loadsWithAllSections() throws Exception {
    Rulebook rulebook = RulebookLoader.load(EXAMPLE);

    assertThat(rulebook.id().toString()).matches("example/1\\.0#[0-9a-f]{16}");
    assertThat(rulebook.concepts()).hasSize(5);
    assertThat(rulebook.prompts().rules()).hasSize(4);
    assertThat(rulebook.findDefinition("cse").orElseThrow().elements()).hasSize(3);
    assertThat(rulebook.counting().find("71").orElseThrow().childVictim()).isTrue();
    assertThat(rulebook.areas()).hasSize(2);
  }

  @Test
  void hash_ignoresCommentsAndFileNames_andChangesWithContent() throws Exception {
    String hash = RulebookLoader.parse(example()).id().hash();

    Map<String, String> commented = example();
    commented.computeIfPresent("prompts.yaml", (_, text) -> "# a comment\n\n" + text);
    String concepts = commented.remove("indicators/concepts.yaml");
    commented.put("indicators/other.yaml", String.valueOf(concepts));
    assertThat(RulebookLoader.parse(commented).id().hash()).isEqualTo(hash);

    Map<String, String> changed = example();
    changed.computeIfPresent(
        "language.yaml", (_, text) -> text.replace("say who", "write down who"));
    assertThat(RulebookLoader.parse(changed).id().hash()).isNotEqualTo(hash);
  }

  @Test
  void unknownKey_namesFileLineAndCure() throws Exception {
    assertThat(mistakesWith("language.yaml", "suggest:", "sugest:"))
        .contains("language.yaml:4: the advice has no key “sugest”")
        .contains("Use one of")
        .contains("has no suggest");
  }

  @Test
  void unknownConceptInCondition_isNamed() throws Exception {
    assertThat(mistakesWith("prompts.yaml", "certain harm", "certain hram"))
        .contains("prompts.yaml:6: “hram” is not a concept, family or named condition");
  }

  @Test
  void badPattern_isNamedWithItsLine() throws Exception {
    assertThat(
            mistakesWith("indicators/concepts.yaml", "unexplained (gift~|", "unexplained (gift~"))
        .contains("indicators/concepts.yaml:25:");
    assertThat(mistakesWith("indicators/concepts.yaml", "aged (0..17)", "aged (17..0)"))
        .contains("is not a range");
    assertThat(mistakesWith("indicators/concepts.yaml", "aged (0..17)", "<3> aged"))
        .contains("a gap has nothing certain beside it");
  }

  @Test
  void hostileRulebooks_areRefusedWithTheReason() throws Exception {
    String many = "(a|b|c|d|e|f|g|h|i|j)".repeat(12);
    assertThat(mistakesWith("indicators/concepts.yaml", "aged (0..17)", many))
        .contains("variants")
        .contains("split it");
    assertThat(mistakesWith("indicators/concepts.yaml", "aged (0..17)", "(".repeat(900)))
        .contains("nest more than 4 deep");
    assertThat(mistakesWith("indicators/concepts.yaml", "aged (0..17)", "x ".repeat(3000)))
        .contains("characters");
    assertThat(mistakesWith("areas.yaml", "areas:", "a: " + "[".repeat(50_000) + "\nareas:"))
        .contains("areas.yaml");
    assertThat(mistakesWith("areas.yaml", "areas:", "a: &x [1]\nb: *x\nareas:"))
        .containsIgnoringCase("alias");
    assertThat(mistakesWith("areas.yaml", "areas:", "areas:\nareas:")).contains("areas.yaml:2");
    assertThat(mistakesWith("prompts.yaml", "certain harm", "(".repeat(5000)))
        .contains("nest more than");
  }

  @Test
  void missingFileAndMissingFolder_areNamed() throws Exception {
    Map<String, String> files = example();
    files.remove("context.yaml");
    assertThat(mistakes(files)).contains("context.yaml:1: the file is missing");
    assertThatThrownBy(() -> RulebookLoader.load(Path.of("no-such")))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining("there is no such folder");
  }

  @Test
  void severalMistakes_areAllNamed() throws Exception {
    Map<String, String> files = example();
    files.computeIfPresent("rulebook.yaml", (_, t) -> t.replace("2026-01-01", "1st January"));
    files.computeIfPresent("areas.yaml", (_, t) -> t.replace("in: norchester", "in: nowhere"));
    assertThat(mistakes(files)).contains("rulebook.yaml:3").contains("areas.yaml:8");
  }
}
