package org.heed.server.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.clocks.Clock;
import org.heed.clocks.Fact;
import org.heed.clocks.State;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Standard;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands at a moment: its clocks, its open actions, and when something of that comes to
 * stand otherwise by itself.
 *
 * @param open whether it is in work: not closed, or closed and an inspection waits for an answer
 * @param oldestReport when the oldest of its reports was recorded; or when it was opened
 * @param children how many it has to keep safe
 * @param early what is open still, where it was closed so; null: nothing, or it is not closed
 * @param next when it is to be worked out again, if nothing comes before
 */
record Standing(
    UUID caseFile,
    String area,
    String team,
    @Nullable UUID owner,
    boolean open,
    Instant oldestReport,
    long children,
    CasePlan.@Nullable Grade grade,
    boolean unopened,
    @Nullable Early early,
    List<Part> parts,
    Optional<Instant> next) {
  Standing {
    parts = List.copyOf(parts);
  }

  /** What the database tells moments apart by. */
  private static final Duration TICK = ChronoUnit.MICROS.getDuration();

  /**
   * One clock or action.
   *
   * @param about which, by identifiers alone
   * @param standard null: an action
   * @param action null: a clock
   * @param owner who answers for it; null: nobody yet
   * @param asking whether somebody has to do or to record something
   * @param danger whether it is about a danger now
   * @param due null while the clock stands still
   * @param nears from when on it nears
   * @param escalates from when on others are told, and whom; null where there is no deadline
   * @param changes the first moment at which it stands otherwise; null: none
   * @param stopped since when it stands still, and by which kind of fact; null: it does not
   */
  record Part(
      String about,
      @Nullable String standard,
      @Nullable String of,
      @Nullable UUID action,
      @Nullable UUID owner,
      State state,
      boolean asking,
      boolean danger,
      @Nullable Instant due,
      @Nullable Instant nears,
      @Nullable Instant escalates,
      Standard.@Nullable To escalatesTo,
      @Nullable Instant changes,
      @Nullable Instant stopped,
      @Nullable String stoppedBy) {
    static Part of(CaseClock one, @Nullable UUID owner) {
      Clock clock = one.clock();
      Instant due = clock.deadline().map(Standing::kept).orElse(null);
      return new Part(
          one.about(),
          clock.standard().id(),
          one.whose().orElse(null),
          null,
          owner,
          clock.state(),
          one.isAsking() && due != null,
          clock.standard().danger(),
          due,
          one.nearsFrom().map(Standing::kept).orElse(due),
          one.escalatesFrom().map(Standing::kept).orElse(null),
          due == null ? null : clock.standard().escalate().to(),
          due != null && clock.state() == State.DUE ? due.plus(TICK) : null,
          clock.stopped().map(Fact::at).map(Standing::kept).orElse(null),
          clock.stopped().map(Fact::kind).orElse(null));
    }

    static Part of(CasePlan.Action one, Duration nears, Instant now) {
      Instant due = kept(one.now().dueAt());
      return new Part(
          "action:" + one.id(),
          null,
          null,
          one.id(),
          one.now().owner(),
          State.DUE,
          true,
          false,
          due,
          due.minus(nears),
          due.plus(nears),
          Standard.To.SUPERVISORS,
          now.isAfter(due) ? null : due.plus(TICK),
          null,
          null);
    }

    boolean isAction() {
      return action != null;
    }

    boolean isPast(Instant now) {
      return asking && due != null && now.isAfter(due);
    }

    /** When something is to be told or stands otherwise. */
    private Stream<Instant> moments() {
      if (!asking || due == null || nears == null || escalates == null) {
        return Stream.empty();
      }
      return Stream.of(nears, due, due.plus(TICK), escalates);
    }

    /** Which; the rest may be personal. */
    @Override
    public String toString() {
      return about + " " + state.word();
    }
  }

  /**
   * What is open in a case that is closed.
   *
   * @param lines of enquiry
   * @param suspects of whom something is open that standards want settled before closing
   */
  record Early(Instant closedAt, long lines, long suspects) {
    static @Nullable Early of(CaseFile file, CasePlan plan, List<Standard> settle) {
      if (file.isOpen()) {
        return null;
      }
      long lines = plan.openLines().size();
      List<CaseFile.Involved> all =
          file.people().stream().filter(one -> one.role() == CaseRole.SUSPECT).toList();
      boolean alone = all.size() == 1;
      long suspects =
          all.stream()
              .filter(one ->
                  !settle.stream()
                      .allMatch(standard ->
                          file.events().stream()
                              .anyMatch(event -> settles(standard, event, one, alone))))
              .count();
      return lines + suspects == 0
          ? null
          : new Early(file.states().getFirst().at(), lines, suspects);
    }

    /** What names nobody settles a suspect only where the case has no other. */
    private static boolean settles(
        Standard standard, CaseFile.Event event, CaseFile.Involved suspect, boolean alone) {
      String of = event.ofWhat();
      String reason = event.reason();
      return event.withdrawn() == null
          && (of == null ? alone : of.equals(suspect.member().toString()))
          && (standard.metBy().contains(event.kind())
              || (standard.notDone().contains(event.kind())
                  && reason != null
                  && !reason.isEmpty()));
    }
  }

  /** How a case stands at a moment that the database can keep. */
  static Standing of(
      CaseFile file,
      CasePlan plan,
      CaseClocks.Told told,
      boolean unopened,
      Rulebook rulebook,
      Instant now) {
    Duration actionNears = rulebook.grades().actionNears();
    List<Part> parts = new ArrayList<>();
    for (CaseClock one : told.clocks()) {
      if (one.clock().start().isPresent()) {
        parts.add(Part.of(one, file.owner().owner()));
      }
    }
    boolean open = file.isOpen() || !parts.isEmpty();
    plan.openActions().forEach(action -> parts.add(Part.of(action, actionNears, now)));
    Optional<Instant> next =
        Stream.concat(
                parts.stream().flatMap(Part::moments),
                open ? told.comes().map(Standing::upTo).stream() : Stream.empty())
            .filter(moment -> moment.isAfter(now))
            .min(Comparator.naturalOrder());
    return new Standing(
        file.id(),
        file.area(),
        file.owner().team(),
        file.owner().owner(),
        open,
        kept(
            file.reports().stream()
                .map(CaseFile.LinkedReport::recordedAt)
                .min(Comparator.naturalOrder())
                .orElse(file.openedAt())),
        file.people().stream().filter(one -> one.role().isChild()).count(),
        plan.grade().orElse(null),
        unopened,
        Early.of(
            file, plan, rulebook.standards().stream().filter(Standard::beforeClosing).toList()),
        parts,
        next);
  }

  /** Clocks past with nothing that shows them done. */
  long past(Instant now) {
    return parts.stream().filter(one -> !one.isAction() && one.isPast(now)).count();
  }

  /** Clocks that stand still. */
  long stopped() {
    return parts.stream().filter(one -> one.stopped() != null).count();
  }

  /** Actions past their day. */
  long late(Instant now) {
    return parts.stream().filter(one -> one.isAction() && one.isPast(now)).count();
  }

  /** The last moment that the database can keep and that is no later. */
  private static Instant kept(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  /** The first that is no earlier. */
  private static Instant upTo(Instant moment) {
    Instant kept = kept(moment);
    return kept.equals(moment) ? kept : kept.plus(TICK);
  }

  /** The identifier only. */
  @Override
  public String toString() {
    return "Standing[" + caseFile + "]";
  }
}
