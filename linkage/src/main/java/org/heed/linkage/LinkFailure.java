package org.heed.linkage;

import java.io.Serial;

/**
 * Linking cannot be done with what was given. The message is plain words for whoever gave it, with
 * file, line, column and cure where there are such; it never carries a person's values.
 */
public final class LinkFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public LinkFailure(String message) {
    super(message);
  }

  public LinkFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
