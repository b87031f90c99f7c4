package org.heed.server.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Answers questions with figures, and figures with the records behind them. */
@Service
public class Figures {
  private final Acts acts;
  private final FigureStore store;
  private final @Nullable CountedRecord record;
  private final KnownPositions positions;
  private final RulebookInForce rulebook;
  private final Clock clock;

  /** Counts from memory where that gives the same answer. */
  @Autowired
  public Figures(
      Acts acts,
      FigureStore store,
      @Nullable CountedRecord record,
      KnownPositions positions,
      RulebookInForce rulebook,
      Clock clock) {
    this.acts = acts;
    this.store = store;
    this.record = record;
    this.positions = positions;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /** Counts by statement alone, for a single question. */
  public Figures(
      Acts acts,
      FigureStore store,
      KnownPositions positions,
      RulebookInForce rulebook,
      Clock clock) {
    this(acts, store, null, positions, rulebook, clock);
  }

  /** Counts. Who may read reports and nothing more counts those that they may read. */
  public Figure ask(Caller caller, Question question) {
    caller.require(Right.FIGURES);
    return acts.plain(caller, () -> count(caller, question));
  }

  /**
   * Counts what is settled, so that the same question has the same answer for ever: a question
   * about now is answered as known when the ledger last grew, and says so.
   *
   * @throws Refused if nothing is settled yet, or there is no such area
   */
  public SettledFigure askSettled(Caller caller, Question asked) {
    caller.require(Right.FIGURES);
    return acts.plain(
        caller,
        () -> {
          Instant moment =
              asked.knownAt() == null ? positions.horizon().settledAt() : asked.knownAt();
          if (moment == null) {
            throw new Refused(Refused.Code.NOT_FOUND, "There is nothing in the record yet.");
          }
          requireArea(caller, asked.area());
          Question question = asked.knownAt(moment);
          KnownAt known = positions.at(moment);
          return new SettledFigure(
              count(caller, question),
              positions.horizon(known),
              store.behind(question, known, pseudonymised(caller)));
        });
  }

  /** A mistyped area would have no records, and nought for an answer. */
  private void requireArea(Caller caller, @Nullable String area) {
    if (area == null) {
      return;
    }
    Set<String> areas = new TreeSet<>(counting(caller).areas(KnownAt.NOW));
    rulebook.rulebook().areas().forEach(each -> areas.add(each.id()));
    if (!areas.contains(area)) {
      throw new Refused(
          Refused.Code.INVALID, "area is one of " + String.join(", ", areas) + ", or left out.");
    }
  }

  private Figure count(Caller caller, Question question) {
    KnownAt known = positions.at(question.knownAt());
    var horizon = positions.horizon();
    List<Group> groups = counting(caller).count(question, known);
    List<Cell> areas = areas(caller, question, known, groups);
    return new Figure(
        question,
        of(groups, Slot.ASKED),
        of(groups, Slot.BEFORE),
        of(groups, Slot.NOT_KNOWN),
        question.by() == By.AREA ? areas : periods(question, groups),
        areas,
        known.position(),
        horizon.size(),
        horizon.settledAt(),
        clock.instant(),
        rulebook.name());
  }

  /** The change from the period before, and where its arithmetic lies. */
  public Change change(Caller caller, Question question) {
    caller.require(Right.FIGURES);
    return acts.plain(
        caller,
        () -> {
          Instant now = question.knownAt() == null ? clock.instant() : question.knownAt();
          Counting counting = counting(caller);
          List<Group> last = counting.count(question, positions.at(question.knownAt()));
          return new Change(
              of(endedBy(question, question.from(), now, counting), Slot.BEFORE).count(),
              of(last, Slot.BEFORE).count(),
              of(endedBy(question, question.to().plusDays(1), now, counting), Slot.ASKED).count(),
              of(last, Slot.ASKED).count());
        });
  }

  /** Counts as known at the beginning of a day in London, or now where that is earlier. */
  private List<Group> endedBy(Question question, LocalDate day, Instant now, Counting counting) {
    Instant ended = day.atStartOfDay(Words.LONDON).toInstant();
    Instant moment = ended.isBefore(now) ? ended : now;
    return counting.count(question.knownAt(moment), positions.at(moment));
  }

  /** The records behind a part of a figure; the look is one entry with the reports shown. */
  public Lineage records(Caller caller, Question question, Part part, long skip, int most) {
    caller.require(Right.FIGURES);
    return acts.look(
        caller,
        "figure.records",
        "figure",
        () -> {
          KnownAt known = positions.at(question.knownAt());
          Lineage found = store.records(question, known, pseudonymised(caller), part, skip, most);
          Set<UUID> reports = new LinkedHashSet<>();
          found.rows().forEach(row -> reports.add(row.report()));
          return new Acts.Seen<>(found, reports);
        });
  }

  /** The areas that can be asked about. */
  public List<String> areas(Caller caller) {
    caller.require(Right.FIGURES);
    return acts.plain(caller, () -> counting(caller).areas(KnownAt.NOW));
  }

  private Counting counting(Caller caller) {
    return new Counting(store, record, caller);
  }

  private static boolean pseudonymised(Caller caller) {
    return caller.may(Right.PSEUDONYMISED);
  }

  private static Tally of(List<Group> groups, Slot slot) {
    return groups.stream()
        .filter(group -> group.slot() == slot && group.period() == null && group.area() == null)
        .map(Group::tally)
        .findFirst()
        .orElse(Tally.NONE);
  }

  private List<Cell> areas(Caller caller, Question question, KnownAt known, List<Group> groups) {
    Map<String, Tally> found = new TreeMap<>();
    String only = question.area();
    for (String area : only == null ? counting(caller).areas(known) : List.of(only)) {
      found.put(area, Tally.NONE);
    }
    for (Group group : groups) {
      if (group.slot() == Slot.ASKED && group.area() != null) {
        found.put(group.area(), group.tally());
      }
    }
    List<Cell> cells = new ArrayList<>();
    found.forEach(
        (area, tally) -> cells.add(new Cell(area, AreaName.of(area), null, null, false, tally)));
    return cells;
  }

  /** Every period of the question, those without anything too. */
  private static List<Cell> periods(Question question, List<Group> groups) {
    Map<LocalDate, Tally> found = new HashMap<>();
    for (Group group : groups) {
      if (group.slot() == Slot.ASKED && group.period() != null) {
        found.put(group.period(), group.tally());
      }
    }
    List<Cell> cells = new ArrayList<>();
    LocalDate start = Periods.start(question.by(), question.from());
    while (!start.isAfter(question.to())) {
      LocalDate next = Periods.next(question.by(), start);
      LocalDate first = start.isBefore(question.from()) ? question.from() : start;
      LocalDate last = next.minusDays(1).isAfter(question.to()) ? question.to() : next.minusDays(1);
      boolean part = !first.equals(start) || !last.equals(next.minusDays(1));
      String label = Periods.label(question.by(), start) + (part ? " (part)" : "");
      Tally tally = found.getOrDefault(start, Tally.NONE);
      cells.add(new Cell(start.toString(), label, first, last, part, tally));
      start = next;
    }
    return cells;
  }
}
