package org.heed.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Unpacks blocks of a snapshot, with buffers of its own; for one thread at a time. */
public final class BlockReader implements AutoCloseable {
  private final Snapshot snapshot;
  private final BlockCodec codec = new BlockCodec();
  private final Block block = new Block();
  private byte[] frame = new byte[0];

  BlockReader(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The block of that number; the one given before is gone then. */
  public Block read(int number) {
    BlockFiles.Place place = snapshot.place(number);
    if (frame.length < place.header().packed()) {
      frame = new byte[place.header().packed()];
    }
    try {
      BlockFiles.readFully(
          snapshot.file(place), place.offset() + BlockCodec.HEADER, frame, place.header().packed());
    } catch (IOException e) {
      throw new UncheckedIOException("the archive of narratives cannot be read", e);
    }
    codec.unpack(place.header(), frame, block);
    return block;
  }

  @Override
  public void close() {
    codec.close();
  }
}
