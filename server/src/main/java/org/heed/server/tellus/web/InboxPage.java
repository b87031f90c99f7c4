package org.heed.server.tellus.web;

import java.time.Instant;
import java.util.List;
import org.heed.server.tellus.Inbox;
import org.heed.server.tellus.Message;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code tellus/inbox.jte}. */
public record InboxPage(
    Page page, Inbox.Counts counts, List<Message.Standing> messages, boolean decided, Instant now) {

  public InboxPage {
    messages = List.copyOf(messages);
  }

  /** How a message stands, in words. */
  public String stands(Message.Standing one) {
    if (one.decided().isPresent()) {
      return one.decided().get().step().title();
    }
    Instant due = one.dueAt();
    String left =
        due == null
            ? ""
            : due.isBefore(now)
                ? ", " + Words.age(due, now) + " over"
                : ", " + Words.age(now, due) + " left";
    return (one.isUnread() ? "Unread" : "Opened") + left;
  }

  /** Its colour beside the words, which say it too. */
  public String colour(Message.Standing one) {
    if (one.decided().isPresent()) {
      return "grey";
    }
    Instant due = one.dueAt();
    if (due == null || due.isBefore(now)) {
      return "red";
    }
    return one.isUnread() ? "orange" : "blue";
  }

  /** Whether it is one of very many from one place. */
  public static boolean flood(Message.Standing one) {
    return one.before() >= Inbox.FLOOD_FROM;
  }
}
