package org.heed.server.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.report.ReportFilter;
import org.heed.server.report.ReportKind;
import org.heed.server.report.ReportLists.Listed;
import org.heed.server.web.Choice;
import org.heed.server.web.Column;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/**
 * The model of {@code report/list.jte}.
 *
 * @param decisions whether the asker sees what was made of reports; an agency of its own does not
 */
public record ReportListPage(
    Page page,
    Listed listed,
    ReportFilter filter,
    String url,
    Map<String, String> areas,
    boolean decisions) {

  /** The columns. */
  public List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.of("Reference"),
                Column.of("Kind"),
                Column.of("Area"),
                Column.of("Recorded")));
    if (decisions) {
      columns.add(Column.of("Prompt"));
      columns.add(Column.of("Exploitation"));
    }
    return columns;
  }

  /** The way to the other pages. */
  public Paging paging() {
    return new Paging(url, listed.page(), listed.pages());
  }

  public List<Choice> areaChoices() {
    return choices("Every area", areas, filter.area());
  }

  public List<Choice> kindChoices() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (ReportKind kind : ReportKind.values()) {
      kinds.put(kind.code(), kind.title());
    }
    return choices("Every kind", kinds, filter.kind());
  }

  public List<Choice> flagChoices() {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("undecided", "Not decided");
    flags.put("yes", "Yes");
    flags.put("no", "No");
    flags.put("need-more", "More is needed");
    return choices("Any decision", flags, filter.flag());
  }

  public List<Choice> askChoices() {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("decision", "Asks for a decision");
    asks.put("look", "Asks for a look");
    asks.put("none", "Does not prompt");
    return choices("Prompting or not", asks, filter.ask());
  }

  private static List<Choice> choices(String any, Map<String, String> labels, String chosen) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", any);
    all.putAll(labels);
    return Choice.list(all, Set.of(chosen));
  }

  /** What an answer is called in the list. */
  public static String flagWord(org.heed.server.report.ReportRow row) {
    return switch (String.valueOf(row.flag())) {
      case "yes" -> "Yes";
      case "no" -> "No";
      case "need-more" -> "More is needed";
      default -> "Not decided";
    };
  }

  /** What a prompt is called in the list. */
  public static String askWord(org.heed.server.report.ReportRow row) {
    return switch (String.valueOf(row.ask())) {
      case "decision" -> "Decision";
      case "look" -> "Look";
      default -> "–";
    };
  }
}
