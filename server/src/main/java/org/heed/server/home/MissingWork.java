package org.heed.server.home;

import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.home.HomePage.Alarm;
import org.heed.server.home.HomePage.Work;
import org.heed.server.missing.Missing;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** Who is missing now, and the alarm of those whose risk nobody has graded. */
@Component
class MissingWork {
  private final Missing missing;

  MissingWork(Missing missing) {
    this.missing = missing;
  }

  void add(Caller caller, List<Alarm> alarms, List<Work> work) {
    if (!caller.may(Right.PEOPLE)) {
      return;
    }
    Missing.Counts counts = missing.counts(caller);
    if (counts.ungraded() > 0) {
      alarms.add(
          new Alarm(
              "Nobody has graded the risk to "
                  + Words.count(counts.ungraded(), "person", "people")
                  + " who "
                  + (counts.ungraded() == 1 ? "is" : "are")
                  + " missing.",
              "/missing"));
    }
    if (counts.meetings() > 0) {
      alarms.add(
          new Alarm(
              "Repeat episodes of "
                  + Words.count(counts.meetings(), "child ask", "children ask")
                  + " for a strategy meeting"
                  + (counts.mine() == 0
                      ? "."
                      : ": " + Words.number(counts.mine()) + " for you to call."),
              "/missing"));
    }
    work.add(
        new Work(
            Words.count(counts.missing(), "person is missing", "people are missing"),
            counts.owing() == 0
                ? "The ungraded first, then by grade and time."
                : "Of those found, "
                    + Words.count(counts.owing(), "waits", "wait")
                    + " for an interview.",
            "/missing"));
  }
}
