package org.heed.server.outcome.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.heed.server.outcome.Attrition;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The model of {@code outcome/attrition.jte}.
 *
 * @param known the day at whose end it was known so; empty: now
 * @param opens whether the reader may open the cases behind a count
 */
public record AttritionPage(
    Page page,
    Attrition.Told told,
    String area,
    String from,
    String to,
    String known,
    Map<String, String> areas,
    boolean opens) {

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Every area of mine");
    all.putAll(areas);
    return Choice.list(all, Set.of(area));
  }

  /** A count, or that it is kept back. */
  public String count(OptionalLong count) {
    return count.isPresent() ? Words.number(count.getAsLong()) : "Kept back";
  }

  /** A step's count of those that reached the one before. */
  public String of(Attrition.Reached one) {
    if (one.of().isEmpty()) {
      return "";
    }
    return one.reports().isEmpty()
        ? "of " + Words.number(one.of().getAsLong())
        : Words.number(one.reports().getAsLong())
            + " of "
            + Words.number(one.of().getAsLong())
            + ", "
            + percent(one.reports().getAsLong(), one.of().getAsLong());
  }

  private static String percent(long some, long all) {
    return all == 0 ? "none to go on" : Math.round(100.0 * some / all) + "%";
  }

  /** How crimes ended, in words. */
  public static String ends(String ends) {
    return switch (ends) {
      case "charged" -> "Charged or summonsed";
      case "out-of-court" -> "Dealt with out of court";
      case "elsewhere" -> "With another body";
      case "no-action" -> "No action";
      default -> "No outcome yet";
    };
  }

  /** The cases behind a step. */
  public String href(Attrition.Step step, boolean stopped) {
    return UriComponentsBuilder.fromPath("/attrition/cases")
        .queryParam("step", step.code())
        .queryParam("stopped", stopped ? "yes" : "no")
        .queryParam("area", "{area}")
        .queryParam("from", from)
        .queryParam("to", to)
        .queryParam("known", known)
        .build(area)
        .toString();
  }
}
