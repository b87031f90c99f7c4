package org.heed.server.safeguarding.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.rulebook.Grades;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.Plans;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code safeguarding/plan.jte}: actions, the child's own words, decisions, lines of
 * enquiry and the officer's grade.
 *
 * @param may whether the asker may change it: as it is now
 * @param workers those who may be given an action
 * @param grades what each grade means and asks for
 * @param advised words in the grade's reason that blame the child, each with a better wording
 */
public record PlanPage(
    Page page,
    CaseView view,
    String knownOn,
    boolean may,
    Map<UUID, String> workers,
    List<String> advised,
    Grades grades,
    Map<String, String> typed) {

  public String address() {
    return "/cases/" + view.file().id();
  }

  public List<Link> tabs() {
    return CasePage.tabs(view.file().id(), knownOn);
  }

  public String here() {
    return tabs().get(2).href();
  }

  public CasePlan plan() {
    return view.plan();
  }

  /** When an action is due, how far away that is, and when it was due first. */
  public String due(CasePlan.Action action) {
    Instant due = action.now().dueAt();
    String words =
        "Due "
            + Words.dateTime(due)
            + (action.isOpen() ? " (" + Words.away(due, view.asOf()) + ")" : "");
    return action.isMoved() ? words + ". First due " + Words.dateTime(action.firstDue()) : words;
  }

  public String state(CasePlan.Action action) {
    return action.isLate(view.asOf())
        ? "Late"
        : action.isOpen() ? "To do" : action.now().act().title();
  }

  public String colour(CasePlan.Action action) {
    return action.isLate(view.asOf()) ? "red" : action.isOpen() ? "blue" : "grey";
  }

  public static String colour(CasePlan.Line line) {
    return line.isOpen() ? "blue" : "grey";
  }

  /** Which child said it. */
  public String child(CasePlan.Words words) {
    UUID member = words.member();
    return member == null
        ? view.file().subject()
        : view.members().getOrDefault(member.toString(), "A child of the case");
  }

  public List<Choice> ownerChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Nobody yet");
    workers.forEach((id, name) -> all.put(id.toString(), name));
    return Choice.list(all, Set.of(typed("action-owner")));
  }

  public List<Choice> handChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    workers.forEach((id, name) -> all.put(id.toString(), name));
    return Choice.list(all, Set.of());
  }

  public List<Choice> childChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (CaseFile.Involved one : view.file().people()) {
      if (one.role().isChild()) {
        all.put(one.member().toString(), one.name());
      }
    }
    all.put("", "Not said");
    return Choice.list(all, Set.of(typed("child")));
  }

  public List<Choice> gradeChoices() {
    return Plans.GRADES.stream()
        .map(code ->
            Choice.of(code, Words.title(code))
                .hint(grades.ofCase(code).map(one -> one.says() + " " + one.asks()).orElse(""))
                .chosen(typed("grade")))
        .toList();
  }

  /** What the grade that counts asks for; empty where the rulebook does not say. */
  public String asks() {
    return plan()
        .grade()
        .flatMap(grade -> grades.ofCase(grade.grade()))
        .map(Grades.Grade::asks)
        .orElse("");
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
    return "PlanPage[" + view.file().id() + "]";
  }
}
