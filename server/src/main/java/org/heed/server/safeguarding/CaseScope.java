package org.heed.server.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about, for those who supply facts to its clocks.
 *
 * @param born the child's day of birth
 * @param reports that it is about
 * @param members whom it is about
 */
public record CaseScope(
    UUID id, Instant openedAt, Optional<LocalDate> born, Set<UUID> reports, List<Member> members) {
  public CaseScope {
    reports = Set.copyOf(reports);
    members = List.copyOf(members);
  }

  /**
   * Somebody whom a case is about.
   *
   * @param member the identifier of their place in the case: what facts belong to
   * @param person of the record, or null
   * @param mention of a report, or null
   * @param born their day of birth, or null
   * @param since from when on
   */
  public record Member(
      UUID member,
      CaseRole role,
      @Nullable UUID person,
      @Nullable UUID mention,
      @Nullable LocalDate born,
      Instant since) {
    private static final int OF_AGE = 18;

    static Member of(CaseFile.Involved one) {
      return new Member(
          one.member(), one.role(), one.person(), one.mention(), one.born(), one.at());
    }

    /** Whether they were a child on a day, as far as is known. */
    boolean isUnderAge(LocalDate day) {
      return born == null || day.isBefore(born.plusYears(OF_AGE));
    }
  }

  /** The people of the record whom it has to keep safe. */
  public Set<UUID> children() {
    return members.stream()
        .filter(one -> one.role().isChild())
        .map(Member::person)
        .flatMap(person -> Optional.ofNullable(person).stream())
        .collect(Collectors.toSet());
  }
}
