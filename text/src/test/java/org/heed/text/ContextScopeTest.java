package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.Test;

/** By which rule of scope each context word governs, as the finding's proof says it. */
class ContextScopeTest {
  private final PhraseContext context;

  ContextScopeTest() throws RulebookException {
    context =
        new PhraseContext(
            RulebookLoader.parseContext(
                "context.yaml",
                """
                cues:
                  - kind: negated
                    governs: following
                    reach: 12
                    phrases: ['no', not]
                  - kind: negated
                    governs: preceding
                    reach: 4
                    phrases: [was ruled out]
                  - kind: hypothetical
                    governs: following
                    within: paragraph
                    phrases: [exercise only]
                  - kind: hypothetical
                    governs: preceding
                    within: paragraph
                    phrases: [end of exercise]
                  - kind: historical
                    governs: both
                    phrases: [previous history, last year]
                  - kind: reported
                    governs: following
                    phrases: [mum said]
                  - kind: terminator
                    phrases: [but]
                subjects: []
                """),
            2020);
  }

  private List<Scope> scopes(String text) {
    int start = text.indexOf('[');
    String plain = text.replace("[", "").replace("]", "");
    return context.judge(plain, start, text.indexOf(']') - 1, OptionalInt.of(14)).scopes();
  }

  @Test
  void eachWord_saysHowItReaches() {
    assertThat(scopes("He was not [hurt].")).containsExactly(Scope.BEFORE);
    assertThat(scopes("Previous history\n[Hurt] at home.")).containsExactly(Scope.HEADING);
    assertThat(scopes("[Hurt] was ruled out.")).containsExactly(Scope.BEHIND);
    assertThat(scopes("[Hurt] last year.")).containsExactly(Scope.BEHIND);
    assertThat(scopes("Exercise only. A boy was [hurt].")).containsExactly(Scope.PARAGRAPH);
    assertThat(scopes("A boy was [hurt]. End of exercise.")).containsExactly(Scope.PARAGRAPH);
    assertThat(scopes("[Injuries] - no")).containsExactly(Scope.ANSWER);
    assertThat(scopes("[Hurt] there, mum said to the nurse.")).containsExactly(Scope.TELLER);
    assertThat(scopes("\"I was [hurt there]\", he wrote.")).containsExactly(Scope.QUOTATION);
    assertThat(scopes("Wrist, ?[gripped] by him.")).containsExactly(Scope.QUERY);
    assertThat(scopes("Was he [hurt] there? Nobody knows.")).containsExactly(Scope.QUESTION);
    assertThat(scopes("He was not there but [hurt].")).isEmpty();
  }

  @Test
  void headingOfAList_governsItsItemsAndNothingBeforeIt() {
    assertThat(scopes("[Hurt] at home.\nPrevious history:\n- drugs")).isEmpty();
    assertThat(scopes("[Hurt] at home\nMum said:\n- drugs")).isEmpty();
    assertThat(scopes("[Hurt] there, mum said to the nurse:\n- drugs")).isEmpty();
    assertThat(scopes("Mum said:\n- [hurt]\n- drugs")).containsExactly(Scope.HEADING);
    for (String mark : List.of("- ", "-", "* ", "• ", "– ", "  - ")) {
      String list = "Previous history:\n" + mark + "[drugs]\n" + mark + "hurt";
      assertThat(scopes(list)).as(list).containsExactly(Scope.HEADING);
      list = list.replace("[drugs]", "drugs").replace("hurt", "[hurt]");
      assertThat(scopes(list)).as(list).containsExactly(Scope.HEADING);
    }
    assertThat(scopes("Previous history:\n1. drugs\n2. [hurt]")).containsExactly(Scope.HEADING);
    assertThat(scopes("Previous history:\n1) drugs\n12) [hurt]")).containsExactly(Scope.HEADING);
    assertThat(scopes("Not the following:\n- drugs\n- [hurt]")).containsExactly(Scope.HEADING);
    assertThat(scopes("Not:\n- drugs, alcohol, [hurt]")).containsExactly(Scope.HEADING);
    assertThat(scopes("Not:\r\n- drugs\r\n- [hurt]\r\n")).containsExactly(Scope.HEADING);
  }

  @Test
  void list_endsWhereAReaderSeesItsEnd() {
    assertThat(scopes("Not:\n- drugs\n\n- [hurt]")).as("a blank line").isEmpty();
    assertThat(scopes("Not:\n- drugs\n[Hurt] today")).as("no item").isEmpty();
    assertThat(scopes("Not:\n- drugs. He was [hurt]")).as("another sentence").isEmpty();
    assertThat(scopes("Not:\n- drugs but [hurt]")).as("a terminator").isEmpty();
    assertThat(scopes("Not:\n- drugs but hurt\n- [seen]")).containsExactly(Scope.HEADING);
    assertThat(scopes("Not:\n- drugs, he was [hurt] there")).as("a comma").isEmpty();
    assertThat(scopes("Not:\n- injuries: [hurt]")).as("a colon").isEmpty();
    assertThat(scopes("Not seen at the old house since:\n- [hurt]"))
        .as("a denial far from its colon")
        .isEmpty();
    assertThat(scopes("Not seen. Now at:\n- [home]")).as("a sentence before").isEmpty();
    assertThat(scopes("Not:\n- drugs\nNow:\n- [hurt]")).as("another heading").isEmpty();
    assertThat(scopes("Not:\n- drugs\n---\n[Hurt]")).as("a rule").isEmpty();
    String longItem = "- drugs of which nobody at the placement or at her school had known before";
    assertThat(scopes("Not:\n" + longItem + "\n[Hurt] today")).as("after a long item").isEmpty();
  }

  @Test
  void headingOfPlainLines_governsThemUpToAStopALabelOrABlankLine() {
    assertThat(scopes("Previous history:\nDrugs\nAlcohol\n[Hurt]")).containsExactly(Scope.HEADING);
    assertThat(scopes("Not:\ndrugs\nalcohol\n[hurt]")).containsExactly(Scope.HEADING);
    assertThat(scopes("Not:\nDrugs\nAlcohol.\n[Hurt] today")).isEmpty();
    assertThat(scopes("Not:\nDrugs\n\n[Hurt] today")).isEmpty();
    assertThat(scopes("Previous history:\nDrugs\nNow: [hurt]")).isEmpty();
    assertThat(scopes("Previous history:\nDrugs at 18:30 and [hurt]"))
        .containsExactly(Scope.HEADING);
    assertThat(scopes("Previous history\nDrugs\n[Hurt] today"))
        .as("without a colon only the next line")
        .isEmpty();
  }

  @Test
  void wrappedLine_goesOn() {
    assertThat(scopes("He was not seen or told or\n[hurt] at home.")).containsExactly(Scope.BEFORE);
    assertThat(scopes("He was not seen to be at\nhome or at school or\n[hurt]."))
        .as("over two lines")
        .containsExactly(Scope.BEFORE);
    assertThat(scopes("He was not seen or told or\nIvo Lund was [hurt]")).as("a capital").isEmpty();
    assertThat(scopes("He was not seen or told:\n\n[hurt]")).as("a blank line").isEmpty();
    assertThat(scopes("he was not seen or told or\n[hurt]"))
        .as("all in small letters, a line ends where it ends")
        .isEmpty();
    assertThat(scopes("Has no coat\n[hurt] at home")).as("too narrow to be wrapped").isEmpty();
    assertThat(scopes("He was not seen or told or\n- [hurt]")).as("an item").isEmpty();
  }

  @Test
  void wordThatGovernsItsParagraph_doesSoHoweverFarItStands() {
    String far = "He was seen at home and in town and went to school. ".repeat(40);
    assertThat(scopes("Exercise only. " + far + "He was [hurt].")).containsExactly(Scope.PARAGRAPH);
    assertThat(scopes("He was [hurt]. " + far + "End of exercise."))
        .containsExactly(Scope.PARAGRAPH);
    assertThat(scopes("Exercise only. " + far + "\n\nHe was [hurt].")).isEmpty();
    assertThat(scopes("He was [hurt].\n\n" + far + "End of exercise.")).isEmpty();
    assertThat(
            scopes(
                "Exercise only. ".repeat(3) + "A boy was [hurt]. " + "End of exercise. ".repeat(3)))
        .as("the nearest of a kind on either side")
        .containsExactly(Scope.PARAGRAPH, Scope.PARAGRAPH);
  }

  @Test
  void severalWords_areInOrderOfPlace() {
    assertThat(scopes("Mum said he was not [hurt] last year?"))
        .containsExactly(Scope.BEFORE, Scope.BEFORE, Scope.BEHIND);
    assertThat(scopes("Exercise only. Mum said \"he was ?[hurt there] last year\"."))
        .containsExactly(Scope.PARAGRAPH, Scope.BEFORE, Scope.QUERY, Scope.BEHIND);
  }

  @Test
  void everyScope_hasItsOwnWord() {
    for (Scope scope : Scope.values()) {
      assertThat(Scope.find(scope.word())).contains(scope);
      assertThat(scope.phrase()).isNotBlank();
    }
    assertThat(Scope.find("elsewhere")).isEmpty();
    assertThat(Scope.BEHIND.isSign()).isFalse();
    assertThat(Scope.QUERY.isSign()).isTrue();
  }

  @Test
  void denialInAGap_isWithin() {
    Reading reading =
        ReaderTest.example().read(Narrative.of("r", "Seen at the flat, never with older men."));
    assertThat(reading.findings())
        .flatExtracting(Finding::cues)
        .extracting(CueSpan::scope)
        .contains(Scope.WITHIN);
  }

  private static List<Spared> spared(String text) {
    return ReaderTest.example().explain(Narrative.of("r", text)).findings().getFirst().spared();
  }

  @Test
  void wordThatDoesNotGovern_saysWhatEndsIt() {
    assertThat(spared("She does not drink but stayed out all night."))
        .containsExactly(new Spared(9, 12, CueKind.NEGATED, Limit.TERMINATOR, 19, 22));
    assertThat(spared("Not at home; stayed out all night."))
        .containsExactly(new Spared(0, 3, CueKind.NEGATED, Limit.CLAUSE, 0, 0));
    assertThat(spared("Has no coat\nshe stayed out all night."))
        .containsExactly(new Spared(4, 6, CueKind.NEGATED, Limit.LINE, 0, 0));
    assertThat(spared("No coat, she stayed out all night."))
        .containsExactly(new Spared(0, 2, CueKind.NEGATED, Limit.COMMA, 0, 0));
    assertThat(spared("No coat and one or two or three or four or five stayed out all night."))
        .containsExactly(new Spared(0, 2, CueKind.NEGATED, Limit.REACH, 0, 0));
    assertThat(spared("She may not drink but stayed out all night."))
        .extracting(Spared::kind)
        .containsExactly(CueKind.NEGATED, CueKind.POSSIBLE);
    assertThat(spared("She never stayed out all night.")).isEmpty();
    assertThat(spared("No coat. She stayed out all night.")).isEmpty();
    assertThat(ReaderTest.example().read(Narrative.of("r", "Not that but stayed out all night.")))
        .as("only where it is asked for")
        .satisfies(reading -> assertThat(reading.findings().getFirst().spared()).isEmpty());
  }

  @Test
  void finding_carriesScopeOfEachCue() {
    Reading reading =
        ReaderTest.example().read(Narrative.of("r", "Previously she never stayed out all night."));
    assertThat(reading.findings().getFirst().cues())
        .containsExactly(
            new CueSpan(0, 10, CueKind.HISTORICAL, Scope.BEFORE, "historical-1"),
            new CueSpan(15, 20, CueKind.NEGATED, Scope.BEFORE, "negated-1"));
    StringBuilder json = new StringBuilder();
    ReadingJson.write(reading, json);
    assertThat(json)
        .contains(
            "{\"start\":15,\"end\":20,\"kind\":\"negated\",\"scope\":\"before\",\"rule\":\"negated-1\"}");
  }
}
