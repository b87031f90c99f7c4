package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.Optional;
import org.heed.server.access.Caller;

/** What is no case and lies unopened, for those who supervise. */
public interface UnopenedSource {
  /**
   * What nobody has opened, of those that are open to the asker: counts, and nothing of anybody.
   *
   * @param area of which area; empty: of any
   * @return empty where the asker sees nothing of the kind
   */
  Optional<Unopened> unopened(Caller caller, String area, Instant now);
}
