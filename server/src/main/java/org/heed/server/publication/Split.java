package org.heed.server.publication;

import java.util.List;
import org.heed.figures.decompose.Accounting;

/**
 * The accounting split of the change between the period before and the one asked about, as both are
 * known at one moment. Its parts are recounts with one thing changed at a time, averaged over the
 * order; what none of the steps touches is the rest. Rest and parts add up to the change.
 *
 * @param before the period before
 * @param after the period asked about
 * @param accounting the change among what no step touches, and each step's part
 * @param notSplit what could not be taken as a step, and why, in sentences
 */
public record Split(long before, long after, Accounting accounting, List<String> notSplit) {
  public Split {
    notSplit = List.copyOf(notSplit);
  }

  /** The change among what no step touches. */
  public long rest() {
    return accounting.from();
  }

  /** A step and its part of the change. */
  public record Share(Step step, long part) {}

  /** Each step's part, in order. */
  public List<Share> shares() {
    return accounting.parts().stream()
        .map(part -> new Share(Step.valueOf(part.step()), part.whole()))
        .toList();
  }
}
