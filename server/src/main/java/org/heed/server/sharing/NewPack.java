package org.heed.server.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.referral.Basis;
import org.jspecify.annotations.Nullable;

/**
 * A pack to be shared.
 *
 * @param agencies who sees it
 * @param meeting whose pack it is; null: for another reason
 * @param handling how it has to be handled, where that is one of a few
 * @param conditions the same in words
 * @param until the last day on which they see what is in it
 * @param items in the order in which they are read
 */
public record NewPack(
    List<String> agencies,
    @Nullable UUID meeting,
    String purpose,
    Basis basis,
    String basisReason,
    Set<Handling> handling,
    String conditions,
    LocalDate until,
    List<PackItem> items) {
  public NewPack {
    agencies = List.copyOf(agencies);
    handling = Set.copyOf(handling);
    items = List.copyOf(items);
  }

  /** One that says in words alone how it has to be handled. */
  public NewPack(
      List<String> agencies,
      @Nullable UUID meeting,
      String purpose,
      Basis basis,
      String basisReason,
      String conditions,
      LocalDate until,
      List<PackItem> items) {
    this(agencies, meeting, purpose, basis, basisReason, Set.of(), conditions, until, items);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewPack[" + items.size() + "]";
  }
}
