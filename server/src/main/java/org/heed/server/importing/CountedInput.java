package org.heed.server.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes taken; closes what it reads from only where that is its own. */
final class CountedInput extends FilterInputStream {
  private final AtomicLong taken;
  private final boolean own;

  CountedInput(InputStream in, AtomicLong taken, boolean own) {
    super(in);
    this.taken = taken;
    this.own = own;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    taken.addAndGet(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    taken.addAndGet(Math.max(read, 0));
    return read;
  }

  @Override
  public void close() throws IOException {
    if (own) {
      super.close();
    }
  }
}
