package org.heed.server.home;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.home.HomePage.Alarm;
import org.heed.server.home.HomePage.Work;
import org.heed.server.tellus.Inbox;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** What waits in the inbox, and the alarm of what nobody has read. */
@Component
class InboxWork {
  private final Inbox inbox;
  private final Clock clock;

  InboxWork(Inbox inbox, Clock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  void add(Caller caller, List<Alarm> alarms, List<Work> work) {
    if (!caller.may(Right.MESSAGES)) {
      return;
    }
    Inbox.Counts counts = inbox.counts(caller);
    Instant oldest = counts.oldest();
    if (counts.overdue() > 0 && oldest != null) {
      alarms.add(
          new Alarm(
              Words.count(counts.overdue(), "message has", "messages have")
                  + " been left unread past the time. The oldest came "
                  + Words.age(oldest, clock.instant())
                  + " ago.",
              "/inbox"));
    }
    if (counts.late() > 0) {
      alarms.add(
          new Alarm(
              Words.count(counts.late(), "message was", "messages were")
                  + " opened and not decided in time.",
              "/inbox"));
    }
    long open = counts.unread() + counts.waiting();
    String says =
        oldest == null
            ? "Nothing is unread."
            : Words.count(counts.unread(), "is", "are")
                + " unread, the oldest for "
                + Words.age(oldest, clock.instant())
                + ".";
    work.add(
        new Work(
            Words.count(open, "message in the inbox", "messages in the inbox")
                + (counts.mine() == 0 ? "" : ", " + Words.number(counts.mine()) + " yours"),
            says,
            "/inbox"));
  }
}
