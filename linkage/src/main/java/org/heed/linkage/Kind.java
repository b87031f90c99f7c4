package org.heed.linkage;

import java.util.Locale;
import java.util.Optional;

/** What a column holds, which decides how two of its values are compared. */
public enum Kind {
  GIVEN_NAME,
  FAMILY_NAME,
  FULL_NAME,
  DATE_OF_BIRTH,
  SEX,
  STREET,
  LOCALITY,
  POSTCODE,
  PHONE,
  NATIONAL_ID,
  /** Compared whole: the same or not. */
  EXACT,
  /** Compared as text: the same, similar, sharing words, or not. */
  TEXT;

  /** The word for it in a mapping. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that a mapping calls by this word, where it takes one column. */
  public static Optional<Kind> find(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word) && kind != EXACT && kind != TEXT) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
