package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.By;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Recountings;
import org.heed.server.publication.RulebookChoice;
import org.heed.server.publication.Unit;
import org.heed.server.store.Coded;
import org.heed.server.web.Choice;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code figure/question.jte}: one form for every page that answers a question, which
 * carries the question from one to the next.
 *
 * @param action the page it is on
 * @param areas to choose from
 * @param rulebooks to count by
 * @param knownOn the day typed for "as known at", or empty
 * @param working how far the record is being counted by the rulebook chosen; null: it is there
 */
public record QuestionForm(
    String action,
    Question question,
    List<String> areas,
    List<RulebookChoice> rulebooks,
    String knownOn,
    FormErrors errors,
    Recountings.State.@Nullable AtWork working) {

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

  /** Whether a rulebook can be chosen. */
  public boolean rulebookMatters() {
    return !rulebooks.isEmpty();
  }

  /** As recorded and first read, or by one rulebook. */
  public List<Choice> rulebookChoices() {
    String chosen = question.rulebook() == null ? "" : question.rulebook();
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", "As recorded and read at the time").chosen(chosen));
    rulebooks.forEach(each ->
        choices.add(
            Choice.of(each.name(), FigureWords.rulebook(each.name()) + ", " + each.says())
                .chosen(chosen)));
    return choices;
  }

  /** The same with another error. */
  QuestionForm with(FormErrors other) {
    return new QuestionForm(action, question, areas, rulebooks, knownOn, other, working);
  }

  /** How far it has come, in words. */
  public String workingSays() {
    var work = Objects.requireNonNull(working);
    String far =
        work.of() > 0
            ? ": "
                + Words.number(Math.min(work.done(), work.of()))
                + " of "
                + Words.number(work.of())
            : work.done() > 0 ? ": " + Words.number(work.done()) : "";
    return work.doing() + far + ".";
  }

  /** How much of it is done, from 0 to 100. */
  public long workingShare() {
    var work = Objects.requireNonNull(working);
    return work.of() > 0 ? Math.min(100, 100 * work.done() / work.of()) : 0;
  }

  private static List<Choice> choices(Coded[] all, Coded chosen) {
    return Arrays.stream(all)
        .map(each -> Choice.of(each.code(), each.title()).chosen(chosen.code()))
        .toList();
  }
}
