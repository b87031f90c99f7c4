package org.heed.server.notice;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.safeguarding.WorkItem;
import org.springframework.stereotype.Service;

/**
 * Somebody's deadlines as an iCalendar (RFC 5545): each has a number and a link, and no word of
 * whom or what it is about.
 */
@Service
public class CalendarFeed {
  private final NoticeSettings settings;

  public CalendarFeed(NoticeSettings settings) {
    this.settings = settings;
  }

  /**
   * The calendar of what somebody has to do.
   *
   * @param actions what they answer for by name after inspections
   */
  public String of(List<WorkItem> items, List<OtherDeadline> actions, Instant now) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Heed//Deadlines//EN");
    calendar.setMethod(Method.publish());
    calendar.setExperimentalProperty("X-WR-CALNAME", "Heed");
    Map<String, VEvent> events = new LinkedHashMap<>();
    items.forEach(item -> {
      Instant due = item.due();
      if (due != null) {
        String uid = uid(item, due);
        events.putIfAbsent(uid, event(uid, item.number(), "/cases/" + item.caseFile(), due, now));
      }
    });
    actions.forEach(one -> {
      String uid = one.id() + "-" + one.due().getEpochSecond() + "@heed";
      events.putIfAbsent(
          uid, event(uid, one.number(), "/inspections/actions#" + one.id(), one.due(), now));
    });
    events.values().forEach(calendar::addEvent);
    return Biweekly.write(calendar).go();
  }

  private VEvent event(String uid, String number, String path, Instant due, Instant now) {
    VEvent event = new VEvent();
    event.setUid(uid);
    event.setDateTimeStamp(Date.from(now));
    event.setDateStart(Date.from(due));
    event.setSummary("Heed: due, " + number);
    event.setUrl(URI.create(settings.address() + path).toString());
    event.setClassification("CONFIDENTIAL");
    return event;
  }

  /** One for what is due in a case at a moment: how many things that are is nobody's business. */
  private static String uid(WorkItem item, Instant due) {
    return item.caseFile() + "-" + due.getEpochSecond() + "@heed";
  }
}
