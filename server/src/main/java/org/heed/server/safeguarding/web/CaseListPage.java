package org.heed.server.safeguarding.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.safeguarding.CaseFilter;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseLists.Listed;
import org.heed.server.safeguarding.CaseRow;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/**
 * The model of {@code safeguarding/list.jte}.
 *
 * @param supervises whether the asker sees a team's work
 */
public record CaseListPage(
    Page page,
    Listed<CaseRow> listed,
    CaseFilter filter,
    String url,
    Map<String, String> areas,
    boolean supervises) {

  /** The way to the other pages. */
  public Paging paging() {
    return new Paging(url, listed.page(), listed.pages());
  }

  public List<Choice> areaChoices() {
    return choices("Every area", areas, filter.area());
  }

  public List<Choice> kindChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (CaseKind kind : CaseKind.values()) {
      all.put(kind.code(), kind.title());
    }
    return choices("Child, group or place", all, filter.kind());
  }

  public List<Choice> standingChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("open", "Open");
    all.put("closing", "Closure proposed");
    all.put("closed", "Closed");
    return choices("Open or closed", all, filter.standing());
  }

  public List<Choice> ownerChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("mine", "Mine");
    all.put("nobody", "Nobody yet");
    return choices("Anybody", all, filter.owner());
  }

  private static List<Choice> choices(String any, Map<String, String> labels, String chosen) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", any);
    all.putAll(labels);
    return Choice.list(all, Set.of(chosen));
  }

  public static String standing(CaseRow row) {
    return CasePage.standing(row.standing());
  }

  public static String colour(CaseRow row) {
    return CasePage.colour(row.standing());
  }
}
