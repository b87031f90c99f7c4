package org.heed.server.home;

import java.time.Instant;
import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.home.HomePage.Work;
import org.heed.server.safeguarding.WorkItem;
import org.heed.server.safeguarding.Workloads;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** What is due and late in somebody's cases, and the way to their team's. */
@Component
class CaseWork {
  private final Workloads workloads;

  CaseWork(Workloads workloads) {
    this.workloads = workloads;
  }

  void add(Caller caller, List<Work> work) {
    if (caller.may(Right.CASES)) {
      work.add(due(workloads.mine(caller, 1)));
    }
    if (caller.may(Right.SUPERVISE)) {
      work.add(
          new Work(
              "The team’s cases",
              "Who has what, what nobody has opened, and the risk in what waits.",
              "/team"));
    }
  }

  private static String moment(WorkItem first) {
    Instant due = first.due();
    return due == null
        ? ", whose clock is stopped"
        : (first.past() ? ", was due " : ", due ") + Words.dateTime(due);
  }

  private static Work due(Workloads.Work mine) {
    if (mine.items().isEmpty()) {
      return new Work("Nothing is due in your cases", "Cases open to you are listed.", "/cases");
    }
    long late = mine.late();
    WorkItem first = mine.items().getFirst();
    return new Work(
        (late == 0 ? "" : Words.number(late) + " late, ")
            + Words.number(mine.total() - late)
            + " due in your cases",
        "The most pressing: " + first.what() + moment(first) + ".",
        "/work");
  }
}
