package org.heed.server.crime.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.rulebook.CrimeGround;
import org.heed.server.crime.CrimeAct;
import org.heed.server.crime.CrimeFile;
import org.heed.server.crime.OneIncident;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code crime/crime.jte}: what happened to a crime, and what may be done.
 *
 * @param why why it is the crime it is, in the rules' words
 * @param late what is to be said where it was recorded late, else empty
 * @param grounds on which it may be cancelled
 * @param apart the reasons for keeping something apart, and the classes they are for
 * @param rule the rulebook's words on cancelling
 * @param incidents what it is one crime with by the counting rules, from other reports
 */
public record CrimePage(
    Page page,
    CrimeFile crime,
    String knownOn,
    boolean mayChange,
    Map<String, String> classes,
    List<String> why,
    String late,
    List<CrimeGround> grounds,
    List<CrimeGround> apart,
    String rule,
    List<OneIncident> incidents,
    Map<String, String> typed) {

  /** Whether it is cancelled. */
  public boolean cancelled() {
    return crime.now().act() == CrimeAct.CANCELLED;
  }

  /** Whether it is counted in another. */
  public boolean merged() {
    return crime.now().act() == CrimeAct.MERGED;
  }

  /** The crimes that the rules would count it in. */
  public List<OneIncident> into() {
    return incidents.stream().filter(one -> one.crime().equals(crime.id())).toList();
  }

  /** The crimes that the rules would count in it. */
  public List<OneIncident> others() {
    return incidents.stream().filter(one -> one.into().equals(crime.id())).toList();
  }

  /** The two answers. */
  public List<Choice> answers() {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("one", "One crime: count it in the other");
    both.put("several", "A crime of its own");
    return Choice.list(both, Set.of(typed("answer")));
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

  /** The grounds to choose from, each with what belongs to it. */
  public List<Choice> groundChoices() {
    return grounds.stream()
        .map(one ->
            new Choice(
                one.code(),
                one.code() + " " + one.title(),
                needs(one),
                one.code().equals(typed("ground"))))
        .toList();
  }

  private static String needs(CrimeGround ground) {
    List<String> needs = new ArrayList<>();
    if (ground.reference()) {
      needs.add("Needs the number of the other record");
    }
    if (ground.victimTold()) {
      needs.add("The victim is told first");
    }
    return String.join(". ", needs);
  }

  /** The reasons for keeping it apart, for a class that is. */
  public List<Choice> apartChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "It is confirmed");
    apart.forEach(one -> all.put(one.code(), one.code() + " " + one.title()));
    return Choice.list(all, Set.of(typed("apart")));
  }

  /** What a ground that was given is called. */
  public String groundTitle(String code) {
    return Stream.concat(grounds.stream(), apart.stream())
        .filter(one -> one.code().equals(code))
        .map(one -> code + " " + one.title())
        .findFirst()
        .orElse(code);
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
