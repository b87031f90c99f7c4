package org.heed.server.safeguarding.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.destruction.OfCase;
import org.heed.server.person.PersonFound;
import org.heed.server.safeguarding.CaseAct;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseLists;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseStory;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code safeguarding/case.jte}: whom a case is about and what happened in it.
 *
 * @param may whether the asker may change it: as it is now
 * @param workers those who may be given it
 * @param restricts whether the asker may restrict it, or lift a restriction
 * @param destroyed reports that the case was about, and that two people had destroyed
 * @param own the other cases that are for its children, by their places in it
 * @param found people on record whom a name that was typed may mean
 * @param typed what was typed into a form that is sent back
 */
public record CasePage(
    Page page,
    CaseView view,
    String knownOn,
    boolean may,
    Map<UUID, String> workers,
    boolean restricts,
    List<OfCase> destroyed,
    Map<UUID, List<CaseLists.OfReport>> own,
    List<PersonFound> found,
    Map<String, String> typed) {
  /** Chosen where nobody on record is meant. */
  static final String NOBODY = "nobody";

  public CaseFile file() {
    return view.file();
  }

  public String address() {
    return "/cases/" + file().id();
  }

  /** The pages of the case. */
  public List<Link> tabs() {
    return tabs(file().id(), knownOn);
  }

  /** The pages of a case. */
  public static List<Link> tabs(UUID id, String knownOn) {
    String known = knownOn.isBlank() ? "" : "?known=" + knownOn;
    String address = "/cases/" + id;
    return List.of(
        Link.of("What happened", address + known),
        Link.of("Clocks", address + "/clocks" + known),
        Link.of("Plan", address + "/plan" + known),
        Link.of("Meetings", address + "/meetings" + known),
        Link.of("Outcomes", address + "/outcomes"),
        Link.of("Closing", address + "/closing" + known),
        Link.of("Documents", address + "/documents"),
        Link.of("Disclosure", address + "/disclosure"),
        Link.of("Shared", address + "/packs"));
  }

  /** Which of them this is. */
  public String here() {
    return tabs().getFirst().href();
  }

  /** How it stands, in a word and a colour. */
  public String standing() {
    return standing(file().standing());
  }

  /** How a case stands, in a word. */
  public static String standing(CaseAct act) {
    return switch (act) {
      case OPENED, REOPENED, CLOSURE_TAKEN_BACK -> "Open";
      case CLOSURE_PROPOSED -> "Closure proposed";
      case CLOSED -> "Closed";
    };
  }

  /** The colour of that word. */
  public static String colour(CaseAct act) {
    return switch (act) {
      case OPENED, REOPENED, CLOSURE_TAKEN_BACK -> "blue";
      case CLOSURE_PROPOSED -> "yellow";
      case CLOSED -> "grey";
    };
  }

  public String colour() {
    return colour(file().standing());
  }

  /** What there is to know of it at a glance. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Number", file().number()));
    facts.add(Fact.of("Owner", file().name(file().owner().owner())));
    facts.add(Fact.of("Team", file().owner().team()));
    facts.add(
        Fact.of(
            "Opened",
            Words.dateTime(file().openedAt()) + ", by " + file().name(file().openedBy())));
    facts.add(Fact.of("Why", file().reason()));
    return facts;
  }

  /** How many clocks ask for something. */
  public long asking() {
    return view.clocks().stream().filter(one -> one.isAsking()).count();
  }

  /** How many of them are past their deadline. */
  public long past() {
    return view.clocks().stream().filter(one -> one.isPast()).count();
  }

  /** Everything that happened, newest first. */
  public List<CaseStory.Item> timeline() {
    return CaseStory.of(view);
  }

  public List<Choice> ownerChoices() {
    UUID now = file().owner().owner();
    return choices(workers, typed.getOrDefault("owner", now == null ? "" : now.toString()));
  }

  static List<Choice> choices(Map<UUID, String> workers, String chosen) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Nobody yet: the team alone");
    workers.forEach((id, name) -> all.put(id.toString(), name));
    return Choice.list(all, Set.of(chosen));
  }

  public List<Choice> roleChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (CaseRole role : CaseRole.values()) {
      all.put(role.code(), role.title());
    }
    return Choice.list(all, Set.of(typed("role")));
  }

  /** Whom on record a name that was typed may mean. */
  public List<Choice> foundChoices() {
    List<Choice> all = new ArrayList<>();
    for (PersonFound one : found) {
      all.add(
          Choice.of(one.person().toString(), one.name())
              .hint(one.dateOfBirth() == null ? "" : "Born " + Words.date(one.dateOfBirth())));
    }
    all.add(Choice.of(NOBODY, "None of these: name them as written"));
    return all;
  }

  /** What somebody may be in the case, besides what they are. */
  public List<Choice> otherRoles(CaseFile.Involved of) {
    Map<String, String> all = new LinkedHashMap<>();
    for (CaseRole role : CaseRole.values()) {
      if (role != of.role()) {
        all.put(role.code(), role.title());
      }
    }
    return Choice.list(all, Set.of());
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Whether a form was sent back with mistakes in one of its fields. */
  public boolean wrong(String... fields) {
    for (String field : fields) {
      if (page.errors().message(field) != null) {
        return true;
      }
    }
    return false;
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "CasePage[" + file().id() + "]";
  }
}
