package org.heed.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries and their rows together from the files of an export, all sorted by position. A row
 * whose position and entry are not those of an entry is a stray.
 */
final class ExportMerge implements Iterator<StoredEntry>, AutoCloseable {

  private static final int STRAYS = 10_000;

  private final JsonLines entries;
  private final List<Part> parts = new ArrayList<>();
  private final List<Unplaced> strays = new ArrayList<>();

  /** One file of rows; no table means that of destroyed ones. */
  private record Part(@Nullable FactTable table, JsonLines lines) {}

  ExportMerge(ExportFormat format, List<FactTable> tables) {
    entries = new JsonLines(format.entries());
    tables.forEach(table -> parts.add(new Part(table, new JsonLines(format.facts(table)))));
    parts.add(new Part(null, new JsonLines(format.destroyed())));
  }

  @Override
  public boolean hasNext() {
    if (entries.hasNext()) {
      return true;
    }
    for (Part part : parts) {
      while (part.lines().hasNext()) {
        stray(part, part.lines().next());
      }
    }
    return false;
  }

  @Override
  public StoredEntry next() {
    JsonObject json = entries.next();
    long position = json.number("position");
    UUID id = json.uuid("id");
    List<StoredRow> rows = new ArrayList<>();
    for (Part part : parts) {
      JsonObject head = part.lines().peek();
      while (head != null && head.number("position") <= position) {
        JsonObject row = part.lines().next();
        if (row.number("position") == position && row.uuid("entry").equals(id)) {
          rows.add(row(part, row));
        } else {
          stray(part, row);
        }
        head = part.lines().peek();
      }
    }
    rows.sort(Comparator.comparingInt(StoredRow::ordinal));
    return entry(json, position, id, rows);
  }

  private static StoredRow row(Part part, JsonObject json) {
    FactTable table = part.table();
    int ordinal = json.count("ordinal");
    if (table == null) {
      return new StoredRow.Destroyed(
          new RowCommitment(ordinal, json.text("table"), json.digest("commitment")),
          json.uuid("by"));
    }
    JsonObject values = json.object("values");
    List<@Nullable Object> row = new ArrayList<>();
    table.columns().forEach(column -> row.add(values.value(column)));
    try {
      return new StoredRow.Present(ordinal, new Fact(table, row), json.salt("salt"));
    } catch (IllegalArgumentException e) {
      throw json.unreadable("values");
    }
  }

  private static StoredEntry entry(JsonObject json, long position, UUID id, List<StoredRow> rows) {
    try {
      return new StoredEntry(
          position,
          new Entry(
              id,
              json.text("kind"),
              json.uuid("actor"),
              json.time("at"),
              new Content(json.count("rows"), json.digest("content")),
              json.uuids("subjects"),
              json.has("purpose") ? json.text("purpose") : null),
          json.has("leaf") ? json.digest("leaf") : null,
          json.salt("salt"),
          rows,
          commitments(json));
    } catch (IllegalArgumentException e) {
      throw json.unreadable("kind, time or purpose");
    }
  }

  private static List<RowCommitment> commitments(JsonObject json) {
    return json.has("commitments")
        ? json.objects("commitments").stream()
            .map(row ->
                new RowCommitment(row.count("ordinal"), row.text("table"), row.digest("digest")))
            .toList()
        : List.of();
  }

  private void stray(Part part, JsonObject row) {
    if (strays.size() < STRAYS) {
      FactTable table = part.table();
      String name = table == null ? row.text("table") : table.name();
      strays.add(new Unplaced.Row(name, row.uuid("entry"), row.count("ordinal")));
    }
  }

  /** Rows without an entry, the first of them; complete once everything was read. */
  List<Unplaced> strays() {
    return List.copyOf(strays);
  }

  @Override
  public void close() {
    entries.close();
    parts.forEach(part -> part.lines().close());
  }
}
