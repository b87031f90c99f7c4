package org.heed.server.publication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.figures.Interval;
import org.heed.figures.inference.AdjustedChange;
import org.heed.figures.inference.Readers;
import org.heed.figures.inference.ReviewedPeriod;
import org.heed.figures.log.Counts;
import org.heed.figures.review.MissedEstimate.Stratum;
import org.heed.figures.uncertainty.ClusteredRatio;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.publication.counted.Review;
import org.jspecify.annotations.Nullable;

/** What the records say of a figure: its split, its clusters, what is missing, blind review. */
final class Insides {
  private final CountedRecord record;
  private final CountedRecord recorded;
  private final Question question;
  private final long position;
  private final Slices slices;

  /**
   * @param record by the question's rulebook, if it has one
   * @param recorded by none
   */
  Insides(CountedRecord record, CountedRecord recorded, Question question, long position) {
    this.record = record;
    this.recorded = recorded;
    this.question = question;
    this.position = position;
    this.slices = Slices.of(question.by(By.AREA));
  }

  Headline.Inside of(Figure figure, Change change, Splitting.Knowledge known) {
    List<Clusters> clusters =
        clusters().stream()
            .map(by ->
                Clusters.of(
                    record,
                    question,
                    position,
                    by,
                    figure.total().count(),
                    figure.before().count()))
            .toList();
    Splitting.Largest largest = largest(clusters);
    Split split =
        new Split(
            figure.before().count(),
            figure.total().count(),
            new Splitting(record, recorded, question, known, largest).accounting(),
            notSplit(change, largest));
    return new Headline.Inside(
        split,
        clusters.stream().map(each -> clustered(each, figure)).toList(),
        missing(),
        review());
  }

  /** The largest operation; where none is named, the largest group with suspects in common. */
  private static Splitting.Largest largest(List<Clusters> clusters) {
    return largest(clusters, Clusters.By.OPERATION, Step.LARGEST_OPERATION)
        .or(() -> largest(clusters, Clusters.By.SUSPECT, Step.LARGEST_GROUP))
        .orElse(new Splitting.Largest(Step.LARGEST_GROUP, new BitSet()));
  }

  private static Optional<Splitting.Largest> largest(
      List<Clusters> clusters, Clusters.By by, Step step) {
    return clusters.stream()
        .filter(each -> each.by() == by && !each.largest().isEmpty())
        .map(each -> new Splitting.Largest(step, each.largest()))
        .findFirst();
  }

  /** Whoever is counted is not held together by being the same. */
  private List<Clusters.By> clusters() {
    return switch (question.unit()) {
      case REPORTS, CRIMES ->
          List.of(Clusters.By.OPERATION, Clusters.By.SUSPECT, Clusters.By.VICTIM);
      case CHILDREN -> List.of(Clusters.By.OPERATION, Clusters.By.SUSPECT);
      case SUSPECTS -> List.of(Clusters.By.OPERATION, Clusters.By.VICTIM);
    };
  }

  private static Clustered clustered(Clusters clusters, Figure figure) {
    long before = figure.before().count();
    long after = figure.total().count();
    return new Clustered(
        clusters.by(),
        before == 0 || after == 0
            ? null
            : ClusteredRatio.of(clusters.after(), clusters.before(), Interval.USUAL_LEVEL),
        clusters.anyTogether(),
        clusters.linkedAfter() + clusters.linkedBefore(),
        before + after);
  }

  private List<String> notSplit(Change change, Splitting.Largest largest) {
    List<String> not = new ArrayList<>();
    if (change.broughtInLater()) {
      not.add(
          "What became known later: nothing of the period before was in this record when that"
              + " period ended.");
    }
    if (question.definition() == Definition.CSE_FLAGGED) {
      not.add(
          "What counts as exploitation, by the rulebook then or now: a flag is a person's decision"
              + " by the definition of its day, and no recount can make it again. A rule decides"
              + " only whom it asks: count what is prompted to see that.");
    }
    if (question.unit() == Unit.CRIMES && record == recorded) {
      not.add(
          "The rulebook then or now: crimes stand here as they were recorded, by the rules of their"
              + " day. Choose a rulebook, and counting by its rules is a step.");
    }
    if (largest.reports().isEmpty()) {
      not.add(
          "The largest operation: no two of what is counted are said to be of one, or have a"
              + " suspect in common.");
    } else if (largest.step() == Step.LARGEST_GROUP) {
      not.add(
          "The largest operation: nothing of what is counted is said to be of one; the largest"
              + " group with suspects in common stands in for it.");
    }
    return not;
  }

  private Missing missing() {
    CountedRecord.Unit unit =
        question.unit() == Unit.CRIMES ? CountedRecord.Unit.CRIMES : CountedRecord.Unit.REPORTS;
    Map<String, Set<String>> wanted = new HashMap<>(Wanted.of(record, question));
    wanted.put(Dimension.STANDING.code(), Set.of("counted"));
    Counts counts =
        ask(unit, question.clock(), wanted, Dimension.UNDATED, Dimension.NOTICE, Dimension.READ);
    int asked = slices.slots().indexOf(Slot.ASKED);
    long all = 0;
    long notHappened = 0;
    long noRoute = 0;
    for (String undated : counts.labels().get(0)) {
      for (String notice : counts.labels().get(1)) {
        for (String read : counts.labels().get(2)) {
          long count = counts.of(asked, undated, notice, read);
          all += count;
          notHappened += undated.contains("o") ? count : 0;
          noRoute += notice.equals("not-recorded") ? count : 0;
        }
      }
    }
    return new Missing(undecided(asked), all, notHappened, noRoute, unread(asked));
  }

  private long undecided(int asked) {
    if (question.definition() != Definition.CSE_FLAGGED) {
      return 0;
    }
    Map<String, Set<String>> wanted = new HashMap<>(area());
    wanted.put(Dimension.FLAG.code(), Set.of("none"));
    wanted.put(
        Dimension.READ.code(),
        record.labels(Dimension.READ).stream()
            .filter(label -> label.indexOf('+') >= 0)
            .collect(Collectors.toSet()));
    return ask(CountedRecord.Unit.REPORTS, otherThanFlagged(), wanted).byPeriod()[asked];
  }

  private long unread(int asked) {
    String rulebook = question.rulebook();
    if (rulebook == null || question.definition() != Definition.PROMPTED) {
      return 0;
    }
    Map<String, Set<String>> wanted = new HashMap<>(area());
    wanted.put(
        Dimension.READ.code(),
        record.labels(Dimension.READ).stream()
            .filter(label -> !Wanted.readBy(label, rulebook))
            .collect(Collectors.toSet()));
    return ask(CountedRecord.Unit.REPORTS, otherThanFlagged(), wanted).byPeriod()[asked];
  }

  /** What is not flagged has no day on which it was. */
  private Dated otherThanFlagged() {
    return question.clock() == Dated.FLAGGED ? Dated.RECORDED : question.clock();
  }

  private Map<String, Set<String>> area() {
    String area = question.area();
    return area == null ? Map.of() : Map.of(Dimension.AREA.code(), Set.of(area));
  }

  private Counts ask(
      CountedRecord.Unit unit, Dated clock, Map<String, Set<String>> wanted, Dimension... by) {
    return record.count(unit, slices.asked(position, clock, wanted, by));
  }

  /** How many reports of a period are in each frame, and what came of the draws. */
  private static final class Frames {
    private final Map<Review.Frame, long[]> counts = new EnumMap<>(Review.Frame.class);
    private final Map<Review.Frame, Set<Double>> chances = new EnumMap<>(Review.Frame.class);

    void add(Review review, long count) {
      if (review.chance() > 0 && count > 0) {
        chances.computeIfAbsent(review.frame(), _ -> new HashSet<>()).add(review.chance());
      }
      long[] of = counts.computeIfAbsent(review.frame(), _ -> new long[4]);
      of[0] += count;
      of[1] += review.answer() == Review.Answer.NOT_DRAWN ? 0 : count;
      of[2] +=
          review.answer() == Review.Answer.YES || review.answer() == Review.Answer.NO ? count : 0;
      of[3] += review.answer() == Review.Answer.YES ? count : 0;
    }

    private long get(Review.Frame frame, int which) {
      long[] of = counts.get(frame);
      return of == null ? 0 : of[which];
    }

    boolean unequal() {
      return chances.values().stream().anyMatch(all -> all.size() > 1);
    }

    long drawn() {
      return counts.values().stream().mapToLong(of -> of[1]).sum();
    }

    long read() {
      return counts.values().stream().mapToLong(of -> of[2]).sum();
    }

    long waiting() {
      return get(Review.Frame.WAITING, 0);
    }

    ReviewedPeriod reviewed() {
      List<Stratum> rest = new ArrayList<>();
      rest.add(stratum(Review.Frame.REST));
      if (get(Review.Frame.ANSWERED, 0) > 0) {
        long answered = get(Review.Frame.ANSWERED, 0);
        rest.add(new Stratum(answered, answered, 0));
      }
      if (waiting() > 0) {
        rest.add(new Stratum(waiting(), 0, 0));
      }
      return new ReviewedPeriod(stratum(Review.Frame.FLAGGED), rest);
    }

    private Stratum stratum(Review.Frame frame) {
      return new Stratum(get(frame, 0), get(frame, 2), get(frame, 3));
    }
  }

  private @Nullable BlindReview review() {
    if (question.unit() != Unit.REPORTS
        || question.definition() != Definition.CSE_FLAGGED
        || question.clock() == Dated.FLAGGED) {
      return null;
    }
    Counts counts = ask(CountedRecord.Unit.REPORTS, question.clock(), area(), Dimension.REVIEW);
    Frames before = frames(counts, Slot.BEFORE);
    Frames after = frames(counts, Slot.ASKED);
    long read = before.read() + after.read();
    boolean unequal = before.unequal() || after.unequal();
    return new BlindReview(
        before.drawn() + after.drawn(),
        read,
        before.waiting() + after.waiting(),
        unequal,
        read == 0 || unequal
            ? null
            : AdjustedChange.of(
                before.reviewed(),
                after.reviewed(),
                Readers.takenToBeRight(Interval.USUAL_LEVEL),
                Interval.USUAL_LEVEL));
  }

  private Frames frames(Counts counts, Slot slot) {
    Frames frames = new Frames();
    for (String label : counts.labels().getFirst()) {
      frames.add(Review.parse(label), counts.of(slices.slots().indexOf(slot), label));
    }
    return frames;
  }
}
