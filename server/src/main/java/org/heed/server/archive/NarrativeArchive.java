package org.heed.server.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.heed.ledger.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The archive's files, held for writing: one process at a time. Blocks are only ever added; a purge
 * writes those anew that held what is gone. Readers hold a {@link Snapshot}, which no later writing
 * disturbs.
 */
public final class NarrativeArchive implements AutoCloseable {
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();
  private static final int BLOCK_BYTES = 1 << 20;
  private static final int BLOCK_RECORDS = 4096;
  private static final long FILE_BYTES = 256L << 20;
  private static final String BLOCKS = "narratives-";
  private static final String AMENDED = "amended";
  private static final String PURGED = "purged";

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final BlockCodec codec = new BlockCodec();
  private final List<Kept> waiting = new ArrayList<>();
  private final ByteArrayOutputStream amendments = new ByteArrayOutputStream();
  private Manifest manifest;
  private @Nullable FileChannel file;
  private long waitingBytes;

  private NarrativeArchive(Path folder, FileChannel lockFile, FileLock lock, Manifest manifest) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
    this.manifest = manifest;
  }

  /**
   * Opens the archive in a folder, made where there is none; waits while somebody else holds it.
   *
   * @throws DamagedArchive where its manifest cannot be read; {@link #clear} makes a new beginning
   */
  public static NarrativeArchive open(Path folder) {
    IN_THIS_PROCESS.lock();
    try {
      BlockFiles.createFolder(folder);
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lockFile.lock();
      Manifest manifest;
      try {
        manifest = Manifest.read(folder);
      } catch (DamagedArchive e) {
        manifest = Manifest.NONE;
      }
      return new NarrativeArchive(folder, lockFile, lock, manifest);
    } catch (IOException e) {
      IN_THIS_PROCESS.unlock();
      throw new UncheckedIOException("the archive of narratives cannot be opened", e);
    }
  }

  /** The last position of the ledger that it holds; −1 for none. */
  public long settled() {
    return manifest.settled();
  }

  /** The ledger's leaf at that position. */
  public @Nullable Digest leaf() {
    return manifest.leaf();
  }

  /** What was closed when its turn came. */
  Set<Withheld> withheld() {
    return manifest.withheld();
  }

  /** Positions whose narratives were taken out. */
  public Set<Long> purged() {
    Set<Long> positions = new HashSet<>();
    ByteBuffer in = ByteBuffer.wrap(list(PURGED, manifest.purged()));
    while (in.remaining() >= Long.BYTES) {
      positions.add(in.getLong());
    }
    return positions;
  }

  /** Adds a narrative; it counts from the next {@link #commit} on. */
  public void add(Kept narrative) {
    waiting.add(narrative);
    waitingBytes += narrative.text().length;
    if (narrative.version() > 1) {
      amendments.writeBytes(Superseded.record(narrative.report(), narrative.version()));
    }
    if (waitingBytes >= BLOCK_BYTES || waiting.size() >= BLOCK_RECORDS) {
      writeBlock();
    }
  }

  private void writeBlock() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      FileChannel to = file();
      BlockFiles.write(to, codec.pack(waiting));
      waiting.clear();
      waitingBytes = 0;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private FileChannel file() throws IOException {
    FileChannel open = file;
    if (open != null && open.position() < FILE_BYTES) {
      return open;
    }
    if (open != null) {
      closeFile(open);
    }
    List<Manifest.Part> files = manifest.files();
    boolean full = files.isEmpty() || files.getLast().length() >= FILE_BYTES;
    Manifest.Part part = full ? new Manifest.Part(name(highest(files) + 1), 0) : files.getLast();
    if (full) {
      manifest = with(manifest, files, part);
    }
    FileChannel fresh = BlockFiles.append(folder.resolve(part.name()), part.length());
    file = fresh;
    return fresh;
  }

  /** Notes how long the file has become, and that it is on disk. */
  private void closeFile(FileChannel open) throws IOException {
    open.force(true);
    List<Manifest.Part> files = new ArrayList<>(manifest.files());
    Manifest.Part last = files.removeLast();
    manifest = with(manifest, files, new Manifest.Part(last.name(), open.position()));
    open.close();
    file = null;
  }

  private static Manifest with(Manifest old, List<Manifest.Part> files, Manifest.Part last) {
    List<Manifest.Part> all = new ArrayList<>(files);
    all.add(last);
    return new Manifest(
        old.settled(),
        old.leaf(),
        old.generation(),
        all,
        old.amended(),
        old.purged(),
        old.withheld());
  }

  private static int highest(List<Manifest.Part> files) {
    return files.stream()
        .mapToInt(part -> Integer.parseInt(part.name().substring(BLOCKS.length())))
        .max()
        .orElse(0);
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "%s%06d", BLOCKS, number);
  }

  /** Makes what was added count, where nothing was closed. */
  public void commit(long settled, @Nullable Digest leaf) {
    commit(settled, leaf, manifest.withheld());
  }

  /**
   * Makes what was added count.
   *
   * @param settled the last position that is in
   * @param leaf the ledger's leaf there
   * @param withheld what up to there was closed
   */
  void commit(long settled, @Nullable Digest leaf, Set<Withheld> withheld) {
    writeBlock();
    try {
      FileChannel open = file;
      if (open != null) {
        closeFile(open);
      }
      long amended = appendTo(AMENDED, manifest.amended(), amendments.toByteArray());
      amendments.reset();
      manifest =
          new Manifest(
              settled,
              leaf,
              manifest.generation(),
              manifest.files(),
              amended,
              manifest.purged(),
              withheld);
      manifest.write(folder);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private long appendTo(String name, long length, byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return length;
    }
    try (FileChannel list = BlockFiles.append(folder.resolve(name), length)) {
      BlockFiles.write(list, bytes);
      list.force(true);
      return list.position();
    }
  }

  private byte[] list(String name, long length) {
    if (length == 0) {
      return new byte[0];
    }
    byte[] bytes = new byte[Math.toIntExact(length)];
    try (FileChannel list = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
      BlockFiles.readFully(list, 0, bytes, bytes.length);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("the archive of narratives cannot be read", e);
    }
  }

  /** Takes narratives out for good: the files that held them are written anew without them. */
  public void purge(Set<Long> positions) {
    if (positions.isEmpty()) {
      return;
    }
    List<Manifest.Part> files = new ArrayList<>();
    List<Path> old = new ArrayList<>();
    int number = highest(manifest.files());
    try {
      for (Manifest.Part part : manifest.files()) {
        Path before = folder.resolve(part.name());
        String name = part.name();
        long length = part.length();
        if (holds(before, part.length(), positions)) {
          name = name(++number);
          length = without(before, part.length(), folder.resolve(name), positions);
          old.add(before);
        }
        files.add(new Manifest.Part(name, length));
      }
      byte[] list = new byte[positions.size() * Long.BYTES];
      ByteBuffer out = ByteBuffer.wrap(list);
      positions.forEach(out::putLong);
      long purged = appendTo(PURGED, manifest.purged(), list);
      manifest =
          new Manifest(
              manifest.settled(),
              manifest.leaf(),
              manifest.generation() + 1,
              files,
              manifest.amended(),
              purged,
              manifest.withheld());
      manifest.write(folder);
      for (Path gone : old) {
        Files.deleteIfExists(gone);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static boolean holds(Path path, long length, Set<Long> positions) throws IOException {
    try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
      return BlockFiles.places(0, in, length).stream()
          .anyMatch(place -> touches(place.header(), positions));
    }
  }

  private static boolean touches(BlockCodec.Header header, Set<Long> positions) {
    return positions.stream()
        .anyMatch(position -> position >= header.first() && position <= header.last());
  }

  private long without(Path from, long length, Path to, Set<Long> positions) throws IOException {
    Block block = new Block();
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out = BlockFiles.append(to, 0)) {
      for (BlockFiles.Place place : BlockFiles.places(0, in, length)) {
        byte[] frame = new byte[place.header().packed()];
        BlockFiles.readFully(in, place.offset() + BlockCodec.HEADER, frame, frame.length);
        codec.unpack(place.header(), frame, block);
        List<Kept> left = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
          if (!positions.contains(block.position(i))) {
            left.add(block.kept(i));
          }
        }
        if (!left.isEmpty()) {
          BlockFiles.write(out, codec.pack(left));
        }
      }
      out.force(true);
      return out.position();
    }
  }

  /** Throws everything away. */
  public void clear() {
    waiting.clear();
    waitingBytes = 0;
    amendments.reset();
    try {
      if (file != null) {
        file.close();
        file = null;
      }
      manifest = Manifest.NONE;
      manifest.write(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path path : files.toList()) {
          String name = String.valueOf(path.getFileName());
          if (name.startsWith(BLOCKS) || name.equals(AMENDED) || name.equals(PURGED)) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** What counts now, for reading. */
  public Snapshot snapshot() {
    return Snapshot.open(folder, manifest, Superseded.of(list(AMENDED, manifest.amended())));
  }

  private static UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException("the archive of narratives cannot be written", e);
  }

  @Override
  public void close() {
    try {
      codec.close();
      if (file != null) {
        file.close();
      }
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the archive of narratives cannot be closed", e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
