package org.heed.server.report.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.access.Refused;
import org.heed.server.linking.Spoken;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Choice;
import org.heed.server.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * One person of a report's form as typed.
 *
 * @param was the mention that an amendment puts right; empty: somebody new
 * @param known the person of the record who is meant, {@code none} where none of those offered is,
 *     or empty
 * @param offered the identifiers of those offered, separated by commas
 */
public record RecordPerson(
    String role,
    String given,
    String family,
    String born,
    String age,
    String was,
    String known,
    String offered) {
  /** What somebody chooses who finds nobody among those offered. */
  static final String NONE = "none";

  /** A draft kept from before has no such thing. */
  @SuppressWarnings("ConstantValue") // what reads drafts knows nothing of nulls
  public RecordPerson {
    was = Objects.requireNonNullElse(was, "");
    known = Objects.requireNonNullElse(known, "");
    offered = Objects.requireNonNullElse(offered, "");
  }

  /** Nothing typed; the first is usually the child. */
  public static RecordPerson empty(MentionRole role) {
    return new RecordPerson(role.code(), "", "", "", "", "", "", "");
  }

  /** From the fields of the {@code number}-th person, from 1. */
  static RecordPerson of(Map<String, String> fields, int number) {
    return new RecordPerson(
        fields.getOrDefault(field(number, "role"), MentionRole.VICTIM.code()),
        fields.getOrDefault(field(number, "given"), ""),
        fields.getOrDefault(field(number, "family"), ""),
        fields.getOrDefault(field(number, "born"), ""),
        fields.getOrDefault(field(number, "age"), ""),
        fields.getOrDefault(field(number, "was"), ""),
        fields.getOrDefault(field(number, "known"), ""),
        fields.getOrDefault(field(number, "offered"), ""));
  }

  /** As a report has them. */
  static RecordPerson of(ReportFile.Mention mention) {
    Integer stated = mention.dateOfBirth() == null ? mention.age() : null;
    return new RecordPerson(
        mention.role().code(),
        Objects.requireNonNullElse(mention.givenName(), ""),
        Objects.requireNonNullElse(mention.familyName(), ""),
        mention.dateOfBirth() == null ? "" : mention.dateOfBirth().toString(),
        stated == null ? "" : stated.toString(),
        mention.id().toString(),
        "",
        "");
  }

  /** The name of a field of the {@code number}-th person. */
  public static String field(int number, String what) {
    return "person-" + number + "-" + what;
  }

  /** Whether nothing but a role is given. */
  boolean isEmpty() {
    return given.isBlank() && family.isBlank() && born.isBlank() && age.isBlank();
  }

  FormErrors errors(FormErrors before, int number, LocalDate today) {
    FormErrors errors =
        RecordForm.day(before, field(number, "born"), "the date of birth", born, today);
    if (Stream.of(MentionRole.values()).noneMatch(one -> one.code().equals(role))) {
      errors = errors.and(field(number, "role"), "Select the person's role from the list");
    }
    if (!age.isBlank() && !age.strip().matches("1?\\d?\\d")) {
      errors = errors.and(field(number, "age"), "Enter the age in whole years, such as 14");
    }
    return errors;
  }

  /** The mention it makes, once it has no errors. */
  NewMention mention() {
    return new NewMention(
        MentionRole.parse(role),
        orNull(given),
        orNull(family),
        RecordForm.date(born),
        age.isBlank() ? null : Integer.valueOf(age.strip()),
        null,
        null,
        null,
        null,
        null);
  }

  /** What people are told apart by. */
  Spoken spoken() {
    return Spoken.of(orNull(given), orNull(family), RecordForm.date(born), null);
  }

  /** Whom somebody chose of those offered; null while nobody is. */
  @Nullable UUID chosen() {
    return known.isBlank() || known.equals(NONE) ? null : id(known);
  }

  /** Those offered, of whom somebody said that none is meant. */
  List<UUID> refused() {
    return known.equals(NONE) && !offered.isBlank()
        ? Arrays.stream(offered.split(",", -1)).map(RecordPerson::id).toList()
        : List.of();
  }

  private static UUID id(String sent) {
    try {
      return UUID.fromString(sent);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose somebody from the list.");
    }
  }

  /** What someone can be in a report. */
  public List<Choice> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    for (MentionRole one : MentionRole.values()) {
      roles.put(one.code(), one.title());
    }
    return Choice.list(roles, Set.of(role));
  }

  private static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "RecordPerson[hidden]";
  }
}
