package org.heed.server.linking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks up, as the asker, those whom the index names. Only inside {@link
 * org.heed.server.store.Acts}.
 */
final class OfferStore {
  private final JdbcClient sql;

  OfferStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A person as known, open to the asker. */
  record Person(
      UUID id,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Nullable String sex) {
    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  /** Those of these people that the asker may see. */
  Map<UUID, Person> people(Collection<UUID> wanted) {
    Map<UUID, Person> people = new HashMap<>();
    sql.sql(
            """
            select distinct on (person) person, given_name, family_name, date_of_birth, sex
            from record.person_version where person = any (:wanted)
            order by person, version desc
            """)
        .param("wanted", wanted.toArray(UUID[]::new))
        .query(row -> {
          Person person =
              new Person(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, LocalDate.class),
                  row.getString(5));
          people.put(person.id(), person);
        });
    return people;
  }

  /** How many reports open to the asker mean each of these people; none where none does. */
  Map<UUID, Long> reports(Collection<UUID> wanted) {
    Map<UUID, Long> reports = new HashMap<>();
    sql.sql(
            """
            select l.person, count(distinct l.report)
            from record.mention_person l
            where l.person = any (:wanted) and l.same and not exists (
              select 1 from record.mention_person u
              where u.mention = l.mention and u.person = l.person and u.seq > l.seq)
            group by l.person
            """)
        .param("wanted", wanted.toArray(UUID[]::new))
        .query(row -> {
          reports.put(row.getObject(1, UUID.class), row.getLong(2));
        });
    return reports;
  }

  /** A mention's report. */
  record Told(UUID report, String reference) {}

  /** Those of these mentions whose reports are open to the asker. */
  Map<UUID, Told> mentions(Collection<UUID> wanted) {
    Map<UUID, Told> told = new HashMap<>();
    sql.sql(
            """
            select m.id, r.id, r.reference
            from record.mention m join record.report r on r.id = m.report
            where m.id = any (:wanted)
            """)
        .param("wanted", wanted.toArray(UUID[]::new))
        .query(row -> {
          told.put(
              row.getObject(1, UUID.class),
              new Told(row.getObject(2, UUID.class), row.getString(3)));
        });
    return told;
  }
}
