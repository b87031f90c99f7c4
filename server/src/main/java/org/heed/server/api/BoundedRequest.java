package org.heed.server.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body has an end, whether or not it said how long it is. */
final class BoundedRequest extends HttpServletRequestWrapper {
  static final int MOST_MEBIBYTES = 64;
  static final long MOST_BYTES = MOST_MEBIBYTES * 1024L * 1024L;

  BoundedRequest(HttpServletRequest request) {
    super(request);
  }

  /** The body went past the end. */
  static final class TooLarge extends IOException {
    private TooLarge() {
      super("body past " + MOST_MEBIBYTES + " MiB");
    }
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream());
  }

  private static final class Bounded extends ServletInputStream {
    private final ServletInputStream body;
    private long read;

    Bounded(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      if (next >= 0) {
        count(1);
      }
      return next;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int got = body.read(into, from, most);
      if (got > 0) {
        count(got);
      }
      return got;
    }

    private void count(int bytes) throws TooLarge {
      read += bytes;
      if (read > MOST_BYTES) {
        throw new TooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
