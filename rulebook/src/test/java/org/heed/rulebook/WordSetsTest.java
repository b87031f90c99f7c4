package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordSetsTest {
  private static final String SETS =
      """
      sets:
        - id: festival
          title: Festivals
          source: practice
          words: [christmas~, eid~, new year]
        - id: clergy
          title: Clergy
          source: practice
          words: [vicar~, imam~]
      """;

  private static Rulebook with(String words, String phrase) throws Exception {
    Map<String, String> files =
        new HashMap<>(RulebookLoader.files(Path.of("src/test/resources/example")));
    files.put("words.yaml", words);
    files.put(
        "indicators/sets.yaml",
        """
        concepts:
          - id: with-a-set
            family: other
            title: With a set
            source: practice
            phrases:
              - %s
            match: [A present]
            no_match: [A past]
        """
            .replace("%s", phrase));
    return RulebookLoader.parse(files);
  }

  @Test
  void phraseThatNamesASet_standsForEveryMember() throws Exception {
    Rulebook rulebook = with(SETS, "present <2> (birthday|<festival>)");
    assertThat(rulebook.wordSets()).extracting(WordSet::id).containsExactly("festival", "clergy");
    Pattern pattern =
        rulebook.findConcept("with-a-set").orElseThrow().phrases().getFirst().pattern();
    assertThat(Variants.expand(Variants.segments(pattern).getLast()))
        .contains(List.of(new Pattern.Word("eid")), List.of(new Pattern.Word("eids")))
        .contains(List.of(new Pattern.Word("new"), new Pattern.Word("year")));
  }

  @Test
  void phraseThatWritesAMember_isRefused_withItsLineAndTheCure() {
    for (String phrase :
        List.of(
            "present for christmas",
            "present (for|at|before eid)",
            "'[christmas] present'",
            "presents <2> eids",
            "presents for new year now",
            "present <2> (birthday|eid~)")) {
      assertThatThrownBy(() -> with(SETS, phrase))
          .as(phrase)
          .isInstanceOf(RulebookException.class)
          .hasMessageContaining("indicators/sets.yaml:7")
          .hasMessageContaining("without the others of its set")
          .hasMessageContaining("Write <festival> in its place");
    }
  }

  @Test
  void partOfAMember_isNone() throws Exception {
    assertThat(with(SETS, "(fresh|present) year").concepts()).isNotEmpty();
    assertThat(with(SETS, "new phone").concepts()).isNotEmpty();
  }

  @Test
  void unknownSet_isRefused_withTheNearest() {
    assertThatThrownBy(() -> with(SETS, "present <2> <festivals>"))
        .hasMessageContaining("there is no set of words “festivals”")
        .hasMessageContaining("festival");
  }

  @Test
  void memberOfTwoSets_orWithSigns_isRefused() {
    assertThatThrownBy(() -> with(SETS.replace("imam~", "eid"), "present day"))
        .hasMessageContaining("words.yaml:9")
        .hasMessageContaining("member of the set “festival” already");
    assertThatThrownBy(() -> with(SETS.replace("imam~", "(a|b)"), "present day"))
        .hasMessageContaining("words.yaml:9")
        .hasMessageContaining("is more than words");
  }

  @Test
  void anotherMember_isToldAsADifference() throws Exception {
    List<String> lines =
        RulebookDiff.between(
            with(SETS, "present day"), with(SETS.replace("imam~", "imam~, rabbi~"), "present day"));
    assertThat(lines).contains("Set of words clergy, word: “rabbi~” was added.");
  }

  private static final String PAIRS =
      """
      pairs:
        - mum dad
        - grandad/grandfather gran/nan
      """;

  @Test
  void listWithOneSideOfAPair_isRefused_withTheWordToAdd() {
    for (String phrase :
        List.of("told by (mum|school)", "told (by|with (grandad|staff))", "'[dad~|nan] told'")) {
      assertThatThrownBy(() -> with(PAIRS, phrase))
          .as(phrase)
          .isInstanceOf(RulebookException.class)
          .hasMessageContaining("indicators/sets.yaml:7")
          .hasMessageContaining("Add “");
    }
    assertThatThrownBy(() -> with(PAIRS, "told by (mum|school)"))
        .hasMessageContaining("holds “mum” without dad. Add “dad” beside it");
  }

  @Test
  void listWithBothSidesOrNone_isTaken() throws Exception {
    assertThat(with(PAIRS, "told (mum|dad|nan|grandfather) today").wordSets()).isEmpty();
    assertThat(with(PAIRS, "told mum today").concepts()).isNotEmpty();
  }

  @Test
  void malformedPair_isRefused() {
    assertThatThrownBy(() -> with("pairs: [mum and dad]", "told today"))
        .hasMessageContaining("words.yaml:1")
        .hasMessageContaining("is not a pair");
  }
}
