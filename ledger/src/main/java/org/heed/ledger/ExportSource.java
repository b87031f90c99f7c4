package org.heed.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a ledger from a directory that {@link ExportWriter} wrote, in constant memory. */
public final class ExportSource implements Source {

  private final ExportFormat format;
  private final List<FactTable> tables;

  private ExportSource(ExportFormat format, List<FactTable> tables) {
    this.format = format;
    this.tables = tables;
  }

  /**
   * Opens an export.
   *
   * @throws IOException if the directory is not an export this version can read
   */
  public static ExportSource open(Path directory) throws IOException {
    ExportFormat format = new ExportFormat(directory);
    try {
      JsonObject head = JsonObject.parse(Files.readString(format.format()), "format.json");
      if (!head.text("format").equals(ExportFormat.NAME)
          || head.number("version") != ExportFormat.VERSION) {
        throw new IOException(directory + " is not an export of version 1");
      }
      return new ExportSource(
          format, head.objects("tables").stream().map(ExportSource::table).toList());
    } catch (IllegalArgumentException | UnreadableException e) {
      throw new IOException(directory + " does not describe its tables", e);
    }
  }

  private static FactTable table(JsonObject json) {
    List<Column> columns = new ArrayList<>();
    for (JsonObject column : json.objects("columns")) {
      columns.add(new Column(column.text("name"), FactType.valueOf(column.text("type"))));
    }
    return new FactTable(json.text("name"), columns);
  }

  /** The tables it holds. */
  public List<FactTable> tables() {
    return tables;
  }

  /** The public key that lies beside it, which proves nothing unless it is known from elsewhere. */
  public VerifyKey enclosedKey() throws IOException, NoteException {
    return VerifyKey.parse(Files.readString(format.key()));
  }

  @Override
  public Stream<StoredEntry> entries() {
    ExportMerge merge = new ExportMerge(format, tables);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(merge, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(merge::close);
  }

  @Override
  public Stream<Unplaced> unplaced() {
    List<Unplaced> strays;
    try (ExportMerge merge = new ExportMerge(format, tables)) {
      while (merge.hasNext()) {
        merge.next();
      }
      strays = merge.strays();
    }
    return Stream.concat(strays.stream(), lines(format.unplaced()).map(ExportSource::unplaced));
  }

  private static Unplaced unplaced(JsonObject json) {
    return switch (json.text("what")) {
      case "pending" -> new Unplaced.Pending(json.uuid("entry"));
      case "skipped" -> new Unplaced.Skipped(json.uuid("entry"));
      case "row" -> new Unplaced.Row(json.text("table"), json.uuid("entry"), json.count("ordinal"));
      default -> throw json.unreadable("what");
    };
  }

  @Override
  public Stream<String> checkpoints() {
    return lines(format.checkpoints()).map(json -> json.text("note"));
  }

  @Override
  public Stream<Actor> actors() {
    return lines(format.actors())
        .map(json ->
            new Actor(
                json.uuid("id"),
                json.text("name"),
                json.text("display_name"),
                json.text("agency")));
  }

  @Override
  public Stream<Settled> settled() {
    return lines(format.settled()).map(ExportSource::settled);
  }

  private static Settled settled(JsonObject json) {
    try {
      return new Settled(json.number("size"), json.time("at"));
    } catch (IllegalArgumentException e) {
      throw json.unreadable("size");
    }
  }

  private static Stream<JsonObject> lines(Path file) {
    JsonLines lines = new JsonLines(file);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(lines::close);
  }

  @Override
  public Optional<TileSource> tiles() {
    return Files.exists(format.leaves())
        ? Optional.of(new LeafFile(format.leaves()))
        : Optional.empty();
  }

  /** The leaf hashes one after another; higher levels are not kept, for the check needs none. */
  private record LeafFile(Path file) implements TileSource {

    @Override
    public byte[] tile(int level, long index) {
      return level == 0 ? leaves(index * Tile.WIDTH, Tile.WIDTH) : new byte[0];
    }

    @Override
    public byte[] leaves(long first, int count) {
      try (RandomAccessFile leaves = new RandomAccessFile(file.toFile(), "r")) {
        long start = first * Digest.LENGTH;
        long length = Math.clamp(leaves.length() - start, 0, (long) count * Digest.LENGTH);
        byte[] bytes = new byte[(int) length];
        leaves.seek(start);
        leaves.readFully(bytes);
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
