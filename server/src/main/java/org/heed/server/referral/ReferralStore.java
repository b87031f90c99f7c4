package org.heed.server.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class ReferralStore {
  private static final String SELECT =
      """
      select f.id, f.person, f.name, f.born, f.service, f.area, f.recipient, f.agency, f.concern,
        f.basis, f.basis_reason, f.agreed, f.safe_contact, f.danger,
        coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.at
      from record.referral f
      """;

  private static final String OPEN =
      """
      not exists (select 1 from record.referral_step s
        where s.referral = f.id and s.step in ('revoked', 'outcome'))
      """;

  private final JdbcClient sql;

  public ReferralStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  Optional<Referral> find(UUID id) {
    return filled(
            sql.sql(SELECT + "where f.id = :id")
                .param("id", id)
                .query((row, _) -> referral(row))
                .list(),
            KnownAt.NOW)
        .stream()
        .findFirst();
  }

  /** Those that wait for something, the oldest first. */
  List<Referral> open() {
    return filled(
        sql.sql(SELECT + "where " + OPEN + " order by f.at, f.id")
            .query((row, _) -> referral(row))
            .list(),
        KnownAt.NOW);
  }

  /** Those of people, the newest first, as known. */
  List<Referral> of(Collection<UUID> people, KnownAt known) {
    return filled(
        sql.sql(
                SELECT
                    + "where f.person = any (:people) and "
                    + KnownAt.FILTER
                    + " order by f.at desc, f.id")
            .param("people", people.toArray(UUID[]::new))
            .param("known", known.position())
            .query((row, _) -> referral(row))
            .list(),
        known);
  }

  /** Those sent to the asker's agency, the newest first. */
  List<Referral> sentToMe() {
    return filled(
        sql.sql(SELECT + "where f.id in (select access.referred_to_me()) order by f.at desc, f.id")
            .query((row, _) -> referral(row))
            .list(),
        KnownAt.NOW);
  }

  /** One of these. */
  Optional<Referral> findSentToMe(UUID id) {
    return filled(
            sql.sql(SELECT + "where f.id = :id and f.id in (select access.referred_to_me())")
                .param("id", id)
                .query((row, _) -> referral(row))
                .list(),
            KnownAt.NOW)
        .stream()
        .findFirst();
  }

  /** Every one that is open to the asker. */
  List<Referral> all() {
    return filled(
        sql.sql(SELECT + "order by f.at, f.id").query((row, _) -> referral(row)).list(),
        KnownAt.NOW);
  }

  long countOpen() {
    return sql.sql("select count(*) from record.referral f where " + OPEN)
        .query(Long.class)
        .single();
  }

  long countOpenSentToMe() {
    return sql.sql(
            "select count(*) from record.referral f where f.id in (select access.referred_to_me())"
                + " and "
                + OPEN)
        .query(Long.class)
        .single();
  }

  /** Agencies whose people sign in to see what is sent to them. */
  List<String> partners() {
    return sql.sql("select access.partner_agencies()").query((row, _) -> row.getString(1)).list();
  }

  int lastContact(UUID id) {
    return sql.sql("select coalesce(max(seq), 0) from record.referral_contact where referral = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  int lastStep(UUID id) {
    return sql.sql("select coalesce(max(seq), 0) from record.referral_step where referral = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private List<Referral> filled(List<Referral> bare, KnownAt known) {
    Map<UUID, List<Referral.Happened>> steps = new HashMap<>();
    sql.sql(
            """
            select f.referral, f.step, f.happened_at, f.says,
              coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.outcome
            from record.referral_step f where f.referral = any (:ids) and %s order by f.seq
            """
                .replace("%s", KnownAt.FILTER))
        .param("ids", bare.stream().map(Referral::id).toArray(UUID[]::new))
        .param("known", known.position())
        .query(row -> {
          steps
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Referral.Happened(
                      Step.find(row.getString(2)).orElseThrow(),
                      outcome(row.getString(6)),
                      row.getTimestamp(3).toInstant(),
                      row.getString(4),
                      row.getString(5)));
        });
    Map<UUID, List<Contact>> contacts = contacts(bare, known);
    Map<UUID, List<Referral.Safety>> safety = safety(bare, known);
    return bare.stream()
        .map(one ->
            new Referral(
                one.id(),
                one.person(),
                one.name(),
                one.born(),
                one.content(),
                one.by(),
                one.at(),
                steps.getOrDefault(one.id(), List.of()),
                contacts.getOrDefault(one.id(), List.of()),
                safety.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static @Nullable Outcome outcome(@Nullable String code) {
    return code == null ? null : Outcome.find(code).orElseThrow();
  }

  private Map<UUID, List<Referral.Safety>> safety(List<Referral> of, KnownAt known) {
    Map<UUID, List<Referral.Safety>> safety = new HashMap<>();
    sql.sql(
            """
            select f.referral, f.seq, f.safe_contact, f.danger, f.reason,
              coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.at
            from record.referral_safety f where f.referral = any (:ids) and %s order by f.seq desc
            """
                .replace("%s", KnownAt.FILTER))
        .param("ids", of.stream().map(Referral::id).toArray(UUID[]::new))
        .param("known", known.position())
        .query(row -> {
          safety
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Referral.Safety(
                      row.getInt(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      row.getString(6),
                      row.getTimestamp(7).toInstant()));
        });
    return safety;
  }

  /** Those that the asker's agency had and has no longer, the last that ended first. */
  List<ReceivedReferrals.Ended> ended() {
    return sql.sql("select id, step, happened_at, says from access.referred_to_me_before()")
        .query((row, _) ->
            new ReceivedReferrals.Ended(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                Step.find(row.getString(2)).orElseThrow(),
                row.getTimestamp(3).toInstant(),
                row.getString(4)))
        .list();
  }

  int lastSafety(UUID id) {
    return sql.sql("select coalesce(max(seq), 0) from record.referral_safety where referral = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private Map<UUID, List<Contact>> contacts(List<Referral> of, KnownAt known) {
    Map<UUID, List<Contact>> contacts = new HashMap<>();
    sql.sql(
            """
            select f.referral, f.kind, f.happened_at, f.says,
              coalesce((select n.display_name from access.names(array[f.by_account]) n), '')
            from record.referral_contact f where f.referral = any (:ids) and %s
            order by f.happened_at, f.seq
            """
                .replace("%s", KnownAt.FILTER))
        .param("ids", of.stream().map(Referral::id).toArray(UUID[]::new))
        .param("known", known.position())
        .query(row -> {
          contacts
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Contact(
                      Contact.Kind.find(row.getString(2)).orElseThrow(),
                      row.getTimestamp(3).toInstant(),
                      row.getString(4),
                      row.getString(5)));
        });
    return contacts;
  }

  private static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        row.getString("name"),
        row.getObject("born", LocalDate.class),
        new NewReferral(
            Service.find(row.getString("service")).orElseThrow(),
            row.getString("area"),
            row.getString("recipient"),
            row.getString("agency"),
            row.getString("concern"),
            Basis.find(row.getString("basis")).orElseThrow(),
            row.getString("basis_reason"),
            Agreement.find(row.getString("agreed")).orElseThrow(),
            row.getString("safe_contact"),
            row.getString("danger")),
        row.getString(15),
        row.getTimestamp("at").toInstant(),
        List.of(),
        List.of(),
        List.of());
  }
}
