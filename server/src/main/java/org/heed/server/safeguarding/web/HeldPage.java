package org.heed.server.safeguarding.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code safeguarding/held.jte}: minutes, who came, and the actions that were set. */
public record HeldPage(
    Page page,
    CaseView view,
    CaseMeeting meeting,
    Map<UUID, String> workers,
    Map<String, String> typed) {
  /** How many actions the form has room for. */
  public static final int TASKS = 3;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  public String address() {
    return "/cases/" + view.file().id() + "/meetings/" + meeting.id();
  }

  public List<Choice> attendsChoices(CaseMeeting.Attendee one) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Attends attends : Attends.values()) {
      if (attends != Attends.INVITED) {
        all.put(attends.code(), attends.title());
      }
    }
    String said = one.attends().code();
    return Choice.list(all, Set.of(typed.getOrDefault("attends-" + one.id(), said)));
  }

  /** What was known of somebody as the form was opened: what it says so still, is not said anew. */
  public String was(CaseMeeting.Attendee one) {
    return typed.getOrDefault("was-" + one.id(), one.attends().code());
  }

  public List<Choice> ownerChoices(int task) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Nobody yet");
    workers.forEach((id, name) -> all.put(id.toString(), name));
    return Choice.list(all, Set.of(typed("task-owner-" + task)));
  }

  /** The day of a meeting over several cases, which all its parts have. */
  public String heldOn() {
    return typed.getOrDefault(
        "held-on", meeting.sitting() == null ? "" : planned().toLocalDate().toString());
  }

  /** The same of its time. */
  public String heldAt() {
    return typed.getOrDefault("held-at", meeting.sitting() == null ? "" : planned().format(TIME));
  }

  private ZonedDateTime planned() {
    return meeting.now().meetsAt().atZone(Words.LONDON);
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "HeldPage[" + meeting.id() + "]";
  }
}
