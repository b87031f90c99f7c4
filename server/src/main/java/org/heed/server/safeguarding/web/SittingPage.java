package org.heed.server.safeguarding.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.Sittings.Part;
import org.heed.server.safeguarding.Sittings.Sitting;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/** The model of {@code safeguarding/sitting.jte}: the agenda of a meeting over several cases. */
public record SittingPage(Page page, Sitting sitting, Map<String, String> typed) {

  public String address() {
    return "/sittings/" + sitting.id();
  }

  public static String address(Part part) {
    return "/cases/" + part.file().id() + "/meetings";
  }

  /** Whom of the case it is about; empty where nobody said. */
  public static String about(Part part) {
    return part.file().people().stream()
        .filter(one -> part.meeting().children().contains(one.member()))
        .map(CaseFile.Involved::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Whether any part is still to be held. */
  public boolean isAhead() {
    return sitting.meeting().isAhead();
  }

  /** Whether somebody may have come. */
  public boolean mayHaveMet() {
    return sitting.parts().stream()
        .anyMatch(one -> one.meeting().now().act() != CaseMeeting.Act.CANCELLED);
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

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "SittingPage[" + sitting.id() + "]";
  }
}
