package org.heed.server.archive;

import java.util.Optional;
import org.heed.rulebook.Ask;
import org.jspecify.annotations.Nullable;

/** What a person was asked about a report. Files keep the code, which never changes. */
public enum Asked {
  NOTHING(0),
  LOOK(1),
  DECISION(2);

  private final byte code;

  Asked(int code) {
    this.code = (byte) code;
  }

  /** The code in files. */
  public byte code() {
    return code;
  }

  /** What a code stands for. */
  public static Asked of(byte code) {
    for (Asked asked : values()) {
      if (asked.code == code) {
        return asked;
      }
    }
    throw new DamagedArchive(
        "a file says that something else than nothing, look or decision was asked");
  }

  /** From what a reading came to. */
  public static Asked of(Optional<Ask> ask) {
    return ask.map(asked ->
            switch (asked) {
              case LOOK -> LOOK;
              case DECISION -> DECISION;
            })
        .orElse(NOTHING);
  }

  /** From the word that the record keeps; null is nothing. */
  public static Asked of(@Nullable String word) {
    return word == null ? NOTHING : valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  /** The word that the record keeps, null for nothing. */
  public @Nullable String word() {
    return this == NOTHING ? null : name().toLowerCase(java.util.Locale.ROOT);
  }
}
