package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.web.Words;

/** Tells a case as one line of time: whatever was done to it or happened in it, by whom. */
public final class CaseStory {
  private final CaseView view;

  private CaseStory(CaseView view) {
    this.view = view;
  }

  /**
   * Something that happened or was done.
   *
   * @param event the event that can be withdrawn, or empty
   */
  public record Item(
      Instant at, String title, String by, List<String> lines, String hint, String event) {
    @Override
    public String toString() {
      return "Item[" + at + "]";
    }
  }

  /** Everything that happened, newest first. */
  public static List<Item> of(CaseView view) {
    return new CaseStory(view).items();
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (CaseFile.State one : view.file().states()) {
      List<String> lines = new ArrayList<>(List.of(one.reason()));
      if (one.stillOpen() != null) {
        lines.add("Still open then: " + one.stillOpen());
      }
      items.add(item(one.at(), one.act().title(), one.by(), lines, ""));
    }
    for (CaseFile.Owner one : view.file().owners()) {
      items.add(
          item(
              one.at(),
              one.owner() == null
                  ? "Given to " + one.team() + ", to nobody by name"
                  : "Given to " + view.file().name(one.owner()) + ", " + one.team(),
              one.by(),
              List.of(one.reason()),
              ""));
    }
    for (CaseFile.LinkedReport one : view.file().reports()) {
      items.add(
          item(
              one.at(),
              "Report " + one.reference() + " linked",
              one.by(),
              List.of(one.reason()),
              ""));
    }
    for (CaseFile.Involved one : view.file().people()) {
      items.add(
          item(
              one.at(),
              one.name() + " named: " + one.role().title().toLowerCase(Locale.ROOT),
              one.by(),
              List.of(one.reason()),
              ""));
    }
    for (CaseFile.Event one : view.file().events()) {
      items.add(event(one));
    }
    for (CaseFact one : view.cameBack()) {
      String reason = one.reason();
      items.add(
          new Item(
              one.at(),
              CaseEventKinds.words(one.kind()),
              Objects.requireNonNullElse(one.by(), "Somebody"),
              reason == null ? List.of() : List.of(reason),
              one.from(),
              ""));
    }
    for (CasePlan.Decision one : view.plan().decisions()) {
      items.add(
          item(
              one.decidedAt(),
              "Decided: " + one.decision(),
              one.by(),
              one.withdrawn() == null
                  ? List.of(one.reason())
                  : List.of(one.reason(), "Withdrawn: " + one.withdrawn()),
              ""));
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
                "Due " + Words.dateTime(one.dueAt()) + ", " + view.owner(one)));
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
              one.withdrawn() == null
                  ? List.of("The words are on the plan’s page.")
                  : List.of("Withdrawn: " + one.withdrawn()),
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
        view.file().name(one.by()),
        lines,
        "Recorded on " + Words.dateTime(one.at()),
        one.withdrawn() == null ? one.id().toString() : "");
  }
}
