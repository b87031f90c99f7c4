package org.heed.text;

/** A rulebook is valid by itself but cannot be compiled to something that fits in memory. */
public final class RulebookTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RulebookTooLargeException(String message) {
    super(message);
  }
}
