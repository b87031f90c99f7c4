package org.heed.server.thing;

import java.util.List;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * What a report may mean by a thing: something of the record, or what another report writes and
 * nobody has said anything of.
 *
 * @param as what is chosen by: {@code thing:} or {@code mention:} and an identifier
 * @param why what speaks for it
 * @param against what does not fit; null where nothing is seen
 * @param reports that speak of it and are open to the asker, the newest first
 */
public record ThingOffer(
    String as,
    ThingKind kind,
    String label,
    String why,
    @Nullable String against,
    List<Told> reports) {
  public ThingOffer {
    reports = List.copyOf(reports);
  }

  /** A report that speaks of it. */
  public record Told(UUID report, String reference) {}

  /** The kind only; the rest can be personal. */
  @Override
  public String toString() {
    return "ThingOffer[" + kind + "]";
  }
}
