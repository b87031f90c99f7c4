package org.heed.server.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.Part.Slot;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Dimension;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Answers questions with figures, and figures with the records behind them.
 *
 * <p>What keeps it whole: each answer is counted in one transaction, at one position of the ledger,
 * by one copy of the record, so that no two of its numbers disagree; and records are shown in a
 * look, which names them.
 */
@Service
public class Figures {
  /** How long a page is kept waiting for a count that is under way. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final Acts acts;
  private final FigureStore store;
  private final @Nullable CountedRecord record;
  private final @Nullable Recountings recountings;
  private final KnownPositions positions;
  private final RulebookInForce rulebook;
  private final Clock clock;

  /** Counts from memory where that gives the same answer. */
  @Autowired
  public Figures(
      Acts acts,
      FigureStore store,
      @Nullable CountedRecord record,
      @Nullable Recountings recountings,
      KnownPositions positions,
      RulebookInForce rulebook,
      Clock clock) {
    this.acts = acts;
    this.store = store;
    this.record = record;
    this.recountings = recountings;
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
    this(acts, store, null, null, positions, rulebook, clock);
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
          if (Recountings.matter(question) && isSupposed(caller, question)) {
            throw new Refused(
                Refused.Code.INVALID,
                "What another rulebook would make of the record is for looking at, and is not"
                    + " frozen: leave rulebook out.");
          }
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
    List<Group> groups = counting(caller, question).count(question, known);
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

  /** The figure with the change from the period before and all that qualifies it. */
  public Headline headline(Caller caller, Question question) {
    caller.require(Right.FIGURES);
    return acts.plain(
        caller,
        () -> {
          Figure figure = count(caller, question);
          Change change = changed(caller, question);
          CountedRecord inside = record(caller, question);
          if (inside == null) {
            return new Headline(figure, change, null);
          }
          long position = Counting.position(inside, positions.at(question.knownAt()));
          Splitting.Knowledge known =
              new Splitting.Knowledge(
                  position,
                  ended(inside, question, question.to().plusDays(1)),
                  ended(inside, question, question.from()),
                  !change.broughtInLater());
          return new Headline(
              figure,
              change,
              new Insides(inside, Objects.requireNonNull(record), question, position)
                  .of(figure, change, known));
        });
  }

  private long ended(CountedRecord inside, Question question, LocalDate day) {
    return Counting.position(inside, positions.at(ended(question, day)));
  }

  /** The change from the period before, and where its arithmetic lies. */
  public Change change(Caller caller, Question question) {
    caller.require(Right.FIGURES);
    return acts.plain(caller, () -> changed(caller, question));
  }

  private Change changed(Caller caller, Question question) {
    Counting counting = counting(caller, question);
    List<Group> last = counting.count(question, positions.at(question.knownAt()));
    return new Change(
        of(endedBy(question, question.from(), counting), Slot.BEFORE).count(),
        of(last, Slot.BEFORE).count(),
        of(endedBy(question, question.to().plusDays(1), counting), Slot.ASKED).count(),
        of(last, Slot.ASKED).count());
  }

  /** Counts as known when the day before this one ended. */
  private List<Group> endedBy(Question question, LocalDate day, Counting counting) {
    Instant moment = ended(question, day);
    return counting.count(question.knownAt(moment), positions.at(moment));
  }

  /** The beginning of a day in London, or the question's own moment where that is earlier. */
  private Instant ended(Question question, LocalDate day) {
    Instant now = moment(question);
    Instant ended = day.atStartOfDay(Words.LONDON).toInstant();
    return ended.isBefore(now) ? ended : now;
  }

  /** The moment whose knowledge a question asks for. */
  private Instant moment(Question question) {
    return question.knownAt() == null ? clock.instant() : question.knownAt();
  }

  /** The records behind a part of a figure; the look is one entry with the reports shown. */
  public Lineage records(Caller caller, Question question, Part part, long skip, int most) {
    return records(caller, question, part, null, skip, most);
  }

  /**
   * The same of a part of a breakdown.
   *
   * @param feature what they have in common; null: whatever they have
   */
  public Lineage records(
      Caller caller, Question question, Part part, @Nullable Feature feature, long skip, int most) {
    caller.require(Right.FIGURES);
    if (feature != null) {
      caller.require(Right.PSEUDONYMISED);
    }
    return acts.look(
        caller,
        "figure.records",
        "figure",
        () -> {
          KnownAt known = positions.at(question.knownAt());
          CountedRecord inside = record(caller, question);
          Lineage found =
              inside == null || (inside.supposed() == null && feature == null)
                  ? store.records(question, known, pseudonymised(caller), part, skip, most)
                  : new MemoryLineage(inside, question, Counting.position(inside, known))
                      .records(part, having(inside, feature), store.closed(), skip, most);
          Set<UUID> reports = new LinkedHashSet<>();
          found.rows().forEach(row -> reports.add(row.report()));
          return new Acts.Seen<>(found, reports);
        });
  }

  private Map<String, Set<String>> having(CountedRecord inside, @Nullable Feature feature) {
    if (feature == null) {
      return Map.of();
    }
    List<String> all = inside.labels(Dimension.WHAT);
    return Map.of(feature.of(), feature.labels(all, rulebook.rulebook().counting().classes()));
  }

  /** The areas that can be asked about. */
  public List<String> areas(Caller caller) {
    caller.require(Right.FIGURES);
    return acts.plain(caller, () -> counting(caller).areas(KnownAt.NOW));
  }

  /**
   * How the periods of a question stood when each of them ended, and stand now; at most so many of
   * them, the newest. Nothing for who counts only some records.
   */
  public Optional<KnownThen> vintages(Caller caller, Question question, int most) {
    caller.require(Right.FIGURES);
    return acts.plain(
        caller,
        () -> {
          CountedRecord inside = record(caller, question);
          if (inside == null || question.by() == By.AREA) {
            return Optional.empty();
          }
          List<Cell> cells = periods(question, List.of());
          cells = cells.subList(Math.max(0, cells.size() - most), cells.size());
          LocalDate now = LocalDate.ofInstant(moment(question), Words.LONDON);
          List<LocalDate> known = new ArrayList<>();
          List<Long> at = new ArrayList<>();
          for (Cell cell : cells) {
            LocalDate last = Objects.requireNonNull(cell.last());
            if (last.isBefore(now)) {
              known.add(last);
              at.add(ended(inside, question, last.plusDays(1)));
            }
          }
          known.add(now);
          at.add(Counting.position(inside, positions.at(question.knownAt())));
          return Optional.of(new MemoryCounts(inside).vintages(question, cells, known, at));
        });
  }

  /**
   * How many of the newest weeks there will be once what comes in late is in; nothing for clocks
   * that late reports do not cut off, for people, by a rulebook that would count otherwise, and
   * where there is too little to learn from.
   */
  public Optional<WeeklyNowcast> nowcast(Caller caller, Question question) {
    caller.require(Right.FIGURES);
    if (!WeeklyNowcast.suits(question) || Recountings.matter(question)) {
      return Optional.empty();
    }
    return acts.plain(
        caller,
        () -> {
          LocalDate now =
              WeeklyNowcast.lastDay(LocalDate.ofInstant(moment(question), Words.LONDON));
          return WeeklyNowcast.of(
                  store.arrivals(
                      question,
                      positions.at(question.knownAt()),
                      pseudonymised(caller),
                      WeeklyNowcast.since(now)),
                  now)
              .flatMap(all -> all.upTo(question.to()));
        });
  }

  /** What a figure is made up of; nothing for who counts only some records. */
  public Optional<Breakdown> breakdown(Caller caller, Question question) {
    caller.require(Right.FIGURES);
    return acts.plain(
        caller,
        () -> {
          CountedRecord inside = record(caller, question);
          if (inside == null) {
            return Optional.empty();
          }
          KnownAt known = positions.at(question.knownAt());
          long position = Counting.position(inside, known);
          Breakdowns breakdowns = new Breakdowns(inside, question, position);
          List<UUID> people = breakdowns.people();
          return Optional.of(
              new Breakdown(
                  breakdowns.parts(),
                  people.isEmpty()
                      ? List.of()
                      : Breakdowns.characteristics(
                          people.size(),
                          store.characteristics(people, new KnownAt(known.moment(), position)))));
        });
  }

  /** The days from which another rulebook has read reports. */
  public List<RecordBreak> breaks(Caller caller) {
    caller.require(Right.FIGURES);
    return acts.plain(
        caller,
        () -> {
          CountedRecord inside = caller.may(Right.PSEUDONYMISED) ? record : null;
          List<RecordBreak> breaks = new ArrayList<>();
          if (inside != null) {
            inside.readOn();
            // The first rulebook changed nothing: before it nothing was read.
            inside.rulebooks().entrySet().stream()
                .skip(1)
                .forEach(each ->
                    breaks.add(
                        new RecordBreak(
                            LocalDate.ofInstant(positions.settledAt(each.getValue()), Words.LONDON),
                            "reports are read by " + each.getKey())));
          }
          return breaks;
        });
  }

  /** The rulebooks that one can count by, the one in force first. */
  public List<RulebookChoice> rulebooks(Caller caller) {
    caller.require(Right.FIGURES);
    return acts.plain(
        caller,
        () -> {
          Map<String, RulebookChoice> all = new LinkedHashMap<>();
          if (recountings != null && caller.may(Right.PSEUDONYMISED)) {
            recountings
                .rulebooks(caller)
                .forEach(known ->
                    all.put(
                        known.name(), new RulebookChoice(known.name(), known.standing().says())));
          }
          for (String name : counting(caller).rulebooks()) {
            all.putIfAbsent(
                name, new RulebookChoice(name, "has read reports; its files are not held"));
          }
          return List.copyOf(all.values());
        });
  }

  /**
   * Begins what a question by another rulebook needs, and says how far that is.
   *
   * @return null where the question can be answered
   * @throws Refused where it cannot be
   */
  public Recountings.State.@Nullable AtWork prepare(Caller caller, Question question) {
    caller.require(Right.FIGURES);
    if (!Recountings.matter(question) || recountings == null) {
      return null;
    }
    caller.require(Right.PSEUDONYMISED);
    return switch (recountings.of(caller, question, PATIENCE)) {
      case Recountings.State.Ready _ -> null;
      case Recountings.State.AtWork work -> work;
    };
  }

  /** What is counted for a question; null where that is by statement. */
  private @Nullable CountedRecord record(Caller caller, Question question) {
    if (!caller.may(Right.PSEUDONYMISED)) {
      if (Recountings.matter(question) && question.unit() == Unit.CRIMES) {
        throw new Refused(
            Refused.Code.NOT_ALLOWED,
            "Crimes are counted by another rulebook for those who may count every area.");
      }
      return null;
    }
    if (recountings == null) {
      if (question.rulebook() != null && question.unit() == Unit.CRIMES) {
        throw new Refused(
            Refused.Code.INVALID,
            "Crimes are counted by another rulebook on the figures pages, or by heed recount.");
      }
      return record;
    }
    return recountings.await(caller, question);
  }

  private Counting counting(Caller caller, Question question) {
    return new Counting(store, record(caller, question), caller);
  }

  /** Whether it is counted by a rulebook that has not done so itself. */
  private boolean isSupposed(Caller caller, Question question) {
    CountedRecord inside = record(caller, question);
    return inside != null && inside.supposed() != null;
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
