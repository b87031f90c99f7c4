package org.heed.server.demo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a text of the demonstration speaks of a child, by the sex that is on record; by none where
 * none is, or more than one.
 */
enum Spoken {
  GIRL("she", "her", "her"),
  BOY("he", "him", "his"),
  CHILD("the child", "the child", "the child’s");

  private final String subject;
  private final String object;
  private final String possessive;

  Spoken(String subject, String object, String possessive) {
    this.subject = subject;
    this.object = object;
    this.possessive = possessive;
  }

  static Spoken of(@Nullable String sex) {
    return "female".equals(sex) ? GIRL : "male".equals(sex) ? BOY : CHILD;
  }

  private static Spoken of(List<String> sexes) {
    return sexes.size() == 1 ? of(sexes.getFirst()) : CHILD;
  }

  /** Of the child of a case. Only inside {@link org.heed.server.store.Acts}. */
  static Spoken ofCase(JdbcClient sql, UUID id) {
    return of(
        sql.sql(
                """
                select distinct m.sex from record.case_person p
                join record.mention m on m.id = p.mention
                where p.case_file = :id and p.role = 'child' and m.sex is not null
                """)
            .param("id", id)
            .query((row, _) -> row.getString(1))
            .list());
  }

  /** Of a person. Only inside {@link org.heed.server.store.Acts}. */
  static Spoken ofPerson(JdbcClient sql, UUID id) {
    return of(
        sql.sql(
                """
                select distinct m.sex from record.mention_person p
                join record.mention m on m.id = p.mention
                where p.person = :id and m.sex is not null
                """)
            .param("id", id)
            .query((row, _) -> row.getString(1))
            .list());
  }

  /** A text with {@code {she}}, {@code {She}}, {@code {her}} (whom) and {@code {hers}} (whose). */
  String says(String text) {
    return text.replace("{she}", subject)
        .replace("{She}", Character.toUpperCase(subject.charAt(0)) + subject.substring(1))
        .replace("{hers}", possessive)
        .replace("{her}", object);
  }
}
