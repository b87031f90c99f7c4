package org.heed.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A simulated force: its events, and apart from them its truth. Words are written as they are asked
 * for, so that a large force needs memory only for its plan, some 300 bytes a report.
 */
public final class SimulatedForce {

  private static final Comparator<SimulatedEvent> CHRONOLOGICAL =
      Comparator.comparing(SimulatedEvent::at).thenComparing(SimulatedEvent::reference);

  private final ForceParameters parameters;
  private final Plan plan;

  private SimulatedForce(ForceParameters parameters) {
    this.parameters = parameters;
    this.plan = new Plan(parameters);
  }

  /** The force that these parameters make. */
  public static SimulatedForce of(ForceParameters parameters) {
    return new SimulatedForce(parameters);
  }

  /** What this force was made from. */
  public ForceParameters parameters() {
    return parameters;
  }

  /** Everything the force learnt and did, in order of time; lazily, and again on each call. */
  public Stream<SimulatedEvent> events() {
    return events(truth -> {});
  }

  /**
   * The events, with the truth of each report and crime handed over as its report is made.
   *
   * @param truths is given {@link Truth.OfReport}, {@link Truth.OfCrime} and, when the events are
   *     at their end, {@link Truth.Person}
   */
  Stream<SimulatedEvent> events(Consumer<Truth> truths) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Replay(plan, truths), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /** The truth of every report and every crime, in order of the reports. */
  public Stream<Truth> truths() {
    List<Truth> truths = new ArrayList<>();
    events(truths::add).forEach(event -> {});
    return truths.stream();
  }

  /** Groups, officers, years, milestones and every true offence. */
  public Stream<Truth> background() {
    return new Background(plan).all();
  }

  /** Merges the stories by time. */
  private static final class Replay implements Iterator<SimulatedEvent> {
    private final Plan plan;
    private final Storyteller teller;
    private final Consumer<Truth> truths;
    private final PriorityQueue<SimulatedEvent> waiting = new PriorityQueue<>(64, CHRONOLOGICAL);
    private final Map<String, Entries> people = new LinkedHashMap<>();
    private int next;
    private boolean ended;

    private record Entries(String part, Set<String> keys) {}

    Replay(Plan plan, Consumer<Truth> truths) {
      this.plan = plan;
      this.teller = new Storyteller(plan);
      this.truths = truths;
    }

    @Override
    public boolean hasNext() {
      while (next < plan.reports.size() && (waiting.isEmpty() || !before(waiting.peek().at()))) {
        tell(plan.reports.get(next++));
      }
      if (waiting.isEmpty() && !ended) {
        ended = true;
        people.forEach((key, entries) ->
            truths.accept(new Truth.Person(key, entries.part(), List.copyOf(entries.keys()))));
      }
      return !waiting.isEmpty();
    }

    /** Whether a moment comes before the next report that is still to be told. */
    private boolean before(Instant at) {
      return at.isBefore(plan.reports.get(next).recordedAt);
    }

    private void tell(Planned report) {
      Story story = teller.tell(report);
      waiting.addAll(story.events());
      truths.accept(story.truth());
      story.crimes().forEach(truths);
      for (Story.Mentioned person : story.people()) {
        people
            .computeIfAbsent(
                person.trueKey(), k -> new Entries(person.part(), new LinkedHashSet<>()))
            .keys()
            .add(person.personKey());
      }
    }

    @Override
    public SimulatedEvent next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return waiting.remove();
    }
  }
}
