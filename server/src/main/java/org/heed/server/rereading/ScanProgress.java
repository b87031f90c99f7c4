package org.heed.server.rereading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.heed.server.archive.Asked;
import org.jspecify.annotations.Nullable;

/**
 * How far a scan has come and what it found, kept in a file from which it goes on after a kill. The
 * file holds identifiers and counts, no words. It is appended to in chunks, each with its checksum;
 * a chunk that a kill cut short is read again.
 */
public final class ScanProgress implements AutoCloseable {
  private static final int BLOCKS_PER_CHUNK = 32;

  private final @Nullable FileChannel file;
  private final Map<Place, Tally> tallies = new TreeMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<BlockResult> unwritten = new ArrayList<>();
  private int next;

  private ScanProgress(@Nullable FileChannel file) {
    this.file = file;
  }

  /** One that is kept in memory alone. */
  public static ScanProgress inMemory() {
    return new ScanProgress(null);
  }

  /**
   * One that goes on where the file stopped, if it is of the same job.
   *
   * @param job tells one job from another
   * @throws RereadingFailure where the same job runs already
   */
  static ScanProgress in(Path path, String job) {
    try {
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      FileChannel file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(file);
      ScanProgress progress = new ScanProgress(file);
      progress.load(job);
      return progress;
    } catch (IOException e) {
      throw new UncheckedIOException("the progress of the re-read cannot be kept", e);
    }
  }

  private static void lock(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this process: the same as held by another.
    }
    file.close();
    throw new RereadingFailure("The same re-read runs already: wait for it.");
  }

  private void load(String job) throws IOException {
    FileChannel from = java.util.Objects.requireNonNull(file);
    long good = 0;
    byte @Nullable [] chunk = chunk(from, 0);
    if (chunk != null && new String(chunk, StandardCharsets.UTF_8).equals(job)) {
      good = from.position();
      for (chunk = chunk(from, good); chunk != null; chunk = chunk(from, good)) {
        take(chunk);
        good = from.position();
      }
    }
    from.truncate(good);
    from.position(good);
    if (good == 0) {
      write(job.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte @Nullable [] chunk(FileChannel from, long at) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(8);
    from.position(at);
    if (from.size() < at + head.capacity() || from.read(head) < head.capacity()) {
      return null;
    }
    int length = head.getInt(0);
    if (length < 0 || from.size() < at + head.capacity() + length) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (from.read(bytes) < 0) {
        return null;
      }
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), 0, length);
    return head.getInt(4) == (int) crc.getValue() ? bytes.array() : null;
  }

  private void write(byte[] chunk) throws IOException {
    if (file == null) {
      return;
    }
    CRC32C crc = new CRC32C();
    crc.update(chunk, 0, chunk.length);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + chunk.length)
            .putInt(chunk.length)
            .putInt((int) crc.getValue())
            .put(chunk)
            .flip();
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  private void take(byte[] chunk) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(chunk));
    int blocks = in.readInt();
    for (int places = in.readInt(); places > 0; places--) {
      Place place = new Place(in.readUTF(), in.readInt());
      Tally tally = new Tally(in.readLong(), in.readLong(), in.readLong(), 0, 0, 0);
      tallies.merge(place, tally, Tally::plus);
    }
    for (int found = in.readInt(); found > 0; found--) {
      candidates.add(
          new Candidate(
              new UUID(in.readLong(), in.readLong()),
              in.readInt(),
              new Place(in.readUTF(), in.readInt()),
              Asked.of(in.readByte()),
              Asked.of(in.readByte())));
    }
    next += blocks;
  }

  private static byte[] bytes(List<BlockResult> results) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Map<Place, Tally> sums = new TreeMap<>();
    results.forEach(result ->
        result.tallies().forEach((place, tally) -> sums.merge(place, tally, Tally::plus)));
    out.writeInt(results.size());
    out.writeInt(sums.size());
    for (Map.Entry<Place, Tally> sum : sums.entrySet()) {
      out.writeUTF(sum.getKey().area());
      out.writeInt(sum.getKey().year());
      out.writeLong(sum.getValue().reports());
      out.writeLong(sum.getValue().askedBefore());
      out.writeLong(sum.getValue().askedAfter());
    }
    out.writeInt(results.stream().mapToInt(result -> result.candidates().size()).sum());
    for (BlockResult result : results) {
      for (Candidate found : result.candidates()) {
        out.writeLong(found.report().getMostSignificantBits());
        out.writeLong(found.report().getLeastSignificantBits());
        out.writeInt(found.version());
        out.writeUTF(found.place().area());
        out.writeInt(found.place().year());
        out.writeByte(found.before().code());
        out.writeByte(found.after().code());
      }
    }
    return bytes.toByteArray();
  }

  /** The next block to be read. */
  public int next() {
    return next;
  }

  /** What the next block came to. */
  void add(BlockResult result) {
    next++;
    result.tallies().forEach((place, tally) -> tallies.merge(place, tally, Tally::plus));
    candidates.addAll(result.candidates());
    unwritten.add(result);
    if (unwritten.size() == BLOCKS_PER_CHUNK) {
      keep();
    }
  }

  private void keep() {
    try {
      write(bytes(unwritten));
      unwritten.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("the progress of the re-read cannot be kept", e);
    }
  }

  /** Counts of what was read, by area and year; what changed is counted once it is looked up. */
  public Map<Place, Tally> tallies() {
    return tallies;
  }

  /** Reports about which something else would be asked. */
  List<Candidate> candidates() {
    return candidates;
  }

  /** How many those are. */
  public int changes() {
    return candidates.size();
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        keep();
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the progress of the re-read cannot be kept", e);
    }
  }
}
