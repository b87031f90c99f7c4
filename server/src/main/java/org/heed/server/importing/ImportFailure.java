package org.heed.server.importing;

import org.jspecify.annotations.Nullable;

/**
 * An import cannot go on; the message is for whoever started it: plain, with the cure, never with
 * personal text. What went in before stays in.
 */
public final class ImportFailure extends RuntimeException {
  public ImportFailure(String sentence) {
    super(sentence);
  }

  public ImportFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
