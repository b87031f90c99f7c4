package org.heed.cli.reading;

/** A line is not a narrative. The message says why, without the line's content. */
final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedLineException(String message) {
    super(message);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
