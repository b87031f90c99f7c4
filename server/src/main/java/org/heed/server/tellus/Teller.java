package org.heed.server.tellus;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page itself as the database knows it: takes in what is told, and can read none of it. */
@Component
class Teller {
  private static final Duration BEFORE_EXPIRY = Duration.ofDays(1);

  private final Accounts accounts;
  private final Sessions sessions;
  private final Clock clock;
  private volatile @Nullable Caller caller;

  Teller(Accounts accounts, Sessions sessions, Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Its session, opened on first use and again before it ends. */
  Caller caller() {
    Caller own = caller;
    if (own == null || own.expiresAt().minus(BEFORE_EXPIRY).isBefore(clock.instant())) {
      own =
          sessions.openService(
              accounts.service("tell-us", "Heed’s page Tell us"), EnumSet.of(Right.TELL));
      caller = own;
    }
    return own;
  }
}
