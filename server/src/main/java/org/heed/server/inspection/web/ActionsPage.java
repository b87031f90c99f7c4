package org.heed.server.inspection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.InspectionAction;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code inspection/actions.jte}.
 *
 * @param later inspections drawn since, one of which may be a re-check
 */
public record ActionsPage(
    Page page,
    Inspection inspection,
    List<InspectionAction> actions,
    List<Inspection> later,
    LocalDate today,
    Map<String, String> typed) {
  public ActionsPage {
    actions = List.copyOf(actions);
    later = List.copyOf(later);
  }

  public String address() {
    return "/inspections/" + inspection.id() + "/actions";
  }

  public List<Link> tabs() {
    return InspectionTabs.links(inspection.id());
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

  public List<Choice> rechecks() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "None: this is evidence alone");
    later.forEach(
        one -> all.put(one.id().toString(), one.title() + ", drawn on " + Words.date(one.at())));
    return Choice.list(all, Set.of(""));
  }
}
