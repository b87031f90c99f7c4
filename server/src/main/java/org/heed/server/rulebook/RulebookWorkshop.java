package org.heed.server.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private @Nullable Made last;

  /** What became of texts: a reader, or mistakes. */
  record Made(RulebookFiles files, @Nullable Reader reader, List<Problem> problems) {
    Optional<Reader> sound() {
      return Optional.ofNullable(reader);
    }
  }

  synchronized Made make(RulebookFiles files) {
    Made known = last;
    if (known == null || !known.files().equals(files)) {
      known = made(files);
      last = known;
    }
    return known;
  }

  private static Made made(RulebookFiles files) {
    try {
      return new Made(files, Reader.of(RulebookLoader.parse(files.texts())), List.of());
    } catch (RulebookException e) {
      return new Made(files, null, e.problems());
    } catch (RulebookTooLargeException e) {
      Problem large =
          new Problem(
              new Where("rulebook.yaml", 1), String.valueOf(e.getMessage()), "Take phrases out");
      return new Made(files, null, List.of(large));
    }
  }

  /** Checks texts, runs their examples and compares them with those in force. */
  Checked check(RulebookFiles base, RulebookFiles files) {
    Made made = make(files);
    Reader reader = made.reader();
    if (reader == null) {
      return Checked.wrong(made.problems());
    }
    try {
      Rulebook before = RulebookLoader.parse(base.texts());
      Rulebook after = RulebookLoader.parse(files.texts());
      RulebookExamples.Result read = RulebookExamples.run(reader);
      CountingExamples.Result counted = CountingExamples.run(after.counting());
      List<Problem> failures = new ArrayList<>(read.failures());
      failures.addAll(counted.failures());
      failures.sort(Comparator.comparing(Problem::at));
      return new Checked(
          List.of(),
          read.examples() + counted.examples(),
          failures,
          RulebookDiff.between(before, after).stream().skip(1).toList(),
          after.id().toString());
    } catch (RulebookException e) {
      return Checked.wrong(e.problems());
    }
  }
}
