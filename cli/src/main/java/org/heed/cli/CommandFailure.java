package org.heed.cli;

import java.io.Serial;

/**
 * A command cannot do what was asked. The message is one plain sentence for the person at the
 * terminal that says what happened and what to do; it never carries personal text.
 */
public final class CommandFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public CommandFailure(String message) {
    super(message);
  }

  public CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
