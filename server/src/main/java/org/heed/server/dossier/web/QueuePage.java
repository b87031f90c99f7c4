package org.heed.server.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.review.ReviewQueue.Waiting;
import org.heed.server.review.Triage;
import org.heed.server.web.Page;

/**
 * The model of {@code dossier/queue.jte}.
 *
 * @param triages what re-reads newly prompted
 * @param me who looks
 * @param now when
 */
public record QueuePage(Page page, Waiting waiting, List<Triage> triages, UUID me, Instant now) {
  public QueuePage {
    triages = List.copyOf(triages);
  }

  /** Whose it is. */
  public String owner(Triage triage) {
    return triage
        .owner()
        .map(owner -> owner.equals(me) ? "You" : triage.ownerName())
        .orElse("Nobody supervises the area");
  }

  /** Whether its time has passed. */
  public boolean isLate(Triage triage) {
    return triage.dueAt().isBefore(now);
  }
}
