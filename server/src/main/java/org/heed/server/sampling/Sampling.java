package org.heed.server.sampling;

import java.util.List;
import java.util.Map;
import org.heed.figures.RefusedInput;
import org.heed.figures.sampling.Draw;
import org.heed.figures.sampling.Frame;
import org.heed.server.access.Refused;

/** Draws what was planned, or says why not. */
public final class Sampling {
  private static final int LONGEST_TITLE = 200;

  private Sampling() {}

  /** Refuses a plan without a name, or of more than people can look at. */
  public static void check(String title, Map<String, Integer> sizes, int most) {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new Refused(
          Refused.Code.INVALID, "Give a title of at most " + LONGEST_TITLE + " characters.");
    }
    long size = sizes.values().stream().mapToLong(Integer::longValue).sum();
    if (size < 1 || size > most) {
      throw new Refused(Refused.Code.INVALID, "Draw from 1 to " + most + ".");
    }
  }

  /** Draws; refused where the frame no longer has as many as were planned. */
  public static List<Draw.Drawn> draw(Draw draw, Frame frame) {
    try {
      return draw.from(frame);
    } catch (RefusedInput refused) {
      throw new Refused(
          Refused.Code.CONFLICT, "What can be drawn has changed since: look at it again.");
    }
  }
}
