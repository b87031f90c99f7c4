package org.heed.server;

import org.jspecify.annotations.Nullable;

/** Heed could not start; the message is one plain sentence for whoever started it. */
public final class StartFailure extends RuntimeException {
  public StartFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
