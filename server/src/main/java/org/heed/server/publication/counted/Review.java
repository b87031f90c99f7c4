package org.heed.server.publication.counted;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a report from random draws for readers who do not know why it is before them:
 * which draw could have taken it, and what came of that. As a label, {@code frame answer chance}.
 *
 * @param chance with which it was drawn; 0 where it was not
 */
public record Review(Frame frame, Answer answer, double chance) {

  /** Which draw could have taken it. */
  public enum Frame {
    /** Flagged otherwise than by random review; flagged reports are drawn from. */
    FLAGGED,
    /** Prompted, and a reviewer whom the prompt asked has answered; not drawn from. */
    ANSWERED,
    /** Prompted, and the prompt is not answered; not drawn from. */
    WAITING,
    /** Neither; drawn from. */
    REST
  }

  /** What came of it. */
  public enum Answer {
    NOT_DRAWN,
    /** Drawn, and not decided yet. */
    UNREAD,
    YES,
    NO
  }

  /** As {@link Dimension#REVIEW} has it. */
  String label() {
    return frame.name().toLowerCase(Locale.ROOT)
        + " "
        + answer.name().toLowerCase(Locale.ROOT)
        + " "
        + chance;
  }

  /** Reads a label. */
  public static Review parse(String label) {
    List<String> parts = List.of(label.toUpperCase(Locale.ROOT).split(" ", -1));
    return new Review(
        Frame.valueOf(parts.get(0)),
        Answer.valueOf(parts.get(1)),
        Double.parseDouble(parts.get(2)));
  }
}
