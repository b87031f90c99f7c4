package org.heed.server.safeguarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.heed.clocks.CaseFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about, for those who supply facts to its clocks.
 *
 * @param area where it is worked on
 * @param reports that it is about
 * @param members whom it is about
 */
public record CaseScope(
    UUID id, String area, Instant openedAt, Set<UUID> reports, List<Member> members) {
  public CaseScope {
    reports = Set.copyOf(reports);
    members = List.copyOf(members);
  }

  /**
   * Somebody whom a case is about.
   *
   * @param member the identifier of their place in the case: what facts belong to
   * @param records of the record's people: theirs, and those that people decided are theirs too
   * @param mention of a report, or null
   * @param born their day of birth, or null
   * @param since from when on
   */
  public record Member(
      UUID member,
      CaseRole role,
      Set<UUID> records,
      @Nullable UUID mention,
      @Nullable LocalDate born,
      Instant since) {
    private static final int OF_AGE = 18;

    public Member {
      records = Set.copyOf(records);
    }

    static Member of(CaseFile.Involved one) {
      UUID person = one.person();
      return new Member(
          one.member(),
          one.role(),
          person == null ? Set.of() : Set.of(person),
          one.mention(),
          one.born(),
          one.at());
    }

    /** The same with all of their records. */
    Member withRecords(Set<UUID> all) {
      return new Member(member, role, all, mention, born, since);
    }

    /** The same with the day of birth that one of their records tells, where this tells none. */
    Member withBirth(Map<UUID, LocalDate> byRecord) {
      if (born != null) {
        return this;
      }
      LocalDate told =
          records.stream()
              .sorted()
              .flatMap(one -> Optional.ofNullable(byRecord.get(one)).stream())
              .findFirst()
              .orElse(null);
      return new Member(member, role, records, mention, told, since);
    }

    /** Whether they were a child on a day, as far as is known. */
    boolean isUnderAge(LocalDate day) {
      return born == null || day.isBefore(born.plusYears(OF_AGE));
    }
  }

  /** The same, with more told of each child. */
  CaseScope withChildren(UnaryOperator<Member> told) {
    return new CaseScope(
        id,
        area,
        openedAt,
        reports,
        members.stream().map(one -> one.role().isChild() ? told.apply(one) : one).toList());
  }

  /** The people of the record whom it has to keep safe. */
  public Set<UUID> children() {
    return members.stream()
        .filter(one -> one.role().isChild())
        .flatMap(one -> one.records().stream())
        .collect(Collectors.toSet());
  }

  /** The children whom it has to keep safe, as clocks know them. */
  List<CaseFacts.Child> ages() {
    Map<String, Optional<LocalDate>> born = new LinkedHashMap<>();
    for (Member one : members) {
      if (one.role().isChild()) {
        Optional<LocalDate> told = Optional.ofNullable(one.born());
        born.merge(child(one), told, (first, next) -> first.or(() -> next));
      }
    }
    List<CaseFacts.Child> children = new ArrayList<>();
    born.forEach((id, told) -> children.add(new CaseFacts.Child(id, told)));
    return children;
  }

  /** The name that clocks know a child by; empty for whoever is no child here. */
  Optional<String> child(UUID member) {
    return members.stream()
        .filter(one -> one.member().equals(member) && one.role().isChild())
        .map(this::child)
        .findFirst();
  }

  /** The name that clocks know a child by whose record it is. */
  Optional<String> childOf(UUID person) {
    return members.stream()
        .filter(one -> one.role().isChild() && one.records().contains(person))
        .map(this::child)
        .findFirst();
  }

  /** The name that clocks know a child by whom a report mentions; empty for null. */
  public Optional<String> childOfMention(@Nullable UUID mention) {
    return members.stream()
        .filter(one -> one.role().isChild() && mention != null && mention.equals(one.mention()))
        .map(this::child)
        .findFirst();
  }

  /** Somebody who stands in a case twice is one child: the place that they were given first. */
  private String child(Member of) {
    return members.stream()
        .filter(one -> one.role().isChild())
        .filter(one -> one.equals(of) || !Collections.disjoint(one.records(), of.records()))
        .findFirst()
        .orElse(of)
        .member()
        .toString();
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "CaseScope[" + id + "]";
  }
}
