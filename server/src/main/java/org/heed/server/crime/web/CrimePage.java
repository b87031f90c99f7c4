package org.heed.server.crime.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.crime.CrimeAct;
import org.heed.server.crime.CrimeFile;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code crime/crime.jte}: what happened to a crime, and what may be done.
 *
 * @param rule the rulebook's words on cancelling
 */
public record CrimePage(
    Page page,
    CrimeFile crime,
    String knownOn,
    boolean mayChange,
    Map<String, String> classes,
    String rule,
    Map<String, String> typed) {

  /** Whether it is cancelled. */
  public boolean cancelled() {
    return crime.now().act() == CrimeAct.CANCELLED;
  }

  /** What a class is called. */
  public String title(String offence) {
    return classes.getOrDefault(offence, offence);
  }

  /** Who did it, where that is known. */
  public String author(CrimeFile.State state) {
    return state.author().map(id -> crime.names().getOrDefault(id, "")).orElse("");
  }

  /** The classes it can be moved to. */
  public List<Choice> choices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose the class");
    all.putAll(classes);
    all.remove(crime.now().offence());
    return Choice.list(all, Set.of(typed("offence")));
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Nothing: reasons are personal. */
  @Override
  public String toString() {
    return "CrimePage[" + crime.id() + "]";
  }
}
