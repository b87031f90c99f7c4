package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.By;
import org.heed.server.publication.Coded;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Unit;
import org.heed.server.web.Choice;
import org.heed.server.web.FormErrors;

/**
 * The model of {@code figure/question.jte}: one form for every page that answers a question, which
 * carries the question from one to the next.
 *
 * @param action the page it is on
 * @param areas to choose from
 * @param rulebooks that have read anything
 * @param knownOn the day typed for "as known at", or empty
 */
public record QuestionForm(
    String action,
    Question question,
    List<String> areas,
    List<String> rulebooks,
    String knownOn,
    FormErrors errors) {

  /** Copies. */
  public QuestionForm {
    areas = List.copyOf(areas);
    rulebooks = List.copyOf(rulebooks);
  }

  /** The parameters of this question. */
  public String query() {
    return QuestionText.query(question);
  }

  public List<Choice> units() {
    return choices(Unit.values(), question.unit());
  }

  public List<Choice> definitions() {
    return choices(Definition.values(), question.definition());
  }

  public List<Choice> bys() {
    return choices(By.values(), question.by());
  }

  public List<Choice> clocks() {
    return choices(Dated.values(), question.clock());
  }

  /** Every area, or one. */
  public List<Choice> areaChoices() {
    String chosen = question.area() == null ? "" : question.area();
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", "Every area").chosen(chosen));
    areas.forEach(code -> choices.add(Choice.of(code, AreaName.of(code)).chosen(chosen)));
    return choices;
  }

  /** Whether a rulebook can be chosen: one alone is no choice. */
  public boolean rulebookMatters() {
    return rulebooks.size() > 1 || question.rulebook() != null;
  }

  /** Any rulebook's readings, or one's. */
  public List<Choice> rulebookChoices() {
    String chosen = question.rulebook() == null ? "" : question.rulebook();
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", "Any that has read it").chosen(chosen));
    rulebooks.forEach(name -> choices.add(Choice.of(name, shortened(name)).chosen(chosen)));
    return choices;
  }

  /** Without the hash, of which the first letters tell two of one version apart. */
  private static String shortened(String name) {
    int hash = name.indexOf('#');
    return hash < 0 || hash + 8 > name.length() ? name : name.substring(0, hash + 8);
  }

  private static List<Choice> choices(Coded[] all, Coded chosen) {
    return Arrays.stream(all)
        .map(each -> Choice.of(each.code(), each.title()).chosen(chosen.code()))
        .toList();
  }
}
