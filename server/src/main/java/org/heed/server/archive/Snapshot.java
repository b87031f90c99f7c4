package org.heed.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The archive as it was when it was opened: blocks in order, for many threads. */
public final class Snapshot implements AutoCloseable {
  private final List<FileChannel> files;
  private final List<BlockFiles.Place> places;
  private final Superseded superseded;
  private final long settled;
  private final int generation;
  private final long amendments;

  private Snapshot(
      List<FileChannel> files,
      List<BlockFiles.Place> places,
      Superseded superseded,
      Manifest manifest) {
    this.files = files;
    this.places = places;
    this.superseded = superseded;
    this.settled = manifest.settled();
    this.generation = manifest.generation();
    this.amendments = manifest.amended() / Superseded.BYTES;
  }

  static Snapshot open(Path folder, Manifest manifest, Superseded superseded) {
    List<FileChannel> files = new ArrayList<>();
    List<BlockFiles.Place> places = new ArrayList<>();
    try {
      for (Manifest.Part part : manifest.files()) {
        FileChannel file = FileChannel.open(folder.resolve(part.name()), StandardOpenOption.READ);
        files.add(file);
        places.addAll(BlockFiles.places(files.size() - 1, file, part.length()));
      }
      return new Snapshot(files, places, superseded, manifest);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive of narratives cannot be read", e);
    }
  }

  /** How many blocks there are. */
  public int blocks() {
    return places.size();
  }

  /** How many narratives a block holds. */
  public int size(int block) {
    return places.get(block).header().size();
  }

  /** How many narratives all blocks hold, superseded ones included. */
  public long narratives() {
    return places.stream().mapToLong(place -> place.header().size()).sum();
  }

  /** Bytes of all files. */
  public long bytes() {
    return places.stream().mapToLong(place -> BlockCodec.HEADER + place.header().packed()).sum();
  }

  /** The last position of the ledger that it holds. */
  public long settled() {
    return settled;
  }

  /** Changes when blocks were written anew, so that one's number means another. */
  public int generation() {
    return generation;
  }

  /** Grows with every later version that came in. */
  public long amendments() {
    return amendments;
  }

  /** Whether a later version of the narrative has come in. */
  public boolean isSuperseded(Block block, int i) {
    return superseded.is(block.report(i), block.version(i));
  }

  /** A reader for one thread. */
  public BlockReader reader() {
    return new BlockReader(this);
  }

  BlockFiles.Place place(int block) {
    return places.get(block);
  }

  FileChannel file(BlockFiles.Place place) {
    return files.get(place.file());
  }

  @Override
  public void close() {
    try {
      for (FileChannel file : files) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the archive of narratives cannot be closed", e);
    }
  }
}
