package org.heed.server.importing;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a row speaks of a person, or of a place, vehicle, phone or account.
 *
 * @param each NDJSON: the list whose objects they are; null: columns of the row, and none where all
 *     of them are empty
 */
record PartMapping(@Nullable String each, Map<Field, FieldSource> fields) {
  PartMapping {
    fields = new EnumMap<>(fields);
  }
}
