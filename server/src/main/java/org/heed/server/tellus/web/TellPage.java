package org.heed.server.tellus.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.tellus.Step;
import org.heed.server.tellus.Telling;
import org.heed.server.tellus.Way;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code tellus/step.jte}.
 *
 * @param areas that may be chosen, by code
 * @param back where the page before is
 */
public record TellPage(
    Page page, Way way, Step step, Telling telling, Map<String, String> areas, String back) {

  public TellPage {
    areas = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(areas));
  }

  /** Whether somebody tells who works with children. */
  public boolean professional() {
    return way == Way.PROFESSIONAL;
  }

  /** Whether this is the page with that code. */
  public boolean asks(String code) {
    return step.code().equals(code);
  }

  /** Which of how many pages this is. */
  public String place() {
    return "Question " + (way.steps().indexOf(step) + 1) + " of " + way.steps().size();
  }

  /** What was answered. */
  public String answer(String field) {
    return telling.answer(field);
  }

  public List<Choice> dangers() {
    return Choice.list(Labels.DANGER, Set.of(answer("danger")));
  }

  public List<Choice> abouts() {
    return Choice.list(Labels.about(way), Set.of(answer("about")));
  }

  public List<Choice> hows() {
    return Choice.list(Labels.how(way), Set.of(answer("how")));
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "I do not know");
    all.putAll(areas);
    return Choice.list(all, Set.of(answer("area")));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "TellPage[" + step + "]";
  }
}
