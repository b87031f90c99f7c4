package org.heed.server.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heed.clocks.StandardExamples;
import org.heed.figures.counting.CountingExamples;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookDiff;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Where;
import org.heed.text.Reader;
import org.heed.text.RulebookExamples;
import org.heed.text.RulebookTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Compiles rulebooks that somebody is writing. The last one is kept: who types a sample asks for
 * the same one again with each word.
 */
final class RulebookWorkshop {
  private @Nullable Last last;

  /** What became of texts. */
  sealed interface Made {}

  /** A rulebook to read by. */
  record Sound(Rulebook rulebook, Reader reader) implements Made {}

  /** Mistakes, for which nothing can be read. */
  record Unsound(List<Problem> problems) implements Made {
    Unsound {
      problems = List.copyOf(problems);
    }
  }

  private record Last(RulebookFiles files, Made made) {}

  synchronized Made make(RulebookFiles files) {
    Last known = last;
    if (known == null || !known.files().equals(files)) {
      known = new Last(files, made(files));
      last = known;
    }
    return known.made();
  }

  private static Made made(RulebookFiles files) {
    try {
      Rulebook rulebook = RulebookLoader.parse(files.texts());
      return new Sound(rulebook, Reader.of(rulebook));
    } catch (RulebookException e) {
      return new Unsound(e.problems());
    } catch (RulebookTooLargeException e) {
      Where where = new Where("rulebook.yaml", 1);
      return new Unsound(
          List.of(new Problem(where, String.valueOf(e.getMessage()), "Take phrases out")));
    }
  }

  /** Checks texts, runs their examples and compares them with the rulebook in force. */
  Checked check(Rulebook before, RulebookFiles files) {
    return switch (make(files)) {
      case Unsound unsound -> Checked.wrong(unsound.problems());
      case Sound sound -> checked(before, sound);
    };
  }

  private static Checked checked(Rulebook before, Sound after) {
    RulebookExamples.Result read = RulebookExamples.run(after.reader());
    CountingExamples.Result counted = CountingExamples.run(after.rulebook().counting());
    List<Problem> failures = new ArrayList<>(read.failures());
    failures.addAll(counted.failures());
    StandardExamples.Result timed = StandardExamples.run(after.rulebook());
    failures.addAll(timed.failures());
    failures.sort(Comparator.comparing(Problem::at));
    return new Checked(
        List.of(),
        read.examples() + counted.examples() + timed.examples(),
        failures,
        RulebookDiff.between(before, after.rulebook()).stream().skip(1).toList(),
        after.rulebook());
  }
}
