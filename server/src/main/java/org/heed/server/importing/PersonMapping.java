package org.heed.server.importing;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a row speaks of a person.
 *
 * @param each NDJSON: the list whose objects are people; null: columns of the row, and nobody where
 *     all of them are empty
 */
record PersonMapping(@Nullable String each, Map<Field, FieldSource> fields) {
  PersonMapping {
    fields = new EnumMap<>(fields);
  }
}
