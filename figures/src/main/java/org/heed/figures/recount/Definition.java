package org.heed.figures.recount;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.heed.figures.RefusedInput;
import org.heed.rulebook.Counting;
import org.jspecify.annotations.Nullable;

/**
 * What is counted: every choice that a count rests on, so that two counts differ by named choices
 * only.
 *
 * @param window the period
 * @param clock the clock it is on
 * @param known as known when the period was settled, or at one position
 * @param rules the rulebook's counting rules
 * @param flaggedOnly whether only what carries the flag counts
 * @param cancelled whether cancelled crimes count too
 * @param nonRecent whether non-recent offences count
 * @param without linked operations that do not count
 * @param flaggedBy routes to the flag that count; empty: all
 * @param noticedBy routes to notice that count; empty: all
 * @param unit what is counted
 */
public record Definition(
    Window window,
    Clock clock,
    Known known,
    Rules rules,
    boolean flaggedOnly,
    boolean cancelled,
    boolean nonRecent,
    Set<String> without,
    Set<String> flaggedBy,
    Set<String> noticedBy,
    Unit unit) {

  /** The day a crime falls on. */
  public enum Clock {
    /** The earliest day it can have happened. */
    OCCURRED,
    /** The day someone told of it. */
    REPORTED,
    /** The day it was recorded. */
    RECORDED,
    /** The day its flag was set. */
    FLAGGED
  }

  /** What one is counted as. */
  public enum Unit {
    /** Crimes. */
    CRIMES,
    /** Children they were done to, each once. */
    CHILDREN,
    /** Suspects, each once. */
    SUSPECTS,
    /** Reports they came from, each once. */
    REPORTS
  }

  /**
   * A period, and when it was settled.
   *
   * @param from its first day
   * @param to the day after its last
   * @param settled the last position known when figures for it were first made
   */
  public record Window(LocalDate from, LocalDate to, long settled) {
    public Window {
      RefusedInput.unless(from.isBefore(to), "period", "ends before it begins");
    }

    boolean has(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(to);
    }
  }

  /** As known when. */
  public sealed interface Known {
    /** When the period was settled. */
    record WhenSettled() implements Known {}

    /** At one position. */
    record At(long position) implements Known {}
  }

  /**
   * The part of a rulebook that decides what counts.
   *
   * @param name its name and version
   * @param outside offence classes that do not count
   * @param nonRecentDays from how many days between beginning and report an offence is non-recent
   * @param counting the rules by which crimes are counted again; null: as they were recorded
   */
  public record Rules(
      String name, Set<String> outside, int nonRecentDays, @Nullable Counting counting) {
    /** With crimes as they were recorded. */
    public Rules(String name, Set<String> outside, int nonRecentDays) {
      this(name, outside, nonRecentDays, null);
    }

    public Rules {
      outside = Set.copyOf(outside);
      RefusedInput.unless(nonRecentDays > 0, "non_recent_days", "must be at least 1");
    }
  }

  public Definition {
    without = Set.copyOf(without);
    flaggedBy = Set.copyOf(flaggedBy);
    noticedBy = Set.copyOf(noticedBy);
  }

  /** Crimes recorded in a period that carry the flag, everything in, as known now. */
  public static Definition flagged(Window window, Rules rules) {
    return new Definition(
        window,
        Clock.RECORDED,
        new Known.At(Long.MAX_VALUE),
        rules,
        true,
        false,
        true,
        Set.of(),
        Set.of(),
        Set.of(),
        Unit.CRIMES);
  }

  /** Whether a standing counts, whatever the day. */
  boolean counts(History history, Standing standing) {
    Standing.Flag flag = standing.flag();
    return !standing.merged()
        && (cancelled || !standing.cancelled())
        && !rules.outside().contains(standing.offence())
        && (nonRecent || !history.reportedAfter(rules.nonRecentDays()))
        && (history.operation() == null || !without.contains(history.operation()))
        && (noticedBy.isEmpty() || noticedBy.contains(history.notice()))
        && (flag == null
            ? !flaggedOnly && flaggedBy.isEmpty()
            : flaggedBy.isEmpty() || flaggedBy.contains(flag.route()));
  }

  /** Whether a crime falls in a period by the clock; not where its day is not known. */
  boolean falls(History history, Standing standing, Window in) {
    LocalDate day =
        switch (clock) {
          case OCCURRED -> history.occurred();
          case REPORTED -> history.reported();
          case RECORDED -> history.recorded();
          case FLAGGED -> standing.flag() == null ? null : standing.flag().on();
        };
    return day != null && in.has(day);
  }

  /** What a crime adds to the count. */
  Set<String> units(History history) {
    return switch (unit) {
      case CRIMES -> Set.of(history.crime());
      case CHILDREN -> history.children();
      case SUSPECTS -> history.suspects();
      case REPORTS -> Set.of(history.report());
    };
  }

  /** The last position that counts for a period. */
  long position(Window of) {
    return switch (known) {
      case Known.WhenSettled _ -> of.settled();
      case Known.At at -> at.position();
    };
  }

  public Definition in(Window other) {
    return with(choices -> choices.window = other);
  }

  public Definition on(Clock other) {
    return with(choices -> choices.clock = other);
  }

  public Definition asKnown(Known other) {
    return with(choices -> choices.known = other);
  }

  public Definition under(Rules other) {
    return with(choices -> choices.rules = other);
  }

  public Definition flaggedOnly(boolean only) {
    return with(choices -> choices.flaggedOnly = only);
  }

  public Definition withCancelled(boolean in) {
    return with(choices -> choices.cancelled = in);
  }

  public Definition withNonRecent(boolean in) {
    return with(choices -> choices.nonRecent = in);
  }

  public Definition without(Set<String> operations) {
    return with(choices -> choices.without = operations);
  }

  public Definition flaggedBy(Set<String> routes) {
    return with(choices -> choices.flaggedBy = routes);
  }

  public Definition noticedBy(Set<String> routes) {
    return with(choices -> choices.noticedBy = routes);
  }

  public Definition as(Unit other) {
    return with(choices -> choices.unit = other);
  }

  private Definition with(Consumer<Choices> change) {
    Choices choices = new Choices(this);
    change.accept(choices);
    return choices.definition();
  }

  /** The same choices while one of them is changed. */
  private static final class Choices {
    private Window window;
    private Clock clock;
    private Known known;
    private Rules rules;
    private boolean flaggedOnly;
    private boolean cancelled;
    private boolean nonRecent;
    private Set<String> without;
    private Set<String> flaggedBy;
    private Set<String> noticedBy;
    private Unit unit;

    private Choices(Definition from) {
      window = from.window;
      clock = from.clock;
      known = from.known;
      rules = from.rules;
      flaggedOnly = from.flaggedOnly;
      cancelled = from.cancelled;
      nonRecent = from.nonRecent;
      without = from.without;
      flaggedBy = from.flaggedBy;
      noticedBy = from.noticedBy;
      unit = from.unit;
    }

    private Definition definition() {
      return new Definition(
          window,
          clock,
          known,
          rules,
          flaggedOnly,
          cancelled,
          nonRecent,
          without,
          flaggedBy,
          noticedBy,
          unit);
    }
  }
}
