package org.heed.server.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;

/**
 * A case as it was known; every list newest first.
 *
 * @param names who is behind the identifiers of accounts
 * @param restricted whether it is closed to all but its members now, whenever it is known as
 */
public record CaseFile(
    UUID id,
    String number,
    CaseKind kind,
    String area,
    String subject,
    @Nullable UUID openedFrom,
    String reason,
    UUID openedBy,
    Instant openedAt,
    List<State> states,
    List<Owner> owners,
    List<LinkedReport> reports,
    List<Involved> people,
    List<Event> events,
    Map<UUID, String> names,
    KnownAt known,
    boolean restricted) {

  public CaseFile {
    states = List.copyOf(states);
    owners = List.copyOf(owners);
    reports = List.copyOf(reports);
    people = List.copyOf(people);
    events = List.copyOf(events);
    names = Map.copyOf(names);
  }

  /**
   * What was done to it as a whole.
   *
   * @param stillOpen what was open when it was closed, or null
   */
  public record State(
      int seq, CaseAct act, String reason, @Nullable String stillOpen, UUID by, Instant at) {
    @Override
    public String toString() {
      return "State[" + act + "]";
    }
  }

  /** Who answered for it from a moment on; nobody where the owner is null. */
  public record Owner(
      int seq, @Nullable UUID owner, String team, String reason, UUID by, Instant at) {
    @Override
    public String toString() {
      return "Owner[" + seq + "]";
    }
  }

  /**
   * A report that the case is about and that is open to the asker.
   *
   * @param flag yes, no, need-more, or null while undecided
   */
  public record LinkedReport(
      UUID report,
      int seq,
      String reference,
      String kind,
      Instant recordedAt,
      @Nullable String flag,
      String reason,
      UUID by,
      Instant at) {
    @Override
    public String toString() {
      return "LinkedReport[" + report + "]";
    }
  }

  /** Somebody whom the case is about. */
  public record Involved(
      UUID member,
      int seq,
      CaseRole role,
      @Nullable UUID person,
      @Nullable UUID mention,
      String name,
      @Nullable LocalDate born,
      String reason,
      UUID by,
      Instant at) {
    @Override
    public String toString() {
      return "Involved[" + role + "]";
    }
  }

  /**
   * Something that happened or was done.
   *
   * @param ofWhat a member of the case, or another word for what it belongs to
   * @param withdrawn why it did not happen so, where somebody said that
   */
  public record Event(
      UUID id,
      String kind,
      Instant happenedAt,
      @Nullable String ofWhat,
      @Nullable String reason,
      String says,
      UUID by,
      Instant at,
      @Nullable String withdrawn) {
    @Override
    public String toString() {
      return "Event[" + kind + "]";
    }
  }

  /** How it stands. */
  public CaseAct standing() {
    return states.getFirst().act();
  }

  /** Whether it is worked on. */
  public boolean isOpen() {
    return standing() != CaseAct.CLOSED;
  }

  /** Who answers for it now. */
  public Owner owner() {
    return owners.getFirst();
  }

  /** What an account is called. */
  public String name(@Nullable UUID account) {
    return account == null ? "Nobody yet" : names.getOrDefault(account, "Somebody");
  }

  /** What clocks are asked for with. */
  public CaseScope scope() {
    return new CaseScope(
        id,
        area,
        openedAt,
        reports.stream().map(LinkedReport::report).collect(Collectors.toSet()),
        people.stream().map(one -> CaseScope.Member.of(one)).toList());
  }

  /** Everybody and everything whose record it shows. */
  public Set<UUID> subjects() {
    Set<UUID> subjects = new java.util.LinkedHashSet<>();
    subjects.add(id);
    reports.forEach(one -> subjects.add(one.report()));
    people.forEach(one -> {
      if (one.person() != null) {
        subjects.add(one.person());
      }
    });
    return subjects;
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "CaseFile[" + id + "]";
  }
}
