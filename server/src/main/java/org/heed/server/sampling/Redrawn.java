package org.heed.server.sampling;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.heed.figures.sampling.Draw;
import org.heed.figures.sampling.Frame;

/** Whether a draw from its record brings the same sample again. */
public enum Redrawn {
  /** The same frame, and the same units in the same order. */
  SAME,
  /** Another frame than the one recorded: not all areas of it are open to the asker. */
  NOT_OPEN,
  /** Another sample: somebody changed the record. */
  OTHER;

  /**
   * Draws again.
   *
   * @param whole whether all of the frame is there for the asker
   * @param kept the sample on record, in the order drawn
   */
  public static Redrawn of(boolean whole, Draw draw, Frame frame, List<UUID> kept) {
    if (!frame.hash().equals(draw.frameHash())) {
      return whole ? OTHER : NOT_OPEN;
    }
    List<String> again = draw.from(frame).stream().map(Draw.Drawn::id).toList();
    return again.equals(kept.stream().map(UUID::toString).toList()) ? SAME : OTHER;
  }

  /** Whether what was brought is in its frame still, each unit in the stratum that it stood in. */
  public static Redrawn held(
      boolean whole, String frameHash, Frame frame, List<Frame.Unit> brought) {
    if (!frame.hash().equals(frameHash)) {
      return whole ? OTHER : NOT_OPEN;
    }
    return new HashSet<>(frame.units()).containsAll(brought) ? SAME : OTHER;
  }
}
