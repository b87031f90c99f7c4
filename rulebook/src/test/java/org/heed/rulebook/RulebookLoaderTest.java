package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        .contains("Did you mean “suggest”? Use one of")
        .contains("has no suggest");
    assertThat(mistakesWith("language.yaml", "suggest:", "colour:"))
        .contains("the advice has no key “colour”. Use one of");
  }

  @Test
  void mistake_isNamedOnce_whereItIsCured() throws Exception {
    assertThat(mistakesWith("rulebook.yaml", "in_force: 2026-01-01", "in_force: 1 January 2026"))
        .contains("rulebook.yaml:3: in_force is not a date")
        .doesNotContain("has no in_force");
    assertThat(
            mistakesWith(
                "indicators/concepts.yaml",
                "- She stayed out all night.",
                "- \"She stayed out all night."))
        .contains("indicators/concepts.yaml:14: this is not YAML");
    assertThat(mistakesWith("prompts.yaml", "when: a-child and certain harm", "when: (a-child"))
        .contains("“)” is missing at the end in “(a-child”. Close every bracket");
    assertThat(
            mistakesWith(
                "indicators/concepts.yaml",
                "(hotel|guest house|flat) <4> with",
                "(hotel|guest house|flat <4> with"))
        .contains("Close the bracket before it, or write two phrases instead");
  }

  @Test
  void misspeltWord_isAnsweredWithTheOneMeant() throws Exception {
    assertThat(mistakesWith("context.yaml", "kind: terminator", "kind: terminater"))
        .contains("context.yaml:28: kind cannot be “terminater”. Did you mean “terminator”?");
    assertThat(
            mistakesWith(
                "context.yaml", "concept: missing-overnight", "concept: misisng-overnight"))
        .contains("Did you mean “missing-overnight”?");
    assertThat(mistakesWith("prompts.yaml", "rule: harm-to-a-child", "rule: harm-to-child"))
        .contains("there is no rule “harm-to-child”. Did you mean “harm-to-a-child”?");
    Map<String, String> files = example();
    files.put("langauge.yaml", String.valueOf(files.remove("language.yaml")));
    assertThat(mistakes(files))
        .contains("langauge.yaml:1: the file is not part of a rulebook")
        .contains("Did you mean “language.yaml”?");
  }

  @Test
  void fileWithTheOtherEnding_orTooDeep_isNamed() throws Exception {
    Map<String, String> files = example();
    files.put("indicators/more.yml", "concepts: []");
    files.put("indicators/old/more.yaml", "concepts: []");
    assertThat(mistakes(files))
        .contains("indicators/more.yml:1: the file's name ends in .yml")
        .contains("Rename it to indicators/more.yaml")
        .contains("indicators/old/more.yaml:1: the file is not part of a rulebook");
  }

  @Test
  void dates_areNamedByWhatIsWrongWithThem() throws Exception {
    assertThat(mistakesWith("rulebook.yaml", "2026-01-01", "01/01/2026"))
        .contains("rulebook.yaml:3: in_force is not a date: “01/01/2026”")
        .contains("Write year, month and day as 2026-01-31");
    assertThat(mistakesWith("rulebook.yaml", "2026-01-01", "2026-02-30"))
        .contains("there is no day 2026-02-30");
    assertThat(mistakesWith("language.yaml", "    suggest:", "    since: 2026-01-02\n    suggest:"))
        .contains("since 2026-01-02 is after the rulebook's in_force, 2026-01-01");
    assertThat(
            mistakesWith(
                "counting.yaml",
                "    cse: always",
                "    cse: always\n    from: 2008-04-01\n    to: 2008-03-31"))
        .contains("the class ends before it begins");
  }

  @Test
  void idsUsedTwice_areNamedWithTheFirstPlace() throws Exception {
    assertThat(mistakesWith("prompts.yaml", "id: possible-harm", "id: harm-to-a-child"))
        .contains("the rule id “harm-to-a-child” is used already at prompts.yaml:4");
    assertThat(mistakesWith("areas.yaml", "id: northgate", "id: norchester"))
        .contains("the area id “norchester” is used already at areas.yaml:2");
    assertThat(mistakesWith("counting.yaml", "code: N100", "code: \"71\""))
        .contains("the class id “71” is used already");
    assertThat(
            mistakesWith("indicators/concepts.yaml", "id: age-under-18", "id: missing-overnight"))
        .contains("the concept id “missing-overnight” is used already");
  }

  @Test
  void ruleWithoutAnExample_orWithOneThatAsksLess_isNamed() throws Exception {
    assertThat(mistakesWith("prompts.yaml", "    rule: possible-harm\n", ""))
        .contains("prompts.yaml:9: no example shows that the rule “possible-harm” asks");
    assertThat(
            mistakesWith(
                "prompts.yaml",
                "    ask: decision\n    rule: harm-to-a-child",
                "    ask: look\n    rule: harm-to-a-child"))
        .contains("the rule “harm-to-a-child” asks decision, so the example cannot ask less");
    assertThat(mistakesWith("indicators/concepts.yaml", "    no_match:", "    # no_match:"))
        .contains("the concept has no no_match");
  }

  @Test
  void whatIsWrittenTwice_orOnBothSides_isNamed() throws Exception {
    assertThat(mistakesWith("context.yaml", "[may, might,", "[may, may,"))
        .contains("context.yaml:13: “may” stands under phrases already, at context.yaml:13");
    assertThat(
            mistakesWith(
                "language.yaml",
                "      - He was put at risk by the group.",
                "      - She is putting herself at risk."))
        .contains("stands under match and under no_match");
  }

  @Test
  void choiceBesideARelation_standsForEachOfIt() throws Exception {
    String rule = "when: a-child and certain harm";
    Map<String, String> files = example();
    files.computeIfPresent(
        "prompts.yaml",
        (_, text) ->
            text.replace("conditions:", "conditions:\n  sign: harm or exploiter-or-place")
                .replace(rule, "when: sign apart-from age"));
    assertThat(RulebookLoader.parse(files).prompts().rules().getFirst().when())
        .isEqualTo(
            new Condition.Apart(
                List.of(
                    new Condition.Term.OfFamily(Family.HARM),
                    new Condition.Term.OfFamily(Family.EXPLOITER_OR_PLACE)),
                List.of(new Condition.Term.OfFamily(Family.AGE))));
    assertThat(mistakesWith("prompts.yaml", rule, "when: harm apart-from a-child"))
        .contains("“a-child” is more than a choice of concepts and families")
        .contains("Name a condition that joins them with or alone");
  }

  @Test
  void conditions_areHeldToWhatTheyName() throws Exception {
    assertThat(mistakesWith("prompts.yaml", "offence in (71, 88A)", "offence in (71, 88B)"))
        .contains("no class of counting.yaml has the code “88B”");
    assertThat(mistakesWith("prompts.yaml", "rules:", "  spare: harm\nrules:"))
        .contains("prompts.yaml:3: the condition “spare” is used nowhere");
    assertThat(mistakesWith("prompts.yaml", "  a-child:", "  near: harm\n  a-child:"))
        .contains("“near” is a concept, family or word of conditions already");
    assertThat(mistakesWith("indicators/concepts.yaml", "id: age-under-18", "id: certain"))
        .contains("“certain” has a meaning of its own in conditions");
    assertThat(mistakesWith("definitions.yaml", "any_of: benefit", "any_of: benefits"))
        .doesNotContain("nothing to choose");
    assertThat(mistakesWith("context.yaml", "reach: 8", "reach: 200"))
        .contains("reach cannot be 200. Write a number from 1 to 100");
    assertThat(mistakesWith("context.yaml", "reach: 8", "reach: 8\n    within: paragraph"))
        .contains("reach plays no part within a paragraph");
  }

  @Test
  void emptyList_isNoList() throws Exception {
    assertThat(mistakesWith("context.yaml", "[may, might, possible, possibly, suspected]", "[]"))
        .contains("the cue has no phrases");
    Map<String, String> files = example();
    files.put("areas.yaml", "areas: []");
    assertThat(mistakes(files)).contains("areas.yaml:1: areas.yaml has no areas");
  }

  @Test
  void countingRules_areHeldToTheClassesAndToOneAnother() throws Exception {
    assertThat(
            mistakesWith(
                "counting/per-victim.yaml",
                "{code: 88A, victim: first,",
                "{code: 88B, victim: first,"))
        .contains("counting/per-victim.yaml:11: no class of counting.yaml has the code “88B”");
    assertThat(mistakesWith("counting/removal.yaml", "never: [N100]", "never: [N101]"))
        .contains("Did you mean “N100”?");
    assertThat(mistakesWith("counting/per-victim.yaml", "until: 2026-04-09", "until: 2026-04-11"))
        .contains("the offence went on until 2026-04-11, after it was reported");
    assertThat(mistakesWith("counting/within-24-hours.yaml", "hours: 24\n", ""))
        .contains("the rule has no hours");
    assertThat(mistakesWith("counting/within-24-hours.yaml", "in_force: 2026-04-01\n", ""))
        .contains("the rule has no in_force");
    Map<String, String> files = example();
    files.put(
        "counting/again.yaml",
        String.valueOf(files.get("counting/per-victim.yaml"))
            .replace("id: per-victim", "id: again"));
    assertThat(mistakes(files))
        .contains("the rule “again” says what an offence is counted for already");
    files.put("counting/again.yaml", String.valueOf(files.get("counting/per-victim.yaml")));
    assertThat(mistakes(files)).contains("the counting rule id “per-victim” is used already");
  }

  @Test
  void onlyAlternative_isNamed() throws Exception {
    Map<String, String> files = example();
    files.computeIfPresent(
        "definitions.yaml", (_, text) -> text.replaceFirst("any_of: \\w+", "any_of: benefitt"));
    assertThat(mistakes(files)).contains("so there is nothing to choose between");
  }

  @Test
  void unknownConceptInCondition_isNamed() throws Exception {
    assertThat(mistakesWith("prompts.yaml", "certain harm", "certain hram"))
        .contains("prompts.yaml:6: “hram” is not a concept, family or named condition")
        .contains("Did you mean “harm”?");
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
