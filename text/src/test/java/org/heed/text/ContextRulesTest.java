package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Set;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Subject;
import org.junit.jupiter.api.Test;

/** How far context words reach, and what punctuation does, with a few words of its own. */
class ContextRulesTest {
  private final PhraseContext context;

  ContextRulesTest() throws RulebookException {
    context =
        new PhraseContext(
            RulebookLoader.parseContext(
                "context.yaml",
                """
                cues:
                  - kind: negated
                    governs: following
                    reach: 12
                    phrases: ['no', not, denies, none]
                  - kind: possible
                    governs: following
                    phrases: [perhaps, thinks, (children) may]
                  - kind: possible
                    governs: preceding
                    phrases: [not been excluded]
                  - kind: hypothetical
                    governs: following
                    phrases: [if, will]
                  - kind: general
                    governs: both
                    phrases: [children may]
                  - kind: historical
                    governs: both
                    phrases: [in (1990..2099), previously]
                  - kind: reported
                    governs: following
                    phrases: [said, denies, carer thinks, told the]
                  - kind: pseudo
                    phrases: [not only, not asked]
                  - kind: terminator
                    phrases: [but]
                  - kind: terminator
                    ends: [negated]
                    phrases: [she (was|said)]
                  - kind: terminator
                    ends: [reported]
                    phrases: [note]
                subjects:
                  - subject: adult
                    phrases: [gran is]
                  - subject: other-child
                    phrases: [her friend, the other boys]
                  - subject: child
                    phrases: [the girl]
                  - subject: unknown
                    phrases: [youths]
                """),
            2020);
  }

  /** Judges what stands between [ and ]. */
  private PhraseContext.Judged judge(String text) {
    int start = text.indexOf('[');
    String plain = text.replace("[", "").replace("]", "");
    return context.judge(plain, start, text.indexOf(']') - 1, OptionalInt.of(14));
  }

  private Set<CueKind> kinds(String text) {
    return judge(text).kinds();
  }

  @Test
  void denial_endsAtComma_unlessListGoesOn() {
    assertThat(kinds("No coat, [phone dead] and a bag.")).isEmpty();
    assertThat(kinds("No coat, [phone] or bag.")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("No coat, [phone], bag.")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("It did not, on the day, [hurt].")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("Not sent: a letter about [gifts] to him.")).isEmpty();
  }

  @Test
  void clauseOfItsOwn_endsDenial_andOneThatHangsOnItDoesNot() {
    assertThat(kinds("Not at school she was [at a hotel].")).isEmpty();
    assertThat(kinds("No word that she was [at a hotel].")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("Denies she was [at a hotel]."))
        .containsExactlyInAnyOrder(CueKind.NEGATED, CueKind.REPORTED);
    assertThat(kinds("Denies but [phone found].")).isEmpty();
  }

  @Test
  void wordsOfSpeakingAndEnding_giveWayToTheirOwnKindOnly() {
    assertThat(kinds("She said she was [hurt].")).containsExactly(CueKind.REPORTED);
    assertThat(kinds("Carer thinks he is [hurt]."))
        .containsExactlyInAnyOrder(CueKind.POSSIBLE, CueKind.REPORTED);
    assertThat(kinds("He was not only [hurt].")).isEmpty();
  }

  @Test
  void wordsThatRunIntoAFinding_leaveItsDenialAlone() {
    assertThat(kinds("He was not [asked to go].")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("He has not [been excluded].")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("He was not asked about [gifts].")).isEmpty();
  }

  @Test
  void lastWord_answersWhatStandsBeforeIt() {
    assertThat(kinds("[Drugs]? None. Alcohol? Yes.")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("[Drugs] or drink - none\nMoney - £20")).containsExactly(CueKind.NEGATED);
    assertThat(kinds("[Hurt] by him, she said.")).containsExactly(CueKind.REPORTED);
    assertThat(kinds("[Hurt] by him, she told the nurse.")).containsExactly(CueKind.REPORTED);
    assertThat(kinds("Was at [the flat] and said he was bored.")).isEmpty();
    assertThat(kinds("[Gone] if")).isEmpty();
  }

  @Test
  void questionMark_leavesOpen() {
    assertThat(kinds("Wrist injury, ?[gripped], ?fall.")).containsExactly(CueKind.POSSIBLE);
    assertThat(kinds("? [groomed online]")).containsExactly(CueKind.POSSIBLE);
    assertThat(kinds("Was he [hurt] there? He would not say.")).containsExactly(CueKind.POSSIBLE);
    assertThat(kinds("What if he is [hurt]?")).containsExactly(CueKind.HYPOTHETICAL);
    assertThat(kinds("Really? He is [hurt].")).isEmpty();
  }

  @Test
  void quotation_isSpeech_unlessItWasWritten() {
    PhraseContext.Judged spoken = judge("\"I was [hurt there].\" He left.");
    assertThat(spoken.quoted()).isTrue();
    assertThat(spoken.kinds()).containsExactly(CueKind.REPORTED);
    PhraseContext.Judged written = judge("The note has \"[bring them] now\" on it.");
    assertThat(written.quoted()).isTrue();
    assertThat(written.kinds()).isEmpty();
    PhraseContext.Judged word = judge("Her \"[boyfriend]\" drove.");
    assertThat(word.quoted()).isFalse();
    assertThat(word.kinds()).isEmpty();
    assertThat(judge("'They've [hurt me],' he said.").quoted()).isTrue();
  }

  @Test
  void year_isPast_beforeTheTextsOwn() {
    assertThat(kinds("In 2019 he was [hurt].")).containsExactly(CueKind.HISTORICAL);
    assertThat(kinds("In 2020 he was [hurt].")).isEmpty();
  }

  @Test
  void talkInGeneral_isNeitherDoubtedNorReported() {
    PhraseContext.Judged general = judge("He said children may be [hurt].");
    assertThat(general.kinds()).containsExactly(CueKind.GENERAL);
    assertThat(general.subject()).isEqualTo(Subject.UNKNOWN);
  }

  @Test
  void subject_isWhoSuffersIt_notWhoTellsIt() {
    assertThat(judge("Gran is sure that [a car] waits.").subject()).isEqualTo(Subject.CHILD);
    assertThat(judge("Gran is [unwell].").subject()).isEqualTo(Subject.ADULT);
    assertThat(judge("Her friend was [hurt].").subject()).isEqualTo(Subject.OTHER_CHILD);
    assertThat(judge("No [injuries] to the other boys.").subject()).isEqualTo(Subject.OTHER_CHILD);
  }

  @Test
  void nobodyInParticular_isUnknown_unlessSomeoneIsNamed() {
    assertThat(judge("No [youths drinking] seen.").subject()).isEqualTo(Subject.UNKNOWN);
    assertThat(judge("She was [with youths].").subject()).isEqualTo(Subject.CHILD);
    assertThat(judge("The girl ran. [Youths drinking] there.").subject()).isEqualTo(Subject.CHILD);
  }
}
