package org.heed.server.crime.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.crime.CrimeFiles.Listed;
import org.heed.server.crime.CrimeFilter;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/** The model of {@code crime/list.jte}. */
public record CrimeListPage(
    Page page,
    Listed listed,
    CrimeFilter filter,
    String knownOn,
    String url,
    Map<String, String> areas,
    Map<String, String> classes) {

  /** The way to the other pages. */
  public Paging paging() {
    return new Paging(url, listed.page(), listed.pages());
  }

  public List<Choice> areaChoices() {
    return choices("Every area", areas, filter.area());
  }

  public List<Choice> offenceChoices() {
    return choices("Every offence class", classes, filter.offence());
  }

  public List<Choice> standingChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("counted", "Counted");
    all.put("cancelled", "Cancelled");
    all.put("merged", "Counted in another crime");
    all.put("apart", "Kept apart (N100)");
    return choices("Counted or not", all, filter.standing());
  }

  /** What a class is called. */
  public String title(String offence) {
    return classes.getOrDefault(offence, offence);
  }

  private static List<Choice> choices(String any, Map<String, String> labels, String chosen) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", any);
    all.putAll(labels);
    return Choice.list(all, Set.of(chosen));
  }
}
