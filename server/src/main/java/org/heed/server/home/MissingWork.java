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
    work.add(
        new Work(
            Words.count(counts.missing(), "person is missing", "people are missing"),
            counts.missing() == 0
                ? "Interviews that are still open are there too."
                : "The ungraded first, then by grade and time.",
            "/missing"));
  }
}
