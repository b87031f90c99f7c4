package org.heed.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heed.rulebook.Advice;
import org.heed.rulebook.Concept;
import org.heed.rulebook.ContextSample;
import org.heed.rulebook.Mark;
import org.heed.rulebook.Problem;
import org.heed.rulebook.PromptSample;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Sample;
import org.heed.rulebook.Where;

/** Runs the examples that a rulebook carries. */
public final class RulebookExamples {
  private final Reader reader;
  private final List<Problem> failures = new ArrayList<>();
  private int run;

  private RulebookExamples(Reader reader) {
    this.reader = reader;
  }

  /**
   * What came of a run.
   *
   * @param examples how many were run
   * @param failures those that did not come out, by place
   */
  public record Result(int examples, List<Problem> failures) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  /** Runs every example of the reader's rulebook. */
  public static Result run(Reader reader) {
    RulebookExamples test = new RulebookExamples(reader);
    Rulebook rulebook = reader.rulebook();
    rulebook.concepts().forEach(test::concept);
    rulebook.context().examples().forEach(test::context);
    rulebook.prompts().examples().forEach(test::prompt);
    rulebook.language().forEach(test::advice);
    test.failures.sort(java.util.Comparator.comparing(Problem::at));
    return new Result(test.run, test.failures);
  }

  private Reading read(String text) {
    run++;
    return reader.read(Narrative.of("example", text));
  }

  private void fail(Where at, String what, String cure) {
    failures.add(new Problem(at, what, cure));
  }

  private void concept(Concept concept) {
    for (Sample sample : concept.match()) {
      if (!finds(concept, sample)) {
        fail(
            sample.at(),
            "“" + sample.text() + "” should match " + concept.id() + " and does not",
            "Add a phrase, or drop the example");
      }
    }
    for (Sample sample : concept.noMatch()) {
      if (finds(concept, sample)) {
        fail(
            sample.at(),
            "“" + sample.text() + "” should not match " + concept.id() + " and does",
            "Narrow a phrase, or add it under except:");
      }
    }
  }

  private boolean finds(Concept concept, Sample sample) {
    return read(sample.text()).findings().stream().anyMatch(f -> f.concept().equals(concept.id()));
  }

  private void context(ContextSample sample) {
    Optional<Finding> finding =
        read(sample.text()).findings().stream()
            .filter(f -> f.concept().equals(sample.concept()))
            .findFirst();
    if (finding.isEmpty()) {
      fail(sample.at(), "no " + sample.concept() + " is found", "Use its words in the text");
      return;
    }
    Set<Mark> marks = marks(finding.get());
    if (!marks.equals(sample.is())) {
      fail(
          sample.at(),
          "“" + sample.text() + "” is " + words(marks) + " and should be " + words(sample.is()),
          "Add or change a cue");
    }
    if (sample.subject().isPresent() && sample.subject().get() != finding.get().subject()) {
      fail(
          sample.at(),
          "“"
              + sample.text()
              + "” is about "
              + finding.get().subject().word()
              + " and should be about "
              + sample.subject().get().word(),
          "Add or change subject words");
    }
  }

  private static Set<Mark> marks(Finding f) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    add(marks, f.negated(), Mark.NEGATED);
    add(marks, f.possible(), Mark.POSSIBLE);
    add(marks, f.hypothetical(), Mark.HYPOTHETICAL);
    add(marks, f.historical(), Mark.HISTORICAL);
    add(marks, f.reported(), Mark.REPORTED);
    add(marks, f.quoted(), Mark.QUOTED);
    return marks;
  }

  private static void add(Set<Mark> marks, boolean is, Mark mark) {
    if (is) {
      marks.add(mark);
    }
  }

  private static String words(Set<Mark> marks) {
    return marks.isEmpty()
        ? "plain"
        : String.join(", ", marks.stream().sorted().map(Mark::word).toList());
  }

  private void prompt(PromptSample sample) {
    run++;
    Narrative narrative = Narrative.of("example", sample.text());
    if (sample.victimAge().isPresent()) {
      narrative = narrative.withVictimAge(sample.victimAge().getAsInt());
    }
    if (sample.offence().isPresent()) {
      narrative = narrative.withOffence(sample.offence().get());
    }
    Reading reading = reader.read(narrative);
    String asked = reading.ask().map(a -> a.word()).orElse("none");
    String should = sample.ask().map(a -> a.word()).orElse("none");
    if (!asked.equals(should)) {
      fail(
          sample.at(),
          "“"
              + sample.text()
              + "” asks "
              + asked
              + " "
              + reading.reasons().stream().map(Reason::rule).toList()
              + " and should ask "
              + should,
          "Change a rule's condition, or the example");
    }
    if (sample.rule().isPresent()
        && reading.reasons().stream().noneMatch(r -> r.rule().equals(sample.rule().get()))) {
      fail(
          sample.at(),
          "“" + sample.text() + "” gives other reasons than " + sample.rule().get(),
          "Change the rule's condition, or the example");
    }
  }

  private void advice(Advice advice) {
    for (Sample sample : advice.match()) {
      if (!notes(advice, sample)) {
        fail(
            sample.at(),
            "“" + sample.text() + "” should be pointed out by " + advice.id() + " and is not",
            "Add a phrase, or drop the example");
      }
    }
    for (Sample sample : advice.noMatch()) {
      if (notes(advice, sample)) {
        fail(
            sample.at(),
            "“" + sample.text() + "” should not be pointed out by " + advice.id() + " and is",
            "Narrow a phrase, or add it under except:");
      }
    }
  }

  private boolean notes(Advice advice, Sample sample) {
    return read(sample.text()).language().stream().anyMatch(n -> n.advice().equals(advice.id()));
  }
}
