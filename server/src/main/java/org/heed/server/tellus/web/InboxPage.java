package org.heed.server.tellus.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.tellus.Inbox;
import org.heed.server.tellus.Message;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;
import org.heed.server.web.Words;

/** The model of {@code tellus/inbox.jte}. */
public record InboxPage(
    Page page, Inbox.Counts counts, Inbox.Listed listed, boolean decided, String why, Instant now) {

  /** The way to the other pages. */
  public Paging paging() {
    return new Paging("/inbox?decided=" + decided, listed.page(), listed.pages());
  }

  /** Those of this page that are of a flood, and may be closed together. */
  public List<Choice> ofFlood() {
    Map<String, String> all = new LinkedHashMap<>();
    listed.rows().stream()
        .filter(one -> !decided && flood(one))
        .forEach(one ->
            all.put(
                one.id().toString(),
                one.reference() + ", " + Labels.danger(one.danger()) + ", " + stands(one)));
    return Choice.list(all, Set.of());
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
