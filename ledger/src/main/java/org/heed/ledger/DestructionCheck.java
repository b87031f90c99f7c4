package org.heed.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether every row whose content is gone is named by the decision it says destroyed it, in a later
 * entry whose rows are as recorded. Remembers the rows that still wait for their decision.
 */
final class DestructionCheck {

  private final Map<UUID, Set<Gone>> awaited = new HashMap<>();

  private record Gone(UUID entry, int ordinal, String table, long position) {}

  /** Takes the next entry in the order of positions. */
  void accept(StoredEntry stored, boolean contentFits) {
    UUID id = stored.entry().id();
    Set<Gone> mine = awaited.get(id);
    for (StoredRow row : stored.rows()) {
      switch (row) {
        case StoredRow.Destroyed gone ->
            awaited
                .computeIfAbsent(gone.by(), by -> new HashSet<>())
                .add(new Gone(id, row.ordinal(), row.table(), stored.position()));
        case StoredRow.Present present -> {
          if (mine != null && contentFits && present.fact().table().equals(Destruction.TABLE)) {
            decide(mine, present.fact());
          }
        }
      }
    }
    if (mine != null && mine.isEmpty()) {
      awaited.remove(id);
    }
  }

  private static void decide(Set<Gone> awaited, Fact item) {
    @Nullable Object target = item.values().get(0);
    @Nullable Object ordinal = item.values().get(1);
    awaited.removeIf(
        gone -> gone.entry().equals(target) && (ordinal == null || ordinal.equals(gone.ordinal())));
  }

  /** Reports the rows whose decision never came. */
  void finish(Faults faults) {
    awaited.forEach((by, rows) ->
        rows.forEach(gone ->
            faults.removed(
                gone.position(),
                "row "
                    + gone.ordinal()
                    + " of "
                    + gone.table()
                    + ": no later entry "
                    + by
                    + " decides its destruction")));
  }
}
