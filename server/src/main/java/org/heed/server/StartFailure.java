package org.heed.server;

/** Heed could not start; the message is one plain sentence for whoever started it. */
public final class StartFailure extends RuntimeException {
  public StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
