package org.heed.server.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the index of people asks of the record. Only inside {@link org.heed.server.store.Acts}. */
final class IndexStore {
  private final JdbcClient sql;

  IndexStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** One fact that the index is made of, in the order of the ledger. */
  sealed interface Row {
    /** A person as known from here on. */
    record OfPerson(UUID person, Spoken said) implements Row {}

    /** A person as a version of a report speaks of them. */
    record OfMention(UUID mention, UUID report, int version, Spoken said) implements Row {}

    /** That a mention means a person, or does not. */
    record OfLink(UUID mention, UUID person, boolean same) implements Row {}
  }

  List<Row> between(long after, long upto) {
    return sql.sql("select * from access.people_to_link(:after, :upto)")
        .param("after", after)
        .param("upto", upto)
        .query((row, _) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    UUID person = row.getObject("person", UUID.class);
    UUID mention = row.getObject("mention", UUID.class);
    if (kind.equals("link")) {
      return new Row.OfLink(mention, person, row.getBoolean("same"));
    }
    Spoken said =
        Spoken.of(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getObject("date_of_birth", LocalDate.class),
            row.getString("sex"));
    return kind.equals("person")
        ? new Row.OfPerson(person, said)
        : new Row.OfMention(
            mention, row.getObject("report", UUID.class), row.getInt("version"), said);
  }

  /** How many rows were ever destroyed: where that grows, the index forgets. */
  long destroyed() {
    return sql.sql("select count(*) from ledger.destroyed").query(Long.class).single();
  }

  /** Reports that were destroyed. */
  List<UUID> destroyedReports() {
    return sql.sql("select r from access.reports_destroyed() r")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Which of these people the record holds no longer. */
  List<UUID> gone(Collection<UUID> people) {
    return sql.sql("select p from access.people_gone(cast(:people as uuid[])) p")
        .param("people", people.toArray(UUID[]::new))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Weights that were learnt, and from how much of the record. */
  record Kept(String id, String model, long known) {}

  /** The weights in force: those learnt last. */
  Optional<Kept> newest() {
    return sql.sql("select id, model, known from record.linkage_model order by known desc limit 1")
        .query((row, _) -> new Kept(row.getString(1), row.getString(2), row.getLong(3)))
        .optional();
  }

  /** How far people were looked at for proposals; −1 before the first. */
  long proposedUpto() {
    return sql.sql("select position from work.proposed_upto")
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  void proposedUpto(long position) {
    sql.sql(
            """
            insert into work.proposed_upto values (true, :position)
            on conflict (one) do update set position = excluded.position
            """)
        .param("position", position)
        .update();
  }

  /**
   * Two people, or a mention and a person, that may be the same.
   *
   * @param byA the report whose words of the one fit best; null where they are the person's own
   * @param byB the same of the other
   * @param alike how many are proposed as one
   */
  record Found(
      String kind,
      UUID a,
      UUID b,
      double weight,
      @Nullable UUID byA,
      @Nullable UUID byB,
      int alike) {
    /** Whether it is rather kept than another of the same two: in whatever order they are found. */
    boolean isBefore(Found other) {
      return weight > other.weight || (weight == other.weight && by().compareTo(other.by()) < 0);
    }

    private String by() {
      return (byA == null ? "" : byA.toString()) + ' ' + (byB == null ? "" : byB.toString());
    }
  }

  /** Keeps what was found, in place of what was proposed of the same people before. */
  void propose(ProposalFinder.Found found, String model, Instant at) {
    UUID[] whole = found.whole().toArray(UUID[]::new);
    if (whole.length > 0) {
      sql.sql(
              """
              delete from work.proposal p where (p.a = any (:whole) or p.b = any (:whole))
              and p.kind <> 'mentions' and not exists (
                select 1 from unnest(cast(:as as uuid[]), cast(:bs as uuid[])) as x (a, b)
                where x.a = p.a and x.b = p.b)
              """)
          .param("whole", whole)
          .param("as", found.exact().stream().map(Found::a).toArray(UUID[]::new))
          .param("bs", found.exact().stream().map(Found::b).toArray(UUID[]::new))
          .update();
    }
    propose(found.exact(), "true", model, at);
    propose(
        found.further(),
        """
        excluded.weight > proposal.weight or (excluded.weight = proposal.weight
          and (coalesce(excluded.by_a::text, '') || ' ' || coalesce(excluded.by_b::text, '')) collate "C"
            < (coalesce(proposal.by_a::text, '') || ' ' || coalesce(proposal.by_b::text, '')) collate "C")
        """,
        model,
        at);
  }

  /** Mentions that are, or were, proposed as one with any of these, and these. */
  Set<UUID> proposedWith(Set<UUID> mentions) {
    Set<UUID> all = new HashSet<>(mentions);
    sql.sql(
            """
            select x.b, x.a from work.proposal x where x.kind = 'mentions' and x.a in (
              select p.a from work.proposal p
              where p.kind = 'mentions' and (p.a = any (:some) or p.b = any (:some)))
            """)
        .param("some", mentions.toArray(UUID[]::new))
        .query(row -> {
          all.add(row.getObject(1, UUID.class));
          all.add(row.getObject(2, UUID.class));
        });
    return all;
  }

  /** Keeps groups, in place of what was proposed of anybody in them before. */
  void propose(ProposalFinder.Groups groups, String model, Instant at) {
    if (groups.all().isEmpty()) {
      return;
    }
    UUID[] all = groups.all().toArray(UUID[]::new);
    Map<UUID, Instant> since = new HashMap<>();
    sql.sql(
            """
            delete from work.proposal
            where kind = 'mentions' and (a = any (:all) or b = any (:all)) returning a, b, proposed_at
            """)
        .param("all", all)
        .query(row -> {
          for (int of = 1; of <= 2; of++) {
            since.merge(
                row.getObject(of, UUID.class),
                row.getTimestamp(3).toInstant(),
                (one, other) -> one.isBefore(other) ? one : other);
          }
        });
    for (Found one : groups.pairs()) {
      Instant of = since.getOrDefault(one.b(), since.getOrDefault(one.a(), at));
      propose(List.of(one), "true", model, of);
    }
  }

  /**
   * Keeps these.
   *
   * @param where when they take the place of what is kept of the same two
   */
  private void propose(Collection<Found> found, String where, String model, Instant at) {
    for (Found one : found) {
      sql.sql(
              """
              insert into work.proposal as proposal
                (kind, a, b, weight, model, proposed_at, by_a, by_b, alike)
              values (:kind, :a, :b, :weight, :model, cast(:at as timestamptz),
                cast(:by_a as uuid), cast(:by_b as uuid), :alike)
              on conflict (a, b) do update
              set weight = excluded.weight, model = excluded.model, by_a = excluded.by_a,
                by_b = excluded.by_b
              where %w
              """
                  .replace("%w", where))
          .param("kind", one.kind())
          .param("a", one.a())
          .param("b", one.b())
          .param("weight", one.weight())
          .param("model", model)
          .param("at", at.toString())
          .param("by_a", one.byA())
          .param("by_b", one.byB())
          .param("alike", one.alike())
          .update();
    }
  }

  /** The text of a model. */
  @Nullable String model(String id) {
    return sql.sql("select model from record.linkage_model where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
