package org.heed.server.safeguarding.web;

import java.time.Instant;
import java.util.List;
import org.heed.server.safeguarding.WorkItem;
import org.heed.server.safeguarding.Workloads.Work;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;
import org.heed.server.web.Words;

/** The model of {@code safeguarding/work.jte}: what somebody has to do, the most pressing first. */
public record WorkPage(Page page, Work work, Instant now) {

  public List<WorkItem> items() {
    return work.items();
  }

  public Paging paging() {
    return new Paging("/work", work.page(), work.pages());
  }

  /** How much there is in all. */
  public String all() {
    return Words.count(work.total(), "thing to do", "things to do")
        + ", "
        + Words.number(work.late())
        + " past "
        + (work.late() == 1 ? "its time." : "their time.");
  }

  public List<WorkItem> late() {
    return items().stream().filter(WorkItem::past).toList();
  }

  public List<WorkItem> due() {
    return items().stream().filter(one -> !one.past() && one.stopped() == null).toList();
  }

  /** Clocks that stand still. */
  public List<WorkItem> stopped() {
    return items().stream().filter(one -> one.stopped() != null).toList();
  }

  public String away(WorkItem item) {
    Instant due = item.due();
    return due == null ? "" : Words.away(due, now);
  }

  /** Its moment. */
  public static String by(WorkItem item) {
    Instant due = item.due();
    return due == null ? "" : Words.dateTime(due);
  }

  /** Since when it stands still, and because of what. */
  public static String stop(WorkItem item) {
    Instant since = item.stopped();
    String by = item.stoppedBy();
    return since == null || by == null
        ? ""
        : "Since " + Words.dateTime(since) + ", because: " + by.replace('-', ' ');
  }

  /** Where it is done. */
  public static String href(WorkItem item) {
    return "/cases/"
        + item.caseFile()
        + switch (item.of()) {
          case CLOCK -> "/clocks";
          case ACTION -> "/plan";
        };
  }

  public static String of(WorkItem item) {
    return switch (item.of()) {
      case CLOCK -> item.past() ? "Clock, nothing on record" : "Clock";
      case ACTION -> "Action";
    };
  }
}
