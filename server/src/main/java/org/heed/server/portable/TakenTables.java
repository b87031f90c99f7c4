package org.heed.server.portable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heed.ledger.Fact;
import org.heed.ledger.FactTable;
import org.heed.server.importing.ImportFailure;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * The fact tables of an export as this Heed has them. Columns are only ever added at the end,
 * nullable, and nulls at the end are not committed to: a row of an older Heed is the same row here.
 */
final class TakenTables {
  private final Map<String, FactTable> here = new HashMap<>();

  /**
   * @throws ImportFailure where a newer Heed, or something else, made the export
   */
  TakenTables(List<FactTable> exported) {
    Map<String, FactTable> known = new HashMap<>();
    Tables.ALL.forEach(table -> known.put(table.name(), table));
    for (FactTable table : exported) {
      FactTable mine = known.get(table.name());
      if (mine == null || !begins(mine, table)) {
        throw new ImportFailure(
            "The export has a table "
                + table.name()
                + " that this Heed does not know: a newer one made it. Bring this Heed up to date"
                + " and take it back again.");
      }
      here.put(table.name(), mine);
    }
  }

  private static boolean begins(FactTable mine, FactTable exported) {
    int columns = exported.columns().size();
    return columns <= mine.columns().size()
        && mine.columns().subList(0, columns).equals(exported.columns());
  }

  /** The fact as a row of this Heed's table. */
  Fact here(Fact exported) {
    FactTable mine = here.get(exported.table().name());
    if (mine == null) {
      throw new IllegalArgumentException("a fact of a table that is not of the export");
    }
    @Nullable Object[] values = exported.values().toArray();
    return Fact.of(mine, Arrays.copyOf(values, mine.columns().size()));
  }
}
