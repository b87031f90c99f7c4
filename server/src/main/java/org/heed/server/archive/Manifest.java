package org.heed.server.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What of the archive's files counts: everything behind the lengths written here is left from a
 * kill. Replaced whole, so that it is the old or the new.
 *
 * @param settled the last position of the ledger that the archive holds; −1 for none
 * @param leaf the ledger's leaf at that position, by which another record is told; null for none
 * @param generation counts how often blocks were written anew, which moves all that follow
 * @param files the files of blocks, in order
 * @param amended bytes of the list of superseded versions that count
 * @param purged bytes of the list of positions taken out that count
 * @param withheld what was closed when its turn came
 */
record Manifest(
    long settled,
    @Nullable Digest leaf,
    int generation,
    List<Part> files,
    long amended,
    long purged,
    Set<Withheld> withheld) {
  static final Manifest NONE = new Manifest(-1, null, 0, List.of(), 0, 0, Set.of());

  private static final String NAME = "manifest";
  private static final String TITLE = "heed-archive 1";

  /** A file of blocks and how much of it counts. */
  record Part(String name, long length) {}

  Manifest {
    files = List.copyOf(files);
    withheld = Set.copyOf(withheld);
  }

  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return NONE;
    }
    try {
      return parse(Files.readAllLines(file));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DamagedArchive("the archive's manifest cannot be read", e);
    }
  }

  private static Manifest parse(List<String> lines) {
    if (!lines.getFirst().equals(TITLE)) {
      throw new DamagedArchive("the archive is of another version of Heed");
    }
    String[] head = lines.get(1).split(" ", -1);
    List<Part> files = new ArrayList<>();
    Set<Withheld> withheld = new HashSet<>();
    for (String line : lines.subList(2, lines.size())) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("file")) {
        files.add(new Part(words[1], Long.parseLong(words[2])));
      } else {
        withheld.add(new Withheld(UUID.fromString(words[1]), Long.parseLong(words[2])));
      }
    }
    return new Manifest(
        Long.parseLong(head[0]),
        head[1].isEmpty() ? null : Digest.parseHex(head[1]),
        Integer.parseInt(head[2]),
        files,
        Long.parseLong(head[3]),
        Long.parseLong(head[4]),
        withheld);
  }

  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    text.append(settled)
        .append(' ')
        .append(leaf == null ? "" : HexFormat.of().formatHex(leaf.bytes()))
        .append(' ')
        .append(generation)
        .append(' ')
        .append(amended)
        .append(' ')
        .append(purged)
        .append('\n');
    for (Part file : files) {
      text.append("file ").append(file.name()).append(' ').append(file.length()).append('\n');
    }
    for (Withheld one : withheld) {
      text.append("withheld ").append(one.report()).append(' ').append(one.position()).append('\n');
    }
    Path fresh = folder.resolve(NAME + ".new");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }
}
