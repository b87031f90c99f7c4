package org.heed.server.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.disclosure.SubjectAccess;
import org.heed.server.home.HomePage.Work;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** Requests for what is held about somebody, with their last days and without anybody's name. */
@Component
class HeldWork {
  private final SubjectAccess access;
  private final Clock clock;

  HeldWork(SubjectAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  void add(Caller caller, List<HomePage.Alarm> alarms, List<Work> work) {
    if (!caller.may(Right.SUBJECT_ACCESS)) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    List<SubjectAccess.Waiting> waiting = access.waiting(caller);
    for (SubjectAccess.Waiting one : waiting) {
      String href = "/people/" + one.person() + "/held";
      String last = Words.date(one.answerBy());
      if (today.isAfter(one.answerBy())) {
        alarms.add(
            new HomePage.Alarm(
                "A request for what is held about somebody was to be answered by " + last + ".",
                href));
      }
      work.add(
          new Work(
              "Answer by " + last + ": what is held about somebody",
              "Received on " + Words.date(one.receivedOn()) + ".",
              href));
    }
    if (waiting.isEmpty()) {
      work.add(
          new Work(
              "What is held about somebody",
              "No request waits. Find the person to record one.",
              "/people"));
    }
  }
}
