package org.heed.server.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.Decision;
import org.heed.linkage.decision.DecisionLog;
import org.heed.linkage.decision.IdentityView;
import org.heed.linkage.decision.Verdict;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people decided about who is who. Only inside {@link org.heed.server.store.Acts}. */
public final class IdentityStore {
  private static final String SELECT =
      """
      select f.a, f.b, f.seq, f.verdict, f.reason, f.evidence, f.model, f.decided_at, f.entry,
        (select d.actor from access.decided(f.entry) d) as actor
      from record.identity_decision f where
      """;

  private final JdbcClient sql;

  public IdentityStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A decision with its place among those on the two. */
  record Kept(UUID a, UUID b, int seq, UUID entry, Decision decision) {
    /** One that nobody has made, after all that are. */
    static Kept supposed(UUID a, UUID b, Verdict verdict) {
      return new Kept(
          a,
          b,
          Integer.MAX_VALUE,
          new UUID(Long.MAX_VALUE, 0),
          new Decision(
              verdict, a.toString(), b.toString(), "nobody", Instant.MAX, "supposed", "", ""));
    }
  }

  /** Who is who around a person, by what is open to the asker and was known. */
  IdentityView around(UUID person, KnownAt known) {
    return around(Set.of(person), known);
  }

  /** The same around several. */
  public IdentityView around(Collection<UUID> around, KnownAt known) {
    Set<UUID> people = new LinkedHashSet<>(around);
    return view(people, reaching(people, known));
  }

  /** Every decision that leads from these people to anybody; whom it meets joins them. */
  Collection<Kept> reaching(Set<UUID> people, KnownAt known) {
    Map<UUID, Kept> decisions = new LinkedHashMap<>();
    Set<UUID> asked = Set.copyOf(people);
    while (!asked.isEmpty()) {
      Set<UUID> met = new LinkedHashSet<>();
      for (Kept one : touching(asked, known)) {
        decisions.put(one.entry(), one);
        met.add(one.a());
        met.add(one.b());
      }
      met.removeAll(people);
      people.addAll(met);
      asked = met;
    }
    return decisions.values();
  }

  /**
   * By the last decision on each two, in the order in which each two were first said to be one;
   * {@code access.kept_apart} and {@code access.identities_to_find} keep the same order.
   */
  static IdentityView view(Collection<UUID> people, Collection<Kept> decisions) {
    Map<List<UUID>, Kept> last = new HashMap<>();
    Map<List<UUID>, Kept> first = new HashMap<>();
    decisions.stream()
        .sorted(Comparator.comparingInt(Kept::seq))
        .forEach(one -> {
          last.put(List.of(one.a(), one.b()), one);
          if (one.decision().verdict() == Verdict.SAME) {
            first.putIfAbsent(List.of(one.a(), one.b()), one);
          }
        });
    DecisionLog log = new DecisionLog();
    first.entrySet().stream()
        .sorted(
            Map.Entry.comparingByValue(
                Comparator.comparing((Kept one) -> one.decision().at()).thenComparing(Kept::entry)))
        .forEach(two -> log.append(Objects.requireNonNull(last.remove(two.getKey())).decision()));
    last.values().forEach(one -> log.append(one.decision()));
    return log.asOf(log.size(), people.stream().map(UUID::toString).sorted().toList());
  }

  /** Every decision on any of these people, as known, in order. */
  List<Kept> touching(Collection<UUID> people, KnownAt known) {
    return sql.sql(
            SELECT
                + "(f.a = any (:people) or f.b = any (:people)) and "
                + KnownAt.FILTER
                + " order by f.decided_at, f.seq, f.entry")
        .param("people", people.toArray(UUID[]::new))
        .param("known", known.position())
        .query((row, _) -> kept(row))
        .list();
  }

  /** How often the two were decided on. */
  int decisions(UUID a, UUID b) {
    return sql.sql(
            "select coalesce(max(seq), 0) from record.identity_decision where a = :a and b = :b")
        .param("a", a)
        .param("b", b)
        .query(Integer.class)
        .single();
  }

  /** The next two decisions that touch these two wait until this one is kept. */
  void alone() {
    sql.sql("select pg_advisory_xact_lock(375, 0)").query((_, _) -> true).single();
  }

  /** Whether anybody's decisions, open to the asker or not, keep two apart beside those on them. */
  boolean areKeptApart(UUID a, UUID b) {
    return sql.sql("select access.kept_apart(:a, :b)")
        .param("a", a)
        .param("b", b)
        .query(Boolean.class)
        .single();
  }

  /** Decisions that two are one which others speak against, of those open to the asker. */
  List<Decision> waiting() {
    Set<UUID> torn =
        Set.copyOf(sql.sql("select a from work.torn").query((row, _) -> id(row)).list());
    return torn.isEmpty() ? List.of() : around(torn, KnownAt.NOW).waiting();
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    UUID a = row.getObject("a", UUID.class);
    UUID b = row.getObject("b", UUID.class);
    Instant at = row.getTimestamp("decided_at").toInstant();
    return new Kept(
        a,
        b,
        row.getInt("seq"),
        row.getObject("entry", UUID.class),
        new Decision(
            Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
            a.toString(),
            b.toString(),
            String.valueOf(row.getString("actor")),
            at,
            row.getString("reason"),
            row.getString("evidence"),
            row.getString("model")));
  }
}
