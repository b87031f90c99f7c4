package org.heed.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ledger to a directory that anyone can check; see {@code docs/ledger.md}. Copies what is
 * stored as it is, right or wrong: judging it is the reader's. An export holds personal content and
 * the salts.
 */
public final class ExportWriter implements AutoCloseable {

  private final ExportFormat format;
  private final List<JsonLineWriter> open = new ArrayList<>();
  private final Map<FactTable, JsonLineWriter> facts = new HashMap<>();

  private ExportWriter(Path directory) throws IOException {
    format = new ExportFormat(directory);
    Files.createDirectories(format.facts());
  }

  /**
   * Writes everything a source holds, in constant memory.
   *
   * @param tables every fact table that the source may hold rows of
   * @param key the log's public key, enclosed as {@code key.pub}
   * @param directory to be made; files in it are written over
   */
  public static void write(Source source, List<FactTable> tables, VerifyKey key, Path directory)
      throws IOException {
    try (ExportWriter writer = new ExportWriter(directory)) {
      writer.writeFormat(tables);
      Files.writeString(writer.format.key(), key.text() + "\n");
      long size = writer.writeCheckpoints(source);
      writer.writeEntries(source, tables);
      writer.writeUnplaced(source);
      writer.writeActors(source);
      writer.writeSettled(source);
      writer.writeLeaves(source, size);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private JsonLineWriter open(Path file) throws IOException {
    JsonLineWriter writer = new JsonLineWriter(file);
    open.add(writer);
    return writer;
  }

  private void writeFormat(List<FactTable> tables) throws IOException {
    JsonLineWriter json = open(format.format());
    json.start().text("format", ExportFormat.NAME).number("version", ExportFormat.VERSION);
    json.array("tables");
    for (FactTable table : tables) {
      json.start().text("name", table.name()).array("columns");
      for (Column column : table.columns()) {
        json.start().text("name", column.name()).text("type", column.type().name()).end();
      }
      json.endArray().end();
    }
    json.endArray().end();
  }

  private long writeCheckpoints(Source source) throws IOException {
    JsonLineWriter json = open(format.checkpoints());
    long size = 0;
    @Nullable String last = null;
    try (Stream<String> notes = source.checkpoints()) {
      for (Iterator<String> each = notes.iterator(); each.hasNext(); ) {
        last = each.next();
        json.start().text("note", last).end();
        long claimed = Checkpoint.sizeOf(last);
        size = claimed == Long.MAX_VALUE ? size : Math.max(size, claimed);
      }
    }
    if (last == null) {
      Files.deleteIfExists(format.checkpoint());
    } else {
      Files.writeString(format.checkpoint(), last);
    }
    return size;
  }

  private void writeEntries(Source source, List<FactTable> tables) throws IOException {
    JsonLineWriter json = open(format.entries());
    JsonLineWriter destroyed = open(format.destroyed());
    for (FactTable table : tables) {
      facts.put(table, open(format.facts(table)));
    }
    boolean ownTree = source.tiles().isPresent();
    try (Stream<StoredEntry> entries = source.entries();
        OutputStream leaves = ownTree ? OutputStream.nullOutputStream() : output(format.leaves())) {
      for (Iterator<StoredEntry> each = entries.iterator(); each.hasNext(); ) {
        StoredEntry stored = each.next();
        writeEntry(json, stored);
        Digest leaf = stored.leafHash();
        leaves.write((leaf == null ? stored.entry().leafHash() : leaf).bytes());
        stored.rows().stream()
            .sorted(Comparator.comparingInt(StoredRow::ordinal))
            .forEach(row -> writeRow(stored, row, destroyed));
      }
    }
  }

  private static void writeEntry(JsonLineWriter json, StoredEntry stored) {
    Entry entry = stored.entry();
    json.start()
        .number("position", stored.position())
        .text("id", entry.id().toString())
        .text("kind", entry.kind())
        .text("actor", entry.actor().toString())
        .text("at", Entry.formatTime(entry.at()))
        .number("rows", entry.content().rows())
        .text("content", entry.content().digest().hex())
        .array("subjects");
    entry.subjects().forEach(subject -> json.element(subject.toString()));
    json.endArray();
    if (entry.purpose() != null) {
      json.text("purpose", entry.purpose());
    }
    if (stored.leafHash() != null) {
      json.text("leaf", stored.leafHash().hex());
    }
    json.salt(stored.salt());
    if (!stored.commitments().isEmpty()) {
      json.array("commitments");
      for (RowCommitment row : stored.commitments()) {
        json.start()
            .number("ordinal", row.ordinal())
            .text("table", row.table())
            .text("digest", row.digest().hex())
            .end();
      }
      json.endArray();
    }
    json.end();
  }

  private void writeRow(StoredEntry stored, StoredRow row, JsonLineWriter destroyed) {
    switch (row) {
      case StoredRow.Destroyed gone ->
          head(destroyed, stored, row)
              .text("table", gone.table())
              .text("commitment", gone.commitment().digest().hex())
              .text("by", gone.by().toString())
              .end();
      case StoredRow.Present present -> {
        JsonLineWriter json = facts.get(present.fact().table());
        if (json == null) {
          throw new IllegalArgumentException("the table " + row.table() + " is not exported");
        }
        head(json, stored, row).salt(present.salt()).values(present.fact()).end();
      }
    }
  }

  private static JsonLineWriter head(JsonLineWriter json, StoredEntry stored, StoredRow row) {
    return json.start()
        .number("position", stored.position())
        .text("entry", stored.entry().id().toString())
        .number("ordinal", row.ordinal());
  }

  private void writeUnplaced(Source source) throws IOException {
    JsonLineWriter json = open(format.unplaced());
    try (Stream<Unplaced> unplaced = source.unplaced()) {
      unplaced.forEach(left -> {
        json.start();
        switch (left) {
          case Unplaced.Pending pending ->
              json.text("what", "pending").text("entry", pending.entry().toString());
          case Unplaced.Skipped skipped ->
              json.text("what", "skipped").text("entry", skipped.entry().toString());
          case Unplaced.Row row ->
              json.text("what", "row")
                  .text("entry", row.entry().toString())
                  .text("table", row.table())
                  .number("ordinal", row.ordinal());
        }
        json.end();
      });
    }
  }

  private void writeActors(Source source) throws IOException {
    JsonLineWriter json = open(format.actors());
    try (Stream<Actor> actors = source.actors()) {
      actors.forEach(actor ->
          json.start()
              .text("id", actor.id().toString())
              .text("name", actor.name())
              .text("display_name", actor.displayName())
              .text("agency", actor.agency())
              .end());
    }
  }

  private void writeSettled(Source source) throws IOException {
    JsonLineWriter json = open(format.settled());
    try (Stream<Settled> settled = source.settled()) {
      settled.forEach(
          each -> json.start().number("size", each.size()).text("at", each.at().toString()).end());
    }
  }

  private void writeLeaves(Source source, long size) throws IOException {
    Optional<TileSource> tiles = source.tiles();
    if (tiles.isEmpty()) {
      return;
    }
    try (OutputStream leaves = output(format.leaves())) {
      for (long tile = 0; tile * Tile.WIDTH < size; tile++) {
        int count = (int) Math.min(Tile.WIDTH, size - tile * Tile.WIDTH);
        byte[] bytes =
            count == Tile.WIDTH
                ? tiles.get().tile(0, tile)
                : tiles.get().leaves(tile * Tile.WIDTH, count);
        leaves.write(bytes);
        if (bytes.length != count * Digest.LENGTH) {
          return;
        }
      }
    }
  }

  private static OutputStream output(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  @Override
  public void close() throws IOException {
    for (JsonLineWriter writer : open) {
      writer.close();
    }
  }
}
