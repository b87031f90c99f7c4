package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Mark;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How well the England and Wales rulebook's context words tell what police and safeguarding notes
 * make of an indicator, on the half that they were written with and on the half held out. The
 * floors are a little under what was measured, so that a change that loses is seen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicingContextTest {
  private record Judged(MarkedMentions.Mention mention, Set<Mark> marks, String subject) {}

  /** True and false positives and false negatives of one mark. */
  private record Score(int right, int wrong, int missed) {
    double precision() {
      return (double) right / Math.max(1, right + wrong);
    }

    double recall() {
      return (double) right / Math.max(1, right + missed);
    }

    double f1() {
      return 2.0 * right / (2.0 * right + wrong + missed);
    }
  }

  /** As a record of a child would give them, with an age. */
  private List<Judged> judged = List.of();

  private List<Judged> ageless = List.of();

  @BeforeAll
  void judge() throws Exception {
    Rulebook rulebook = RulebookLoader.load(Path.of("../rulebooks/england-wales"));
    PhraseContext words = new PhraseContext(rulebook.context(), rulebook.inForce().getYear());
    List<MarkedMentions.Mention> mentions = MarkedMentions.load().mentions();
    judged = mentions.stream().map(m -> judge(words, m, OptionalInt.of(14))).toList();
    ageless = mentions.stream().map(m -> judge(words, m, OptionalInt.empty())).toList();
    System.out.println("mark          half         precision  recall  F1     wrong  missed");
    for (Mark mark : Mark.values()) {
      print(mark, false);
      print(mark, true);
    }
    for (boolean heldOut : new boolean[] {false, true}) {
      System.out.printf(
          "subject       %-12s %.3f right with the age of the child, %.3f without%n",
          heldOut ? "held out" : "development",
          subjects(judged, heldOut),
          subjects(ageless, heldOut));
    }
  }

  private static Judged judge(
      PhraseContext words, MarkedMentions.Mention mention, OptionalInt ageOfVictim) {
    PhraseContext.Judged judged =
        words.judge(mention.text(), mention.start(), mention.end(), ageOfVictim);
    return new Judged(mention, marks(judged), judged.subject().word());
  }

  private static Set<Mark> marks(PhraseContext.Judged judged) {
    Map<CueKind, Mark> names = new EnumMap<>(CueKind.class);
    names.put(CueKind.NEGATED, Mark.NEGATED);
    names.put(CueKind.POSSIBLE, Mark.POSSIBLE);
    names.put(CueKind.HYPOTHETICAL, Mark.HYPOTHETICAL);
    names.put(CueKind.GENERAL, Mark.HYPOTHETICAL);
    names.put(CueKind.HISTORICAL, Mark.HISTORICAL);
    names.put(CueKind.REPORTED, Mark.REPORTED);
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    names.forEach((kind, mark) -> {
      if (judged.kinds().contains(kind)) {
        marks.add(mark);
      }
    });
    if (judged.quoted()) {
      marks.add(Mark.QUOTED);
    }
    return marks;
  }

  private void print(Mark mark, boolean heldOut) {
    Score score = score(mark, heldOut);
    System.out.printf(
        "%-13s %-12s %.3f      %.3f   %.3f  %5d  %6d%n",
        mark.word(),
        heldOut ? "held out" : "development",
        score.precision(),
        score.recall(),
        score.f1(),
        score.wrong(),
        score.missed());
  }

  private Score score(Mark mark, boolean heldOut) {
    return new Score(
        count(heldOut, j -> j.mention().marks().contains(mark) && j.marks().contains(mark)),
        count(heldOut, j -> !j.mention().marks().contains(mark) && j.marks().contains(mark)),
        count(heldOut, j -> j.mention().marks().contains(mark) && !j.marks().contains(mark)));
  }

  private static double subjects(List<Judged> judged, boolean heldOut) {
    return (double) count(judged, heldOut, j -> j.subject().equals(j.mention().subject()))
        / count(judged, heldOut, _ -> true);
  }

  private int count(boolean heldOut, Predicate<Judged> which) {
    return count(judged, heldOut, which);
  }

  private static int count(List<Judged> judged, boolean heldOut, Predicate<Judged> which) {
    return (int)
        judged.stream().filter(j -> j.mention().heldOut() == heldOut).filter(which).count();
  }

  private void holds(Mark mark, double development, double heldOut) {
    assertThat(score(mark, false).f1()).as("development").isGreaterThanOrEqualTo(development);
    assertThat(score(mark, true).f1()).as("held out").isGreaterThanOrEqualTo(heldOut);
  }

  @Test
  void bothHalves_areThere() {
    assertThat(count(false, _ -> true)).isGreaterThanOrEqualTo(500);
    assertThat(count(true, _ -> true)).isGreaterThanOrEqualTo(500);
  }

  @Test
  void denial_isTold() {
    holds(Mark.NEGATED, 0.97, 0.89);
  }

  @Test
  void doubt_isTold() {
    holds(Mark.POSSIBLE, 0.94, 0.79);
  }

  @Test
  void supposition_isTold() {
    holds(Mark.HYPOTHETICAL, 0.94, 0.77);
  }

  @Test
  void history_isTold() {
    holds(Mark.HISTORICAL, 0.95, 0.73);
  }

  @Test
  void reportedSpeech_isTold() {
    holds(Mark.REPORTED, 0.91, 0.81);
  }

  @Test
  void quotation_isTold() {
    holds(Mark.QUOTED, 0.97, 0.97);
  }

  @Test
  void subject_isTold() {
    assertThat(subjects(judged, false)).isGreaterThanOrEqualTo(0.93);
    assertThat(subjects(judged, true)).isGreaterThanOrEqualTo(0.82);
    assertThat(subjects(ageless, false)).isGreaterThanOrEqualTo(0.41);
    assertThat(subjects(ageless, true)).isGreaterThanOrEqualTo(0.36);
  }
}
