package org.heed.server.rulebook.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Ask;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Rulebook;
import org.heed.server.recognition.ContextSentences;
import org.heed.server.recognition.FindingContext;
import org.heed.server.recognition.StoredCue;
import org.heed.server.rulebook.RulebookChanges;
import org.heed.server.web.Mark;
import org.heed.server.web.Marked;
import org.heed.text.Finding;
import org.heed.text.LanguageNote;
import org.heed.text.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A sample as a drafted rulebook reads it; the model of {@code rulebook/tried.jte}.
 *
 * @param marked null where the draft has mistakes
 * @param asks what it would ask, in a sentence
 */
public record Tried(List<String> problems, @Nullable Marked marked, String asks) {
  private static final int MOST_PROBLEMS = 5;

  public Tried {
    problems = List.copyOf(problems);
  }

  /** Read by the draft. */
  static Tried of(RulebookChanges.Sample read, String sample) {
    return new Tried(
        List.of(),
        new Marked(sample, marks(read.reading(), sample, read.by())),
        asks(read.reading()));
  }

  /**
   * Not read, for mistakes.
   *
   * @param file being typed, whose mistakes are told first
   */
  static Tried wrong(List<Problem> problems, String file) {
    return new Tried(
        problems.stream()
            .sorted(Comparator.comparing(problem -> !problem.at().file().equals(file)))
            .limit(MOST_PROBLEMS)
            .map(Problem::toString)
            .toList(),
        null,
        "");
  }

  private static String asks(Reading reading) {
    Optional<Ask> ask = reading.ask();
    if (ask.isEmpty()) {
      return "It asks nobody.";
    }
    String rule = reading.reasons().getFirst().rule();
    return switch (ask.get()) {
      case DECISION -> "It asks for a flag decision, by the rule " + rule + ".";
      case LOOK -> "It asks somebody to look, by the rule " + rule + ".";
    };
  }

  private static List<Mark> marks(Reading reading, String sample, Rulebook by) {
    List<Mark> marks = new ArrayList<>();
    for (Finding finding : reading.findings()) {
      marks.add(
          new Mark(
              finding.start(),
              finding.end(),
              kind(finding),
              by.findConcept(finding.concept())
                  .map(concept -> concept.title())
                  .orElse(finding.concept()),
              context(finding),
              why(finding, sample),
              finding.id(),
              "Rule " + finding.concept()));
    }
    int number = 0;
    for (LanguageNote note : reading.language()) {
      marks.add(
          new Mark(
              note.start(),
              note.end(),
              Mark.Kind.LANGUAGE,
              "Better: " + note.suggest(),
              List.of(),
              List.of(),
              "w" + ++number,
              note.source()));
    }
    return marks;
  }

  private static List<String> why(Finding finding, String sample) {
    List<StoredCue> cues = finding.cues().stream().map(StoredCue::of).toList();
    List<String> why = new ArrayList<>(ContextSentences.of(cues, sample));
    why.addAll(ContextSentences.ofSpared(finding.spared(), sample));
    return why;
  }

  private static Mark.Kind kind(Finding finding) {
    return switch (finding.family()) {
      case HARM -> Mark.Kind.HARM;
      case EXPLOITER_OR_PLACE -> Mark.Kind.PLACE;
      case VULNERABILITY -> Mark.Kind.VULNERABILITY;
      case AGE, OTHER -> Mark.Kind.OTHER;
    };
  }

  private static List<String> context(Finding finding) {
    List<String> words = new ArrayList<>(FindingContext.of(finding).words());
    switch (finding.subject()) {
      case ADULT -> words.add("about an adult");
      case OTHER_CHILD -> words.add("about another child");
      case CHILD -> words.add("about the child");
      case UNKNOWN -> words.add("about whom is not said");
    }
    return words;
  }
}
