package org.heed.server.safeguarding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.linkage.decision.IdentityView;
import org.heed.server.person.Identities;
import org.heed.server.person.IdentityStore;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every record of the children whom cases are about: the person whom a report's mention means now,
 * or else the one whom the case names, and whoever people decided is the same. What is on record of
 * any of them is that child's. Only inside {@link org.heed.server.store.Acts}; who may not see such
 * decisions has the records that the case names.
 */
@Component
public class ChildRecords {
  private final IdentityStore identities;
  private final JdbcClient sql;

  public ChildRecords(Databases databases) {
    this.identities = new IdentityStore(databases);
    this.sql = JdbcClient.create(databases.app());
  }

  /** The cases as known, each child with all of their records. */
  List<CaseScope> of(List<CaseScope> cases, KnownAt known) {
    Map<UUID, Set<UUID>> meant = meant(cases, known);
    Set<UUID> people = new HashSet<>();
    children(cases).forEach(child -> people.addAll(named(child, meant)));
    if (people.isEmpty() && meant.isEmpty()) {
      return cases;
    }
    IdentityView view = identities.around(people, known);
    List<CaseScope> all =
        cases.stream()
            .map(one ->
                one.withChildren(child -> {
                  Stream<UUID> named = named(child, meant).stream();
                  return child.withRecords(
                      named
                          .flatMap(person -> Identities.members(view, person).stream())
                          .collect(Collectors.toSet()));
                }))
            .toList();
    Map<UUID, LocalDate> born = born(all, known);
    return all.stream().map(one -> one.withChildren(child -> child.withBirth(born))).toList();
  }

  private static Stream<CaseScope.Member> children(List<CaseScope> cases) {
    return cases.stream()
        .flatMap(one -> one.members().stream())
        .filter(one -> one.role().isChild());
  }

  /** What was last said of a mention decides, and where nothing was, whom the case names. */
  private static Set<UUID> named(CaseScope.Member child, Map<UUID, Set<UUID>> meant) {
    UUID mention = child.mention();
    return mention == null ? child.records() : meant.getOrDefault(mention, child.records());
  }

  /** Whom the mentions mean by which children stand in cases; nobody where that was refused. */
  private Map<UUID, Set<UUID>> meant(List<CaseScope> cases, KnownAt known) {
    UUID[] mentions =
        children(cases)
            .map(CaseScope.Member::mention)
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new);
    Map<UUID, Set<UUID>> meant = new HashMap<>();
    if (mentions.length > 0) {
      sql.sql(
              """
              select distinct on (f.mention) f.mention, f.person, f.same from record.mention_person f
              where f.mention = any (:mentions) and %1$s order by f.mention, f.seq desc
              """
                  .replace("%1$s", KnownAt.FILTER))
          .param("mentions", mentions)
          .param("known", known.position())
          .query(row -> {
            UUID person = Objects.requireNonNull(row.getObject(2, UUID.class));
            meant.put(row.getObject(1, UUID.class), row.getBoolean(3) ? Set.of(person) : Set.of());
          });
    }
    return meant;
  }

  /** The days of birth on record of children whose place in a case tells none. */
  private Map<UUID, LocalDate> born(List<CaseScope> cases, KnownAt known) {
    UUID[] people =
        children(cases)
            .filter(one -> one.born() == null)
            .flatMap(one -> one.records().stream())
            .distinct()
            .toArray(UUID[]::new);
    Map<UUID, LocalDate> born = new HashMap<>();
    if (people.length > 0) {
      sql.sql(
              """
              select v.person, v.date_of_birth
              from (select distinct on (f.person) f.person, f.date_of_birth from record.person_version f
                    where f.person = any (:people) and %1$s order by f.person, f.version desc) v
              where v.date_of_birth is not null
              """
                  .replace("%1$s", KnownAt.FILTER))
          .param("people", people)
          .param("known", known.position())
          .query(row -> {
            born.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
          });
    }
    return born;
  }
}
