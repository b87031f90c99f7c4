package org.heed.server.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.server.dossier.Dossier;
import org.heed.server.recognition.ContextSentences;
import org.heed.server.recognition.StoredReading.StoredAdvice;
import org.heed.server.recognition.StoredReading.StoredFinding;
import org.heed.server.web.Mark;
import org.heed.server.web.Marked;

/** A narrative with what was read in it, ready for the page. */
public final class MarkedNarrative {
  private MarkedNarrative() {}

  /**
   * The text with its marks: those of the re-read that somebody has to look at, else those of when
   * it was recorded. Ages and building blocks of rules are no findings to show.
   */
  static Marked of(Dossier dossier) {
    List<Mark> marks = new ArrayList<>();
    dossier
        .reread()
        .or(dossier::reading)
        .ifPresent(read -> {
          for (StoredFinding finding : read.findings()) {
            if (!finding.family().equals("other") && !finding.family().equals("age")) {
              marks.add(mark(finding, dossier.report().narrative(), read.rulebook()));
            }
          }
        });
    dossier
        .reading()
        .ifPresent(read -> {
          int number = 0;
          for (StoredAdvice advice : read.advice()) {
            marks.add(
                new Mark(
                    advice.start(),
                    advice.end(),
                    Mark.Kind.LANGUAGE,
                    "Better: " + advice.suggest(),
                    List.of(),
                    List.of(),
                    "w" + ++number,
                    advice.source()));
          }
        });
    return new Marked(dossier.report().narrative(), marks);
  }

  private static Mark mark(StoredFinding finding, String narrative, String rulebook) {
    List<String> context = new ArrayList<>(finding.context().words());
    switch (finding.subject()) {
      case "adult" -> context.add("about an adult");
      case "other-child" -> context.add("about another child");
      case "child" -> context.add("about the child");
      default -> context.add("about whom is not said");
    }
    return new Mark(
        finding.start(),
        finding.end(),
        kind(finding.family()),
        finding.title(),
        context,
        ContextSentences.of(finding.cues(), narrative),
        "f" + finding.number(),
        "Rule " + finding.concept() + ", " + rulebook);
  }

  private static Mark.Kind kind(String family) {
    return switch (family) {
      case "harm" -> Mark.Kind.HARM;
      case "exploiter-or-place" -> Mark.Kind.PLACE;
      case "vulnerability" -> Mark.Kind.VULNERABILITY;
      default -> Mark.Kind.OTHER;
    };
  }
}
