package org.heed.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Heed could not start; the message is one plain sentence for whoever started it. */
public final class StartFailure extends RuntimeException {
  public StartFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** A file of the data folder could not be read or written. */
  static StartFailure unwritable(Path data, Throwable cause) {
    return new StartFailure(
        "The data folder "
            + data
            + " cannot be written: give this user the right to, see that its disk is not full, or"
            + " choose another folder with --data.",
        cause);
  }
}
