package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Mark;
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

  private List<Judged> judged = List.of();

  @BeforeAll
  void judge() throws Exception {
    PhraseContext words =
        new PhraseContext(RulebookLoader.load(Path.of("../rulebooks/england-wales")).context());
    judged =
        MarkedMentions.load().mentions().stream()
            .map(m -> {
              PhraseContext.Judged j = words.judge(m.text(), m.start(), m.end());
              return new Judged(m, marks(j), j.subject().word());
            })
            .toList();
    System.out.println("mark          half         precision  recall  F1     wrong  missed");
    for (Mark mark : Mark.values()) {
      print(mark, false);
      print(mark, true);
    }
    System.out.printf(
        "subject       development  %.3f right%nsubject       held out     %.3f right%n",
        subjects(false), subjects(true));
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

  private double subjects(boolean heldOut) {
    return (double) count(heldOut, j -> j.subject().equals(j.mention().subject()))
        / count(heldOut, _ -> true);
  }

  private int count(boolean heldOut, Predicate<Judged> which) {
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
    holds(Mark.NEGATED, 0.87, 0.85);
  }

  @Test
  void doubt_isTold() {
    holds(Mark.POSSIBLE, 0.61, 0.64);
  }

  @Test
  void supposition_isTold() {
    holds(Mark.HYPOTHETICAL, 0.61, 0.57);
  }

  @Test
  void history_isTold() {
    holds(Mark.HISTORICAL, 0.40, 0.47);
  }

  @Test
  void reportedSpeech_isTold() {
    holds(Mark.REPORTED, 0.26, 0.25);
  }

  @Test
  void quotation_isTold() {
    holds(Mark.QUOTED, 0.90, 0.92);
  }

  @Test
  void subject_isTold() {
    assertThat(subjects(false)).isGreaterThanOrEqualTo(0.25);
    assertThat(subjects(true)).isGreaterThanOrEqualTo(0.28);
  }
}
