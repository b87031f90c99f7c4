package org.heed.server.rereading;

import java.io.Serial;

/** A re-read cannot go on; the message is one plain sentence with what to do. */
public final class RereadingFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  RereadingFailure(String message) {
    super(message);
  }

  RereadingFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
