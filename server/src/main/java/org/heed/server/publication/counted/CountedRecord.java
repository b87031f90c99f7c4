package org.heed.server.publication.counted;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.heed.figures.log.Counts;
import org.heed.figures.log.EventLog;
import org.heed.figures.log.Question;
import org.heed.figures.recount.RecountedCrime;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The record as figures count it, as far as the ledger is settled. Reports and crimes stand in
 * event logs; people, and crimes by their report, in spans. Reading on is done by whoever asks next
 * and may see the rows, so that no right is needed beyond theirs; everyone who may see them sees
 * the same.
 *
 * <p>What keeps it whole: whoever reads on holds the lock alone, takes facts in the order of their
 * positions and settles each position before the next, so that for any position up to the last what
 * is open is what was known then.
 */
@Component
public final class CountedRecord {
  /** How many positions are read at a time. */
  private static final long STRIDE = 20_000;

  /** What is counted by changes alone. */
  public enum Unit {
    REPORTS,
    CRIMES
  }

  private final FactRows facts;
  private final @Nullable Supposed supposed;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private Held held;
  private long destroyed;

  @Autowired
  CountedRecord(FactRows facts) {
    this(facts, null);
  }

  private CountedRecord(FactRows facts, @Nullable Supposed supposed) {
    this.facts = facts;
    this.supposed = supposed;
    this.held = new Held(supposed);
  }

  /** Of a database, where there is no container to put it together. */
  public static CountedRecord of(Databases databases) {
    return new CountedRecord(new FactRows(databases));
  }

  /** The same record counted as if a rulebook had been in force all along. */
  public CountedRecord as(Supposed by) {
    return new CountedRecord(facts, by);
  }

  /** By which rulebook it is counted; null: as recorded. */
  public @Nullable Supposed supposed() {
    return supposed;
  }

  /** Everything held; thrown away whole when something was destroyed. */
  private static final class Held {
    private final Codes codes = new Codes();
    private final Changes reports = new Changes(codes);
    private final Changes crimes = new Changes(codes);
    private final Spans people = new Spans();
    private final Spans crimeSpans = new Spans();
    private final Ids reportIds = new Ids();
    private final Ids crimeIds = new Ids();
    private final Ids personIds = new Ids();
    private final Map<Integer, CountedReport> known = new HashMap<>();
    private final Map<Integer, Row> openReports = new HashMap<>();
    private final Map<UUID, Open> openCrimes = new HashMap<>();
    private final Map<UUID, Open> openMentions = new HashMap<>();
    private final Map<String, Long> areas = new LinkedHashMap<>();
    private final Map<String, Long> rulebooks = new LinkedHashMap<>();
    private final Spans reportSpans = new Spans();
    private final Map<Integer, Integer> openReportSpans = new HashMap<>();
    private final Map<String, Integer> openMade = new HashMap<>();
    private final Map<Integer, List<UUID>> madeOf = new HashMap<>();
    private final @Nullable Supposed supposed;
    private final @Nullable CrimesByRules byRules;
    private long last = -1;

    private Held(@Nullable Supposed supposed) {
      this.supposed = supposed;
      this.byRules =
          supposed == null || supposed.counting() == null
              ? null
              : new CrimesByRules(supposed.counting());
    }
  }

  /** What stands open, so that it can be closed when it changes. */
  private record Open(int span, Row row, @Nullable UUID unit, boolean victim) {}

  /**
   * Reads on to the end of what is settled and answers its last position; -1 where nothing is. Only
   * inside {@link org.heed.server.store.Acts}, as someone who may see pseudonymised rows.
   */
  public long readOn() {
    return readOn(_ -> {});
  }

  /**
   * The same.
   *
   * @param progress told how many positions of the ledger are read
   */
  public long readOn(LongConsumer progress) {
    long last = facts.last();
    long gone = facts.destroyed();
    lock.readLock().lock();
    try {
      if (held.last >= last && destroyed == gone) {
        return last;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      if (destroyed != gone) {
        held = new Held(supposed);
        destroyed = gone;
      }
      while (held.last < last) {
        long next = Math.min(last, held.last + STRIDE);
        add(held, facts.between(held.last, next, held.byRules != null));
        held.last = next;
        progress.accept(next + 1);
      }
      held.reports.freeze();
      held.crimes.freeze();
    } catch (RuntimeException e) {
      held = new Held(supposed);
      throw e;
    } finally {
      lock.writeLock().unlock();
    }
    return last;
  }

  private static void add(Held held, List<Fact> all) {
    Iterator<Fact> rest = all.iterator();
    Set<Integer> touched = new LinkedHashSet<>();
    long position = -1;
    while (rest.hasNext()) {
      Fact fact = rest.next();
      if (fact.position() != position) {
        settle(held, touched, position);
        position = fact.position();
      }
      if (fact instanceof Fact.Version version) {
        held.areas.putIfAbsent(version.area(), position);
      }
      if (fact instanceof Fact.Read reading) {
        held.rulebooks.putIfAbsent(reading.rulebook(), position);
      }
      int report = held.reportIds.of(fact.report());
      held.known.computeIfAbsent(report, _ -> new CountedReport(held.supposed)).add(fact);
      touched.add(report);
    }
    settle(held, touched, position);
  }

  private static void settle(Held held, Set<Integer> touched, long position) {
    for (int report : touched) {
      settle(held, report, held.known.get(report), position);
    }
    if (held.byRules != null) {
      held.byRules.settle(
          touched, held.known, position, held.codes, new MadeCrimes(held, position));
    }
    touched.clear();
  }

  /** Keeps the crimes that other rules make. */
  private record MadeCrimes(Held held, long position) implements CrimesByRules.Listener {
    @Override
    public void leave(String key, Row row) {
      held.crimes.leave(position, row);
      Integer span = held.openMade.remove(key);
      if (span != null) {
        held.crimeSpans.close(span, position);
      }
    }

    @Override
    public void enter(String key, Row row, RecountedCrime crime) {
      held.crimes.enter(position, row);
      UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
      int unit = held.crimeIds.of(name);
      int report = held.reportIds.of(UUID.fromString(crime.crime().report()));
      held.openMade.put(key, held.crimeSpans.open(position, unit, report, row, false));
      held.madeOf.put(unit, crime.of().stream().map(UUID::fromString).toList());
    }
  }

  private static void settle(Held held, int report, @Nullable CountedReport known, long position) {
    Row row = known == null ? null : known.row(held.codes);
    if (known == null || row == null) {
      return;
    }
    Row before = held.openReports.get(report);
    if (before == null || !before.sameAs(row)) {
      if (before != null) {
        held.reports.leave(position, before);
      }
      held.reports.enter(position, row);
      held.openReports.put(report, row);
      Integer open = held.openReportSpans.get(report);
      if (open != null) {
        held.reportSpans.close(open, position);
      }
      held.openReportSpans.put(report, held.reportSpans.open(position, report, report, row, false));
    }
    if (held.byRules == null) {
      settleCrimes(held, report, known, position);
    }
    settlePeople(held, report, known, row, position);
  }

  private static void settleCrimes(Held held, int report, CountedReport known, long position) {
    for (UUID crime : known.crimes()) {
      Row of = known.row(crime, held.codes);
      Open open = held.openCrimes.get(crime);
      if (of != null && (open == null || !open.row.sameAs(of))) {
        if (open != null) {
          held.crimes.leave(position, open.row);
          held.crimeSpans.close(open.span, position);
        }
        held.crimes.enter(position, of);
        int span = held.crimeSpans.open(position, held.crimeIds.of(crime), report, of, false);
        held.openCrimes.put(crime, new Open(span, of, crime, false));
      }
    }
  }

  private static void settlePeople(
      Held held, int report, CountedReport known, Row row, long position) {
    Set<UUID> named = new LinkedHashSet<>();
    for (CountedReport.Person person : known.people()) {
      named.add(person.mention());
      Open open = held.openMentions.get(person.mention());
      boolean same =
          open != null
              && open.row.sameAs(row)
              && open.victim == person.victim()
              && java.util.Objects.equals(open.unit, person.person());
      if (!same) {
        if (open != null) {
          held.people.close(open.span, position);
        }
        int unit = person.person() == null ? -1 : held.personIds.of(person.person());
        int span = held.people.open(position, unit, report, row, person.victim());
        held.openMentions.put(
            person.mention(), new Open(span, row, person.person(), person.victim()));
      }
    }
    for (UUID mention : known.mentions()) {
      if (!named.contains(mention)) {
        Open gone = held.openMentions.remove(mention);
        if (gone != null) {
          held.people.close(gone.span, position);
        }
      }
    }
  }

  /** Counts changes. */
  public Counts count(Unit unit, Question question) {
    return log(unit).count(question);
  }

  /** Counts changes as known at each of several positions. */
  public List<Counts> count(Unit unit, Question question, List<Long> positions) {
    return log(unit).index(question).at(positions);
  }

  /** A log is frozen: it can be read when others read on. */
  private EventLog log(Unit unit) {
    lock.readLock().lock();
    try {
      return switch (unit) {
        case REPORTS -> held.reports.log();
        case CRIMES -> held.crimes.log();
      };
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The labels that a dimension has had. */
  public List<String> labels(Dimension dimension) {
    lock.readLock().lock();
    try {
      return held.codes.labels(dimension);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The areas there were by a position. */
  public List<String> areas(long position) {
    lock.readLock().lock();
    try {
      return held.areas.entrySet().stream()
          .filter(area -> area.getValue() <= position)
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The rulebooks that have read anything, in order, each with the position where it first did. */
  public Map<String, Long> rulebooks() {
    lock.readLock().lock();
    try {
      return new LinkedHashMap<>(held.rulebooks);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Passes every mention of a victim, or of a suspect, as known at a position. */
  public void people(boolean victims, long position, Visitor visitor) {
    lock.readLock().lock();
    try {
      Spans spans = held.people;
      visit(
          spans,
          position,
          span -> {
            if (spans.victim(span) == victims) {
              visitor.visit(spans, span);
            }
          });
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The identifiers of people by the numbers that spans know them by. */
  public List<UUID> people(int[] numbers) {
    lock.readLock().lock();
    try {
      return Arrays.stream(numbers).mapToObj(held.personIds::id).toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Passes every crime as known at a position. */
  public void crimes(long position, Visitor visitor) {
    lock.readLock().lock();
    try {
      Spans spans = held.crimeSpans;
      visit(spans, position, span -> visitor.visit(spans, span));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Passes every report as known at a position. */
  public void reports(long position, Visitor visitor) {
    lock.readLock().lock();
    try {
      Spans spans = held.reportSpans;
      visit(spans, position, span -> visitor.visit(spans, span));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** A report's identifier by the number that spans know it by. */
  public UUID report(int number) {
    lock.readLock().lock();
    try {
      return held.reportIds.id(number);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The recorded crimes that a crime is made of, by the number that spans know it by. */
  public List<UUID> crime(int number) {
    lock.readLock().lock();
    try {
      return held.madeOf.getOrDefault(number, List.of(held.crimeIds.id(number)));
    } finally {
      lock.readLock().unlock();
    }
  }

  private static void visit(Spans spans, long position, IntConsumer each) {
    for (int span = 0; span < spans.size(); span++) {
      if (spans.knownAt(span, position)) {
        each.accept(span);
      }
    }
  }

  /** Is shown spans, which it does not keep. */
  @FunctionalInterface
  public interface Visitor {
    void visit(Spans spans, int span);
  }
}
