package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heed.figures.decompose.Grouping;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Question;
import org.heed.server.publication.Split;
import org.heed.server.publication.Step;
import org.heed.server.publication.Unit;
import org.heed.server.web.Waterfall;
import org.heed.server.web.Words;

/** The accounting split in words and as a drawing. */
final class SplitWords {
  private SplitWords() {}

  static Waterfall waterfall(Split split, Question question, String csv) {
    List<Waterfall.Step> steps = new ArrayList<>();
    steps.add(new Waterfall.Step("What none of the steps below touches", "", split.rest()));
    for (Split.Share share : split.shares()) {
      steps.add(
          new Waterfall.Step(title(share.step(), question), group(share.step()), share.part()));
    }
    return new Waterfall(
        "split",
        "Where the change lies",
        says(split),
        question.unit().title(),
        new Waterfall.Total(
            period(question.firstDayBefore(), question.lastDayBefore()), split.before()),
        steps,
        new Waterfall.Total(period(question.from(), question.to()), split.after()),
        csv);
  }

  private static String period(java.time.LocalDate first, java.time.LocalDate last) {
    return Words.date(first) + " to " + Words.date(last);
  }

  /** A step as this question means it. */
  static String title(Step step, Question question) {
    return switch (step) {
      case UNIT ->
          switch (question.unit()) {
            case REPORTS -> step.title();
            case CRIMES -> "Counted in crimes rather than reports";
            case CHILDREN -> "Counted in children rather than reports";
            case SUSPECTS -> "Counted in suspects rather than reports";
          };
      case RULEBOOK -> rulebook(question);
      case LATER,
          CANCELLED,
          NON_RECENT,
          QUALITY_ASSURANCE,
          PROMPT,
          RANDOM_REVIEW,
          THIRD_PARTY,
          PARTNER_AGENCY,
          ONLINE_REFERRAL,
          FOUND_BY_POLICE,
          LARGEST_GROUP,
          LARGEST_OPERATION ->
          step.title();
    };
  }

  private static String rulebook(Question question) {
    if (question.rulebook() == null) {
      return "Prompted by a later reading only";
    }
    boolean crimes = question.unit() == Unit.CRIMES;
    boolean prompted = question.definition() == Definition.PROMPTED;
    return crimes && prompted
        ? "Prompted and counted by the rulebook chosen, rather than as first read and recorded"
        : crimes
            ? "Counted by the rulebook chosen, rather than as recorded"
            : "Prompted by the rulebook chosen, rather than as first read";
  }

  /** What steps that belong together are about, or empty. */
  private static String group(Step step) {
    return switch (step) {
      case QUALITY_ASSURANCE, PROMPT, RANDOM_REVIEW -> "what led to the flag";
      case THIRD_PARTY, PARTNER_AGENCY, ONLINE_REFERRAL, FOUND_BY_POLICE -> "how it came to notice";
      case LATER, UNIT, CANCELLED, RULEBOOK, NON_RECENT, LARGEST_GROUP, LARGEST_OPERATION -> "";
    };
  }

  private static String says(Split split) {
    long change = split.after() - split.before();
    return "From "
        + Words.number(split.before())
        + " to "
        + Words.number(split.after())
        + " is "
        + Waterfall.signed(change)
        + ". Each step counts the same records again with one thing changed, averaged over the order"
        + " of the steps; together they make the change, with nothing left over. This is"
        + " arithmetic, not cause.";
  }

  /** Which steps were weighed together, as the definition of the split. */
  static String grouping(Grouping.Group grouping) {
    return grouping.parts().stream()
        .filter(part -> part.factors().size() > 1)
        .map(part ->
            part.factors().stream()
                .map(factor -> Step.valueOf(factor).title().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("; ")))
        .collect(Collectors.joining(". And together: "));
  }
}
