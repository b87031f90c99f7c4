package org.heed.server.safeguarding.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.MeetingKind;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;

/** The model of {@code safeguarding/meetings.jte}: what was planned and held, and by whom. */
public record MeetingsPage(
    Page page, CaseView view, String knownOn, boolean may, Map<String, String> typed) {

  public String address() {
    return "/cases/" + view.file().id();
  }

  public List<Link> tabs() {
    return CasePage.tabs(view.file().id(), knownOn);
  }

  public String here() {
    return tabs().get(3).href();
  }

  public List<Choice> kindChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (MeetingKind kind : MeetingKind.values()) {
      all.put(kind.code(), kind.title());
    }
    return Choice.list(all, Set.of(typed("kind")));
  }

  /** The actions that a meeting set. */
  public List<CasePlan.Action> tasks(CaseMeeting meeting) {
    UUID id = meeting.id();
    return view.plan().actions().stream().filter(one -> id.equals(one.meeting())).toList();
  }

  public static String colour(CaseMeeting meeting) {
    return switch (meeting.now().act()) {
      case PLANNED, MOVED, WITHDRAWN -> "blue";
      case HELD -> "green";
      case CANCELLED -> "grey";
    };
  }

  /** Whether it was held and nobody of the police came, though it takes them. */
  public boolean policeMissing(CaseMeeting meeting) {
    return meeting.now().act() == CaseMeeting.Act.HELD && meeting.lacksPolice();
  }

  /** The children of a case. */
  static List<CaseFile.Involved> children(CaseView view) {
    return view.file().people().stream().filter(one -> one.role().isChild()).toList();
  }

  /** Which children a meeting may be about; one alone is chosen. */
  public List<Choice> childChoices() {
    List<CaseFile.Involved> children = children(view);
    List<String> chosen = List.of(typed("about").split(","));
    return children.stream()
        .map(one -> {
          String id = one.member().toString();
          return new Choice(id, one.name(), "", children.size() == 1 || chosen.contains(id));
        })
        .toList();
  }

  /** The names of the children whom a meeting is about; empty where nobody said. */
  public String about(CaseMeeting meeting) {
    return meeting.children().stream()
        .map(one -> view.members().getOrDefault(one.toString(), "A child who left the case"))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "MeetingsPage[" + view.file().id() + "]";
  }
}
