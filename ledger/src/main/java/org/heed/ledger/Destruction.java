package org.heed.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a decision to destroy content says which rows it destroys. Without such a fact in a later
 * entry, a row whose content is gone counts as removed: a commitment alone would let anyone who can
 * delete a row call it a lawful destruction.
 */
public final class Destruction {

  /** One fact for each row destroyed; a null ordinal means every row of the entry. */
  public static final FactTable TABLE =
      FactTable.of("destruction_item", "target_entry uuid, target_ordinal int");

  private Destruction() {}

  /** The fact that the decision destroys one row of an entry, or every row where null. */
  public static Fact of(UUID entry, @Nullable Integer ordinal) {
    return Fact.of(TABLE, entry, ordinal);
  }
}
