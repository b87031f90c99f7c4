package org.heed.linkage;

/** Hears how far linking has come. Called by one thread at a time. */
@FunctionalInterface
public interface LinkListener {
  /** So many of so many pairs within blocks have been gone through. */
  void gone(long done, long total);

  /** Hears nothing. */
  static LinkListener deaf() {
    return (done, total) -> {};
  }
}
