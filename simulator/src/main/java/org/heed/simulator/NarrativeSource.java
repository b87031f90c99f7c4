package org.heed.simulator;

import java.util.List;

/**
 * Endless invented narratives for benchmarks, the same for the same seed. Not for several threads.
 */
public final class NarrativeSource {

  private final Chance chance;
  private final double hitShare;
  private final Composer composer = new Composer(Phrasebook.load());
  private final List<Planned> plain;
  private final List<Planned> indicating;
  private final Storyteller teller;

  private NarrativeSource(long seed, double hitShare) {
    this.chance = Chance.of(seed);
    this.hitShare = hitShare;
    Plan plan = new Plan(ForceParameters.of(seed, 4_000));
    this.teller = new Storyteller(plan);
    this.plain = plan.reports.stream().filter(r -> !r.theSituation().hit()).toList();
    this.indicating = plan.reports.stream().filter(r -> r.theSituation().hit()).toList();
  }

  /**
   * A source of narratives.
   *
   * @param hitShare share that express at least one indicator of exploitation, 0 to 1
   */
  public static NarrativeSource of(long seed, double hitShare) {
    if (!(hitShare >= 0 && hitShare <= 1)) {
      throw new IllegalArgumentException("A share is 0 to 1, not " + hitShare);
    }
    return new NarrativeSource(seed, hitShare);
  }

  /** The next narrative. */
  public String next() {
    Planned report = chance.pick(chance.yes(hitShare) ? indicating : plain);
    return teller.narrative(report, composer, chance.child(chance.bits()));
  }
}
