package org.heed.server.thing;

import java.time.Instant;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * A thing as one report writes it.
 *
 * @param at when what is reported happened, or was recorded
 * @param thing what it was said to be one of; null while nobody has
 * @param label of that thing
 */
public record ThingSaid(
    UUID mention,
    UUID report,
    String reference,
    String area,
    ThingKind kind,
    String written,
    @Nullable String detail,
    @Nullable String exact,
    @Nullable String loose,
    Instant at,
    @Nullable UUID thing,
    @Nullable String label) {

  /** The kind only; the rest can be personal. */
  @Override
  public String toString() {
    return "ThingSaid[" + kind + "]";
  }
}
