package org.heed.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of an entry as a source holds it. */
public sealed interface StoredRow {

  /** The row's number in its entry. */
  int ordinal();

  /** The name of its fact table. */
  String table();

  /**
   * A row whose content is there.
   *
   * @param salt of this row, where the entry's salt was destroyed with other rows; null otherwise
   */
  record Present(int ordinal, Fact fact, @Nullable Salt salt) implements StoredRow {
    @Override
    public String table() {
      return fact.table().name();
    }
  }

  /**
   * A row whose content was destroyed by a decision, which is itself an entry and names the row in
   * a {@link Destruction#TABLE} fact.
   *
   * @param by the entry of the decision
   */
  record Destroyed(RowCommitment commitment, UUID by) implements StoredRow {
    @Override
    public int ordinal() {
      return commitment.ordinal();
    }

    @Override
    public String table() {
      return commitment.table();
    }
  }
}
