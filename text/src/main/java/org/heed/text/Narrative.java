package org.heed.text;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A text to be read, with the facts that came with it. The bytes are UTF-8; malformed ones are read
 * as U+FFFD each. They are not copied: leave them alone while reading.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Narrative(
    String id,
    byte[] text,
    OptionalInt victimAge,
    Optional<LocalDate> occurredOn,
    Optional<String> offence) {

  /** A narrative without facts. */
  public static Narrative of(String id, String text) {
    return new Narrative(
        id, Utf8.bytes(text), OptionalInt.empty(), Optional.empty(), Optional.empty());
  }

  /** The same narrative with a victim's age. */
  public Narrative withVictimAge(int age) {
    return new Narrative(id, text, OptionalInt.of(age), occurredOn, offence);
  }

  /** The same narrative with an offence code. */
  public Narrative withOffence(String code) {
    return new Narrative(id, text, victimAge, occurredOn, Optional.of(code));
  }

  /** Without the text, which is personal. */
  @Override
  public String toString() {
    return "Narrative[" + text.length + " bytes]";
  }
}
