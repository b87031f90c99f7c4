package org.heed.server.report;

import java.util.Objects;
import org.heed.linkage.thing.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * A place, vehicle, phone or account as a report writes it.
 *
 * @param detail kind of place, make and colour, or the service of an account
 * @param sourceKey the source system's own key for it
 */
public record NewThing(
    ThingKind kind, String written, @Nullable String detail, @Nullable String sourceKey) {

  /** Whether both say the same thing, by the source's key or else word for word. */
  public boolean saysSameAs(NewThing other) {
    return kind == other.kind
        && ((sourceKey != null || other.sourceKey != null)
            ? Objects.equals(sourceKey, other.sourceKey)
            : written.equals(other.written));
  }

  /** The kind only; the rest can be personal. */
  @Override
  public String toString() {
    return "NewThing[" + kind + "]";
  }
}
