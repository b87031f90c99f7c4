package org.heed.server.missing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.rulebook.Limit;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.ReadingFacts;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.heed.text.LanguageNote;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Opens missing episodes and records what is done in them. Each is a fact; Heed grades nothing.
 *
 * <p>What keeps it whole: what may be recorded of an episode follows from how it stands, which is
 * looked at in the transaction that writes.
 */
@Service
public class Missing {
  private static final Duration AHEAD = Duration.ofMinutes(10);

  /** Reports without an episode and open interviews shown on a page. */
  private static final int ON_A_PAGE = 50;

  private static final int MOST_LIVED = 20;

  private static final int LONGEST = 10_000;
  private static final String READ = "read-missing";

  private final Acts acts;
  private final MissingStore store;
  private final PersonStore people;
  private final EpisodeClocks clocks;
  private final RulebookInForce rulebook;
  private final Clock clock;

  public Missing(
      Acts acts,
      MissingStore store,
      PersonStore people,
      EpisodeClocks clocks,
      RulebookInForce rulebook,
      Clock clock) {
    this.acts = acts;
    this.store = store;
    this.people = people;
    this.clocks = clocks;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /** An episode with its clocks and what else is held. */
  public record Opened(
      Episode episode,
      Held held,
      List<org.heed.clocks.Clock> clocks,
      List<Withdrawal> withdrawals) {
    public Opened {
      clocks = List.copyOf(clocks);
      withdrawals = List.copyOf(withdrawals);
    }

    /** Whether the whole episode was recorded wrongly. */
    public boolean isWithdrawn() {
      return withdrawals.stream().anyMatch(one -> one.what() == Withdrawal.What.EPISODE);
    }
  }

  /**
   * Who is missing, whose interviews are open, and what nobody has opened an episode for.
   *
   * @param missing the ungraded first, then by the officer's grade, then the longest missing
   * @param advised for whoever supervises: with a grade of the last days in words that hide or
   *     blame a child, which were pointed out and kept
   * @param meetings the newest episode of each whose repeat episodes ask for a meeting
   * @param owing found and one of the interviews neither held nor declined, however long ago; those
   *     who wait the longest first
   * @param unopened of the last days, or of the time before, the oldest first
   */
  public record Board(
      List<Episode> missing,
      List<Episode> advised,
      List<Episode> meetings,
      Part<Episode> owing,
      Part<MissingStore.Unopened> unopened,
      boolean before) {
    public Board {
      missing = List.copyOf(missing);
      advised = List.copyOf(advised);
      meetings = List.copyOf(meetings);
    }
  }

  /**
   * A page of a list.
   *
   * @param total how many there are
   */
  public record Part<T>(List<T> rows, long total, int page, int pages) {
    public Part {
      rows = List.copyOf(rows);
    }

    static <T> Part<T> of(long total, int asked, java.util.function.IntFunction<List<T>> rowsFrom) {
      int pages = (int) Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE);
      int page = Math.clamp(asked, 1, pages);
      return new Part<>(rowsFrom.apply((page - 1) * ON_A_PAGE), total, page, pages);
    }
  }

  /** Those open to the caller. */
  public Board board(Caller caller) {
    return board(caller, 1, 1, false);
  }

  /**
   * Those open to the caller.
   *
   * @param owingPage of open interviews
   * @param unopenedPage of reports without an episode
   * @param before whether of the reports those of before the last days are asked for
   */
  public Board board(Caller caller, int owingPage, int unopenedPage, boolean before) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "missing.listed",
        READ,
        () -> {
          Instant since = EpisodeClocks.since(rulebook, Limit.Of.MISSING_LISTED, clock.instant());
          List<Episode> missing = new ArrayList<>(store.missing());
          missing.sort(
              Comparator.comparing(
                      Missing::gradeOf, Comparator.nullsFirst(Comparator.<RiskGrade>naturalOrder()))
                  .thenComparing(Episode::reportedAt));
          List<Episode> advised =
              caller.may(Right.SUPERVISE) ? store.advisedSince(since) : List.of();
          List<Episode> meetings = askingForMeetings();
          Part<Episode> owing =
              Part.of(store.owingCount(), owingPage, from -> store.owing(from, ON_A_PAGE));
          Part<MissingStore.Unopened> unopened =
              Part.of(
                  store.unopenedCount(since, before),
                  unopenedPage,
                  from -> store.unopened(since, before, from, ON_A_PAGE));
          Set<UUID> shown = new LinkedHashSet<>();
          missing.forEach(one -> shown.add(one.person()));
          advised.forEach(one -> shown.add(one.person()));
          meetings.forEach(one -> shown.add(one.person()));
          owing.rows().forEach(one -> shown.add(one.person()));
          unopened.rows().forEach(one -> shown.add(one.report()));
          return new Acts.Seen<>(
              new Board(missing, advised, meetings, owing, unopened, before), shown);
        });
  }

  /**
   * The newest episode of everybody whose repeat episodes ask for a meeting that is not evidenced,
   * whether or not there is a case about them.
   */
  private List<Episode> askingForMeetings() {
    OptionalInt days = clocks.repeatDays();
    if (days.isEmpty()) {
      return List.of();
    }
    List<Episode> asking = new ArrayList<>();
    Instant since = clock.instant().minus(Duration.ofDays(2L * days.getAsInt()));
    Set<UUID> done = new LinkedHashSet<>();
    for (UUID id : store.repeatedSince(since)) {
      KnownPerson person = people.find(id, KnownAt.NOW).orElse(null);
      if (person == null || !done.add(person.id())) {
        continue;
      }
      Set<UUID> members = members(person);
      done.addAll(members);
      List<Episode> all = store.of(members, KnownAt.NOW);
      boolean asks =
          clocks.of(all, person.dateOfBirth(), store.meetings(members)).stream()
              .anyMatch(EpisodeClocks::asksForMeeting);
      if (asks) {
        asking.add(all.getFirst());
      }
    }
    asking.sort(Comparator.comparing(Episode::reportedAt));
    return asking;
  }

  private static @Nullable RiskGrade gradeOf(Episode episode) {
    return episode.grade().map(Episode.Graded::grade).orElse(null);
  }

  /**
   * What is open, counted.
   *
   * @param ungraded of those missing, whom nobody has graded
   * @param owing found, and an interview is open
   * @param meetings whose repeat episodes ask for a meeting
   * @param mine of those, whose newest episode the caller opened: they have to call it
   */
  public record Counts(long missing, long ungraded, long owing, long meetings, long mine) {}

  /** What is open to the caller, counted. */
  public Counts counts(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.plain(
        caller,
        () -> {
          MissingStore.Counts counts = store.counts();
          List<Episode> meetings = askingForMeetings();
          return new Counts(
              counts.missing(),
              counts.ungraded(),
              store.owingCount(),
              meetings.size(),
              store.openedBy(caller.account(), meetings.stream().map(Episode::id).toList()));
        });
  }

  /** The episodes of a person and of all who are them, as known. Only inside {@link Acts}. */
  public List<Episode> of(KnownPerson person, KnownAt known) {
    return store.of(members(person), known);
  }

  /** Opens an episode, with all that is held of the person. */
  public Opened open(Caller caller, UUID id) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "missing.opened",
        READ,
        () -> {
          Episode episode = store.find(id).orElseThrow(Missing::none);
          KnownPerson person =
              people.find(episode.person(), KnownAt.NOW).orElseThrow(Missing::none);
          Set<UUID> members = members(person);
          List<Episode> all = store.of(members, KnownAt.NOW);
          Held held =
              new Held(
                  person,
                  store.findings(person.events().stream().map(KnownPerson.Event::report).toList()),
                  all.stream().filter(one -> !one.id().equals(id)).toList(),
                  store.lived(members, MOST_LIVED),
                  store.elsewhere(members),
                  store.isMoreClosed(members));
          List<org.heed.clocks.Clock> stands =
              EpisodeClocks.of(clocks.of(all, person.dateOfBirth(), store.meetings(members)), id);
          Set<UUID> shown = new LinkedHashSet<>(People.shown(person));
          shown.add(id);
          all.forEach(one -> shown.add(one.id()));
          held.lived().forEach(one -> shown.add(one.caseFile()));
          return new Acts.Seen<>(new Opened(episode, held, stands, store.withdrawals(id)), shown);
        });
  }

  static Set<UUID> members(KnownPerson person) {
    Set<UUID> members = new LinkedHashSet<>(List.of(person.id()));
    person.also().forEach(other -> members.add(other.person()));
    return members;
  }

  /** Reports somebody missing. */
  public UUID report(Caller caller, UUID person, NewEpisode episode) {
    caller.require(Right.PEOPLE);
    text("the circumstances", episode.circumstances());
    notAhead(episode.reportedAt());
    if (!caller.worksIn(episode.area())) {
      throw new Refused(Refused.Code.NOT_ALLOWED, "You do not work in this area.");
    }
    if (episode.lastSeenAt() != null && episode.lastSeenAt().isAfter(episode.reportedAt())) {
      throw invalid("They were last seen before they were reported missing.");
    }
    return acts.change(
        caller,
        "missing.reported",
        act -> {
          KnownPerson known = people.find(person, KnownAt.NOW).orElseThrow(Missing::none);
          boolean already =
              store.of(members(known), KnownAt.NOW).stream().anyMatch(one -> one.found().isEmpty());
          if (already) {
            throw new Refused(
                Refused.Code.CONFLICT, "They are missing already: open that episode.");
          }
          UUID id = act.newId();
          act.concerns(id);
          act.concerns(person);
          UUID report = episode.report() == null ? null : reportOf(episode.report());
          act.add(
              Tables.MISSING_EPISODE,
              id,
              person,
              episode.area(),
              report,
              micros(episode.lastSeenAt()),
              micros(episode.reportedAt()),
              episode.reportedBy(),
              episode.circumstances(),
              caller.account());
          return id;
        });
  }

  private UUID reportOf(String reference) {
    List<UUID> found = store.reports(reference.strip());
    if (found.size() != 1) {
      throw invalid("No report open to you has this reference, or more than one has.");
    }
    return found.getFirst();
  }

  /** Words of a text that the rulebook's language guide points out, with better ones. */
  public List<LanguageNote> advice(String text) {
    ReadingFacts none = new ReadingFacts(OptionalInt.empty(), Optional.empty(), Optional.empty());
    return rulebook.reader().read(none.of(text.getBytes(StandardCharsets.UTF_8))).language();
  }

  /** Grades the risk, in the caller's name. What lay before them is kept with it. */
  public void grade(Caller caller, UUID id, RiskGrade grade, String reason) {
    text("the reason", reason);
    String advised =
        advice(reason).stream()
            .map(LanguageNote::advice)
            .distinct()
            .collect(Collectors.joining(","));
    Opened before = open(caller, id);
    changing(
        caller,
        id,
        "missing.graded",
        (act, episode) -> {
          if (episode.found().isPresent()) {
            throw new Refused(Refused.Code.CONFLICT, "They are found: there is nothing to grade.");
          }
          act.add(
              Tables.MISSING_GRADE,
              id,
              store.lastGrade(id) + 1,
              grade.code(),
              reason,
              before.held().kept(),
              advised.isEmpty() ? null : advised,
              caller.account(),
              act.at());
        });
  }

  /** Says that they are found. */
  public void found(
      Caller caller, UUID id, Instant at, String place, String foundBy, String condition) {
    text("where", place);
    text("by whom", foundBy);
    text("how they are", condition);
    notAhead(at);
    changing(
        caller,
        id,
        "missing.found",
        (act, episode) -> {
          if (episode.found().isPresent()) {
            throw new Refused(Refused.Code.CONFLICT, "They are found already.");
          }
          Instant seen = episode.lastSeenAt();
          if (seen != null && at.isBefore(seen)) {
            throw invalid("They were last seen at home after that, as the episode says.");
          }
          act.add(
              Tables.MISSING_FOUND, id, micros(at), place, foundBy, condition, caller.account());
        });
  }

  /** Records what became of one of the two interviews. */
  public void interview(Caller caller, UUID id, Interview interview) {
    notAhead(interview.at());
    boolean reason =
        switch (interview.outcome()) {
          case DECLINED, NOT_HELD, UNAVAILABLE -> true;
          case OFFERED, HELD, AVAILABLE -> false;
        };
    if (reason && (interview.tried() == null || interview.tried().isBlank())) {
      throw invalid("Say what was tried, or why not.");
    }
    if (!interview.counts()) {
      throw invalid(
          "Somebody who is neither of the police nor looks after the child holds a return"
              + " interview. Record what the police did as their prevention interview.");
    }
    if (interview.outcome() == Interview.Outcome.HELD) {
      text("what came of it", Objects.requireNonNullElse(interview.result(), ""));
    }
    changing(
        caller,
        id,
        "missing." + interview.kind().code() + "-interview",
        (act, episode) -> {
          Instant found =
              episode
                  .found()
                  .map(Episode.Found::at)
                  .orElseThrow(() -> new Refused(Refused.Code.CONFLICT, "They are not found yet."));
          if (interview.at().isBefore(found)) {
            throw invalid("An interview follows after they are found.");
          }
          act.add(
              Tables.MISSING_INTERVIEW,
              id,
              store.lastInterview(id) + 1,
              interview.kind().code(),
              interview.outcome().code(),
              micros(interview.at()),
              interview.interviewer(),
              interview.independent(),
              interview.tried(),
              interview.result(),
              caller.account());
        });
  }

  /**
   * Says that something was recorded wrongly: it stays to be read, and counts nowhere any more.
   *
   * @param what of interviews the last entry that holds
   */
  public void withdraw(Caller caller, UUID id, Withdrawal.What what, String reason) {
    text("why it is wrong", reason);
    changing(
        caller,
        id,
        "missing.withdrawn",
        (act, episode) -> {
          UUID wrong =
              store
                  .holding(id, what)
                  .orElseThrow(() ->
                      new Refused(Refused.Code.CONFLICT, "Nothing of it is recorded that holds."));
          if (what == Withdrawal.What.FOUND && isMissingElsewhere(episode)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "They are missing in another episode: withdraw that one first, or leave this.");
          }
          act.add(
              Tables.MISSING_WITHDRAWAL,
              id,
              wrong,
              what.code(),
              reason,
              caller.account(),
              act.at());
        });
  }

  private boolean isMissingElsewhere(Episode episode) {
    KnownPerson person = people.find(episode.person(), KnownAt.NOW).orElseThrow(Missing::none);
    return store.of(members(person), KnownAt.NOW).stream()
        .anyMatch(one -> one.found().isEmpty() && !one.id().equals(episode.id()));
  }

  private void changing(
      Caller caller,
      UUID id,
      String kind,
      java.util.function.BiConsumer<org.heed.server.store.Act, Episode> work) {
    caller.require(Right.PEOPLE);
    try {
      acts.changing(
          caller,
          kind,
          act -> {
            store.hold(id);
            Episode episode = store.find(id).orElseThrow(Missing::none);
            if (store.withdrawals(id).stream()
                .anyMatch(one -> one.what() == Withdrawal.What.EPISODE)) {
              throw new Refused(Refused.Code.CONFLICT, "This episode was withdrawn.");
            }
            act.concerns(id);
            act.concerns(episode.person());
            work.accept(act, episode);
          });
    } catch (DuplicateKeyException raced) {
      throw new Refused(
          Refused.Code.CONFLICT, "Somebody else was at this episode just now: open it again.");
    }
  }

  private void notAhead(Instant moment) {
    if (moment.isAfter(clock.instant().plus(AHEAD))) {
      throw invalid("The moment lies in the future.");
    }
  }

  private static void text(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw invalid("Enter " + what + ", in 10,000 characters or fewer.");
    }
  }

  private static @Nullable Instant micros(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such person or episode open to you.");
  }
}
