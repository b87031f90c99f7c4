package org.heed.server.home;

import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.home.HomePage.Work;
import org.heed.server.notice.Notices;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/** What somebody was told of and has not opened. */
@Component
class NoticeWork {
  private final Notices notices;

  NoticeWork(Notices notices) {
    this.notices = notices;
  }

  void add(Caller caller, List<Work> work) {
    if (!caller.may(Right.CASES) && !caller.may(Right.INSPECT)) {
      return;
    }
    long unopened = notices.unopened(caller);
    work.add(
        new Work(
            unopened == 0
                ? "Notices"
                : Words.count(unopened, "notice is not opened", "notices are not opened"),
            "That something nears, is due or is past its time.",
            "/notices"));
  }
}
