package org.heed.server.inspection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.InspectionAction;
import org.heed.server.inspection.InspectionActions;
import org.heed.server.inspection.Recheck;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code inspection/actions.jte}: what has to change, and what came of it. */
public record ActionsPage(
    Page page, InspectionActions.Listed listed, LocalDate today, Map<String, String> typed) {

  public Inspection inspection() {
    return listed.inspection();
  }

  public List<InspectionAction> actions() {
    return listed.actions();
  }

  public String address() {
    return "/inspections/" + inspection().id() + "/actions";
  }

  public List<Link> tabs() {
    return InspectionTabs.links(inspection().id());
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** How one stands, in words. */
  public String standing(InspectionAction one) {
    return one.isOpen() ? one.isLate(today) ? "Late" : "Open" : "Re-checked";
  }

  /** The colour of these. */
  public String colour(InspectionAction one) {
    return one.isOpen() ? one.isLate(today) ? "red" : "blue" : "green";
  }

  /** Who can be named to answer for one. */
  public List<Choice> owners() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Nobody by name");
    listed.owners().forEach((id, name) -> all.put(id.toString(), name));
    return Choice.list(all, Set.of(typed("account")));
  }

  public List<Choice> kinds() {
    List<Choice> all = new ArrayList<>();
    for (InspectionAction.Kind kind : InspectionAction.Kind.values()) {
      all.add(Choice.of(kind.code(), kind.title()).chosen(typed("kind")));
    }
    return all;
  }

  public List<Choice> acts() {
    List<Choice> all = new ArrayList<>();
    for (InspectionAction.Act act : InspectionAction.Act.values()) {
      all.add(Choice.of(act.code(), act.title()));
    }
    return all;
  }

  /** The samples that can say what came of one. */
  public List<Choice> rechecks(InspectionAction action) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "None: this is evidence alone");
    listed.rechecks().stream()
        .filter(one -> one.isAfter(action) && one.refuses(inspection()).isEmpty())
        .forEach(one ->
            all.put(
                one.inspection().id().toString(),
                one.inspection().title()
                    + ", drawn on "
                    + Words.date(one.inspection().at())
                    + ": "
                    + share(one)));
    return Choice.list(all, Set.of(""));
  }

  /** What a re-check found, in words; empty where none of its grades is open to the asker. */
  public String found(InspectionAction.State state) {
    return listed.rechecks().stream()
        .filter(one -> one.inspection().id().equals(state.recheck()))
        .findFirst()
        .map(ActionsPage::share)
        .orElse("");
  }

  private static String share(Recheck one) {
    return Intervals.share(one.share())
        + " not good enough, "
        + Words.count(one.settled(), "case", "cases")
        + " graded"
        + (one.leftOut() == 0 ? "" : ", without " + Words.number(one.leftOut()) + " closed to you");
  }
}
