package org.heed.server.missing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.person.KnownPerson;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;

/** The model of {@code missing/report.jte}. */
public record ReportMissingPage(
    Page page, KnownPerson person, Map<String, String> areas, Typed typed) {

  public ReportMissingPage {
    areas = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(areas));
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose the area");
    all.putAll(areas);
    return Choice.list(all, Set.of(typed.get("area")));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ReportMissingPage[" + person.id() + "]";
  }
}
