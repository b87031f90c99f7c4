package org.heed.server.linking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.person.PersonName;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * People who may be the same and mentions that may mean somebody known, which nobody has decided
 * on: those that Heed found more likely than not, the longest open first.
 */
@Service
public class Proposals {
  /** Proposals, as {@code p}, that nobody has decided; a condition may follow. */
  public static final String OPEN =
      """
      from work.proposal p
      where ((p.kind = 'people' and not exists (
          select 1 from record.identity_decision d where d.a = p.a and d.b = p.b
            and d.verdict <> 'unknown' and not exists (
              select 1 from record.identity_decision n
              where n.a = d.a and n.b = d.b and n.seq > d.seq))
        and exists (select 1 from record.person x where x.id = p.a)
        and exists (select 1 from record.person x where x.id = p.b))
      or (p.kind = 'mention' and not exists (
          select 1 from record.mention_person l where l.mention = p.a and l.person = p.b)
        and not exists (
          select 1 from record.mention_person l where l.mention = p.a and l.same and not exists (
            select 1 from record.mention_person u
            where u.mention = l.mention and u.person = l.person and u.seq > l.seq))
        and exists (select 1 from record.person x where x.id = p.b)
        and exists (select 1 from record.mention m where m.id = p.a
          and m.version = (select max(n.version) from record.mention n where n.report = m.report))))
      """;

  /**
   * Groups of mentions, by {@code p.a}, that mean nobody yet, every one of them open to the asker,
   * of whom not all others were said to be somebody else.
   */
  static final String GROUPS =
      """
      from work.proposal p
      where p.kind = 'mentions'
        and p.alike - 1 = (
          select count(*) from work.proposal x where x.kind = 'mentions' and x.a = p.a)
        and not exists (
          select 1 from work.proposal x cross join lateral (values (x.a), (x.b)) as one (id)
          where x.kind = 'mentions' and x.a = p.a and (
            not exists (select 1 from record.mention m where m.id = one.id
              and m.version = (
                select max(n.version) from record.mention n where n.report = m.report))
            or exists (
              select 1 from record.mention_person l where l.mention = one.id and l.same and not exists (
                select 1 from record.mention_person u
                where u.mention = l.mention and u.person = l.person and u.seq > l.seq))))
        and not exists (
          select 1 from record.identity_decision d
          where d.a = p.a and d.b = p.b and d.verdict = 'different' and not exists (
            select 1 from record.identity_decision n
            where n.a = d.a and n.b = d.b and n.seq > d.seq))
      """;

  /** So many are counted: more are not done in a day either. */
  public static final int MANY = 100;

  private final Acts acts;
  private final JdbcClient sql;

  public Proposals(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * A proposal.
   *
   * @param report whose mention it is; null where it is of two people
   * @param mentions how many mentions are proposed as one person whom nobody has put on record yet;
   *     0 where somebody on record may be meant
   */
  public record Proposal(
      UUID a,
      UUID b,
      String nameA,
      String nameB,
      @Nullable LocalDate bornA,
      @Nullable LocalDate bornB,
      @Nullable UUID report,
      @Nullable String reference,
      int mentions,
      double weight,
      Instant at) {
    /** The identifiers only; the rest is personal. */
    @Override
    public String toString() {
      return "Proposal[" + a + ", " + b + "]";
    }
  }

  /** How many are open to the caller; of more, {@link #MANY} and one. */
  public long count(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.plain(
        caller,
        () ->
            sql.sql(
                    "select count(*) from ((select 1 "
                        + OPEN
                        + " limit :most) union all (select 1 "
                        + GROUPS
                        + " group by p.a limit :most)) open")
                .param("most", MANY + 1)
                .query(Long.class)
                .single());
  }

  /** The first of them: one look, with everybody shown. */
  public List<Proposal> list(Caller caller, int most) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "proposals.listed",
        "link-people",
        () -> {
          List<Proposal> open = find(most);
          Set<UUID> shown = new LinkedHashSet<>();
          for (Proposal proposal : open) {
            if (proposal.report() == null) {
              shown.add(proposal.a());
            } else {
              shown.add(proposal.report());
            }
            shown.add(proposal.b());
          }
          return new Acts.Seen<>(open, shown);
        });
  }

  private List<Proposal> find(int most) {
    List<Proposal> open = new ArrayList<>();
    sql.sql(
            """
            with open as ((select p.kind, p.a, p.b, p.weight, p.proposed_at, 0 as mentions
            """
                + OPEN
                + """
                      order by p.proposed_at, p.a, p.b limit :most)
                    union all (select 'mentions', p.a, min(p.b::text)::uuid, min(p.weight),
                      min(p.proposed_at), count(*)::int + 1
                """
                + GROUPS
                + """
                  group by p.a order by min(p.proposed_at), p.a limit :most))
                select o.a, o.b, o.weight, o.proposed_at,
                  coalesce(x.given_name, m.given_name), coalesce(x.family_name, m.family_name),
                  coalesce(x.date_of_birth, m.date_of_birth),
                  coalesce(y.given_name, n.given_name), coalesce(y.family_name, n.family_name),
                  coalesce(y.date_of_birth, n.date_of_birth), r.id, r.reference, o.mentions
                from open o
                left join lateral (select v.* from record.person_version v where v.person = o.a
                  order by v.version desc limit 1) x on true
                left join record.mention m on m.id = o.a
                left join record.report r on r.id = m.report
                left join lateral (select v.* from record.person_version v where v.person = o.b
                  order by v.version desc limit 1) y on true
                left join record.mention n on n.id = o.b
                order by o.proposed_at, o.a, o.b limit :most
                """)
        .param("most", most)
        .query(row -> {
          open.add(
              new Proposal(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  PersonName.of(row.getString(5), row.getString(6)),
                  PersonName.of(row.getString(8), row.getString(9)),
                  row.getObject(7, LocalDate.class),
                  row.getObject(10, LocalDate.class),
                  row.getObject(11, UUID.class),
                  row.getString(12),
                  row.getInt(13),
                  row.getDouble(3),
                  row.getTimestamp(4).toInstant()));
        });
    return open;
  }
}
