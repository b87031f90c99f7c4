package org.heed.server.review;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.heed.rulebook.Draws;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.recognition.WhenReportRead;
import org.heed.server.report.ReportRecorded;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.heed.text.Reading;
import org.springframework.stereotype.Component;

/**
 * Puts reports before reviewers: each one that prompts, and some of the others by a known chance.
 * The draw is recorded as a fact; the queue does not show which of the two it was.
 */
@Component
public class ReviewDraws implements WhenReportRead {
  /** Stream of reports that prompt. */
  public static final String PROMPTED = "prompted";

  /** Stream of random reports that nothing prompted. */
  public static final String RANDOM_UNFLAGGED = "random-unflagged";

  /** Stream of random flagged reports. */
  public static final String RANDOM_FLAGGED = "random-flagged";

  /** Stream of reports that a re-read newly prompted. */
  public static final String REREAD = "reread";

  private final RulebookInForce rulebook;
  private final RandomGenerator random;

  public ReviewDraws(RulebookInForce rulebook, RandomGenerator random) {
    this.rulebook = rulebook;
    this.random = random;
  }

  @Override
  public void read(Act act, ReportRecorded event, Reading reading) {
    double chance = draws().chanceUnprompted();
    if (reading.ask().isPresent()) {
      draw(act, event.report(), event.version(), PROMPTED, 1);
    } else if (random.nextDouble() < chance) {
      draw(act, event.report(), event.version(), RANDOM_UNFLAGGED, chance);
    }
  }

  /** When a report is flagged, perhaps puts it before someone else too. */
  public void flagged(Act act, UUID report, int version) {
    double chance = draws().chanceFlagged();
    if (random.nextDouble() < chance) {
      draw(act, report, version, RANDOM_FLAGGED, chance);
    }
  }

  private Draws draws() {
    return rulebook.rulebook().prompts().draws();
  }

  private static void draw(Act act, UUID report, int version, String stream, double chance) {
    act.add(Tables.REVIEW_DRAW, report, version, stream, chance);
  }
}
