package org.heed.bench;

/** A benchmark that could not be made, in one sentence. */
final class BenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  BenchFailure(String message) {
    super(message);
  }
}
