package org.heed.server.safeguarding.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.Plans;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code safeguarding/event.jte}: something that happened or was done.
 *
 * @param kinds what may be recorded, with its words
 */
public record EventPage(
    Page page, CaseFile file, Map<String, String> kinds, Map<String, String> typed) {

  public String address() {
    return "/cases/" + file.id();
  }

  public List<Choice> kindChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose what happened");
    all.putAll(kinds);
    return Choice.list(all, Set.of(typed("kind")));
  }

  public List<Choice> aboutChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "The case as a whole");
    file.people().forEach(one -> all.put(one.member().toString(), one.name()));
    return Choice.list(all, Set.of(typed("of")));
  }

  /**
   * Whether it may be that a child was seen: then what the child said or how they seemed is asked.
   */
  public boolean mayBeSeen() {
    return kinds.containsKey(Plans.SEEN);
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "EventPage[" + file.id() + "]";
  }
}
