package org.heed.server.safeguarding.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.safeguarding.CaseAct;
import org.heed.server.safeguarding.CaseEventKinds;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CaseRole;
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
 * @param typed what was typed into a form that is sent back
 */
public record CasePage(
    Page page,
    CaseView view,
    String knownOn,
    boolean may,
    Map<UUID, String> workers,
    Map<String, String> typed) {

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
        Link.of("Closing", address + "/closing" + known),
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

  /** Something on the timeline. */
  public record Item(
      Instant at, String title, String by, List<String> lines, String hint, String event) {
    @Override
    public String toString() {
      return "Item[" + at + "]";
    }
  }

  /** Everything that happened, newest first. */
  public List<Item> timeline() {
    List<Item> items = new ArrayList<>();
    for (CaseFile.State one : file().states()) {
      List<String> lines = new ArrayList<>(List.of(one.reason()));
      if (one.stillOpen() != null) {
        lines.add("Still open then: " + one.stillOpen());
      }
      items.add(item(one.at(), one.act().title(), one.by(), lines, ""));
    }
    for (CaseFile.Owner one : file().owners()) {
      items.add(
          item(
              one.at(),
              one.owner() == null
                  ? "Given to " + one.team() + ", to nobody by name"
                  : "Given to " + file().name(one.owner()) + ", " + one.team(),
              one.by(),
              List.of(one.reason()),
              ""));
    }
    for (CaseFile.LinkedReport one : file().reports()) {
      items.add(
          item(
              one.at(),
              "Report " + one.reference() + " linked",
              one.by(),
              List.of(one.reason()),
              ""));
    }
    for (CaseFile.Involved one : file().people()) {
      items.add(
          item(
              one.at(),
              one.name() + " named: " + one.role().title().toLowerCase(Locale.ROOT),
              one.by(),
              List.of(one.reason()),
              ""));
    }
    for (CaseFile.Event one : file().events()) {
      items.add(event(one));
    }
    for (CasePlan.Decision one : view.plan().decisions()) {
      items.add(
          item(one.decidedAt(), "Decided: " + one.decision(), one.by(), List.of(one.reason()), ""));
    }
    for (CasePlan.Grade one : view.plan().grades()) {
      items.add(item(one.at(), "Graded " + one.grade(), one.by(), List.of(one.reason()), ""));
    }
    for (CasePlan.Action action : view.plan().actions()) {
      for (CasePlan.ActionState one : action.states()) {
        items.add(
            item(
                one.at(),
                "Action, " + one.act().title().toLowerCase(Locale.ROOT) + ": " + action.what(),
                one.by(),
                one.act() == CasePlan.ActionAct.SET ? List.of() : List.of(one.says()),
                "Due " + Words.dateTime(one.dueAt()) + ", " + view.name(one.owner())));
      }
    }
    for (CasePlan.Line line : view.plan().lines()) {
      for (CasePlan.LineState one : line.states()) {
        items.add(
            item(
                one.at(),
                "Line of enquiry, "
                    + one.state().title().toLowerCase(Locale.ROOT)
                    + ": "
                    + line.says(),
                one.by(),
                one.seq() == 1 ? List.of() : List.of(one.reason()),
                ""));
      }
    }
    for (CasePlan.Words one : view.plan().words()) {
      items.add(
          item(
              one.saidAt(),
              "The child spoke",
              one.by(),
              List.of("The words are on the plan’s page."),
              "Heard by " + one.saidTo()));
    }
    for (CaseMeeting meeting : view.meetings()) {
      for (CaseMeeting.State one : meeting.states()) {
        items.add(
            item(
                one.act() == CaseMeeting.Act.HELD ? one.meetsAt() : one.at(),
                meeting.kind().title() + ", " + one.act().title().toLowerCase(Locale.ROOT),
                one.by(),
                one.act() == CaseMeeting.Act.PLANNED ? List.of() : List.of(one.says()),
                one.act() == CaseMeeting.Act.HELD ? "" : "For " + Words.dateTime(one.meetsAt())));
      }
    }
    items.sort(Comparator.comparing(Item::at).reversed());
    return items;
  }

  private Item item(Instant at, String title, UUID by, List<String> lines, String hint) {
    return new Item(at, title, view.name(by), lines, hint, "");
  }

  private Item event(CaseFile.Event one) {
    List<String> lines = new ArrayList<>(List.of(one.says()));
    if (one.reason() != null) {
      lines.add("Why: " + one.reason());
    }
    if (one.withdrawn() != null) {
      lines.add("Withdrawn: " + one.withdrawn());
    }
    String about =
        one.ofWhat() == null ? "" : view.members().getOrDefault(one.ofWhat(), one.ofWhat());
    return new Item(
        one.happenedAt(),
        CaseEventKinds.words(one.kind()) + (about.isEmpty() ? "" : ": " + about),
        file().name(one.by()),
        lines,
        "Recorded on " + Words.dateTime(one.at()),
        one.withdrawn() == null && may ? one.id().toString() : "");
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
