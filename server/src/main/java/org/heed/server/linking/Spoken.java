package org.heed.server.linking;

import java.time.LocalDate;
import java.util.List;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.jspecify.annotations.Nullable;

/** What is said of a person that people are told apart by. */
public record Spoken(
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String dateOfBirth,
    @Nullable String sex) {

  /** The columns by which the engine compares it. */
  static final Layout LAYOUT =
      new Layout(
          List.of(
              new Layout.Column("given_name", Kind.GIVEN_NAME),
              new Layout.Column("family_name", Kind.FAMILY_NAME),
              new Layout.Column("date_of_birth", Kind.DATE_OF_BIRTH),
              new Layout.Column("sex", Kind.SEX)));

  /** With a date of birth that is known to the day. */
  public static Spoken of(
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Nullable String sex) {
    return new Spoken(
        givenName, familyName, dateOfBirth == null ? null : dateOfBirth.toString(), sex);
  }

  static Spoken of(@Nullable String[] row) {
    return new Spoken(row[0], row[1], row[2], row[3]);
  }

  @Nullable String[] row() {
    return new @Nullable String[] {givenName, familyName, dateOfBirth, sex};
  }

  /** Whether there is nothing to tell anybody by. */
  public boolean isEmpty() {
    return isBlank(givenName) && isBlank(familyName) && isBlank(dateOfBirth);
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "Spoken[hidden]";
  }
}
