package org.heed.server.tellus.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heed.server.tellus.Step;
import org.heed.server.tellus.Telling;
import org.heed.server.tellus.Way;
import org.heed.server.web.Fact;
import org.heed.server.web.Link;
import org.heed.server.web.Page;

/** The model of {@code tellus/check.jte}. */
public record TellCheck(Page page, Way way, Telling telling, Map<String, String> areas) {

  public TellCheck {
    areas = Map.copyOf(areas);
  }

  /** What will be sent, each with the way back to its page. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    add(facts, Step.DANGER, "In danger now", Labels.DANGER.getOrDefault(answer("danger"), ""));
    add(facts, Step.HAPPENED, "What has happened", answer("happened"));
    String about = Labels.about(way).getOrDefault(answer("about"), "");
    String child = answer("child");
    String age = answer("age").isBlank() ? "" : "aged " + answer("age").strip();
    add(facts, Step.ABOUT, "About", joined("\n", about, joined(", ", child, age)));
    String area = areas.getOrDefault(answer("area"), "");
    add(facts, Step.WHERE, "Where and when", joined("\n", answer("where"), area));
    if (way == Way.PROFESSIONAL) {
      add(
          facts,
          Step.YOU,
          "You",
          joined("\n", answer("name"), answer("role"), answer("organisation")));
    }
    add(
        facts,
        Step.CONTACT,
        "Contacting you",
        joined(
            "\n",
            way == Way.PUBLIC ? answer("name") : "",
            Labels.how(way).getOrDefault(answer("how"), ""),
            answer("how").equals("none") ? "" : answer("to"),
            answer("when"),
            answer("care"),
            answer("knows")));
    return facts;
  }

  private String answer(String field) {
    return telling.answer(field);
  }

  private void add(List<Fact> facts, Step step, String key, String value) {
    List<String> lines = value.isBlank() ? List.of("Not answered") : value.strip().lines().toList();
    facts.add(new Fact(key, lines, List.of(new Link("Change", TellPages.address(way, step), key))));
  }

  private static String joined(String by, String... parts) {
    return String.join(by, java.util.Arrays.stream(parts).filter(part -> !part.isBlank()).toList());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "TellCheck[" + way + "]";
  }
}
