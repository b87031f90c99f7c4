package org.heed.server.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The person tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class PersonStore {
  private final JdbcClient sql;

  public PersonStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  int latestVersion(UUID person) {
    return sql.sql("select max(version) from record.person_version where person = :person")
        .param("person", person)
        .query(Integer.class)
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you."));
  }

  /** A mention's report and how many links it has had. */
  record Links(UUID report, int seq) {}

  Links links(UUID mention) {
    return sql.sql(
            """
            select m.report, (select coalesce(max(seq), 0) from record.mention_person where mention = m.id)
            from record.mention m where m.id = :mention
            """)
        .param("mention", mention)
        .query((row, _) -> new Links(row.getObject(1, UUID.class), row.getInt(2)))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such mention open to you."));
  }

  List<PersonFound> find(Set<String> words, int most) {
    StringBuilder where = new StringBuilder();
    int number = 0;
    for (String _ : words) {
      where
          .append(
              " and exists (select 1 from record.person_token t where t.person = v.person and t.token in (:w")
          .append(number++)
          .append("))");
    }
    JdbcClient.StatementSpec query =
        sql.sql(
            """
            select v.person, v.given_name, v.family_name, v.date_of_birth,
              (select count(distinct l.report) from record.mention_person l
               where l.person = v.person and l.same) as reports
            from record.person_version v
            where v.version = (select max(version) from record.person_version where person = v.person)
            """
                + where
                + " order by reports desc, v.family_name, v.given_name, v.person limit :most");
    number = 0;
    for (String word : words) {
      query = query.param("w" + number++, NameTokens.asked(word));
    }
    return query
        .param("most", most)
        .query((row, _) ->
            new PersonFound(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, java.time.LocalDate.class),
                row.getLong(5)))
        .list();
  }
}
