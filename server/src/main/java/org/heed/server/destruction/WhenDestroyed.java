package org.heed.server.destruction;

/**
 * Told that content was destroyed and that this is settled: a copy beside the record forgets it.
 */
@FunctionalInterface
public interface WhenDestroyed {
  /** Takes out of the copy what the record holds no longer. */
  void destroyed();
}
