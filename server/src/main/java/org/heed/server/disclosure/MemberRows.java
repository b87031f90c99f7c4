package org.heed.server.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.person.PersonName;
import org.heed.server.safeguarding.CaseRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that was ever said of whom a case names: a member who was taken out again is still
 * written of in it.
 */
final class MemberRows {
  private final JdbcClient sql;

  MemberRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What was said of a member once.
   *
   * @param called what they are called on record, or as typed
   * @param recorded whether the name is of the record
   * @param linked whether they were named; otherwise they were taken out
   */
  record Row(
      UUID member,
      int seq,
      CaseRole role,
      String called,
      boolean recorded,
      boolean linked,
      String reason,
      Instant at) {

    /** The name, and where it is of the record its parts; what was typed may be no name alone. */
    Stream<String> names() {
      if (PersonName.isUnknown(called)) {
        return Stream.empty();
      }
      Stream<String> parts = recorded ? Stream.of(called.split("\\s+")) : Stream.empty();
      return Stream.concat(Stream.of(called), parts).filter(name -> name.strip().length() > 1);
    }

    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Row[" + member + "]";
    }
  }

  /** All of a case, the earliest first. Only inside {@link org.heed.server.store.Acts}. */
  List<Row> of(UUID caseFile) {
    return sql.sql(
            """
            select f.member, f.seq, f.role, f.name,
              coalesce(v.given_name, m.given_name), coalesce(v.family_name, m.family_name),
              f.person is not null or f.mention is not null, f.linked, f.reason, f.at
            from record.case_person f
            left join lateral (select p.given_name, p.family_name from record.person_version p
                               where p.person = f.person order by p.version desc limit 1) v on true
            left join record.mention m on m.id = f.mention
            where f.case_file = :case order by f.at, f.member, f.seq
            """)
        .param("case", caseFile)
        .query((row, _) ->
            new Row(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                row.getInt(2),
                CaseRole.parse(row.getString(3)),
                called(row.getString(4), row.getString(5), row.getString(6)),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getString(9),
                row.getTimestamp(10).toInstant()))
        .list();
  }

  private static String called(
      @Nullable String typed, @Nullable String given, @Nullable String family) {
    return typed == null ? PersonName.of(given, family) : typed;
  }
}
