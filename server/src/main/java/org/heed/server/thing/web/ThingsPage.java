package org.heed.server.thing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.thing.ThingSaid;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/** The model of {@code thing/things.jte}. */
public record ThingsPage(Page page, ThingKind kind, String part, List<ThingSaid> found) {
  public ThingsPage {
    found = List.copyOf(found);
  }

  /** What it can be. */
  public List<Choice> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (ThingKind one : ThingKind.values()) {
      kinds.put(one.code(), one.title());
    }
    return Choice.list(kinds, Set.of(kind.code()));
  }

  /** Nothing: it can be personal. */
  @Override
  public String toString() {
    return "ThingsPage[hidden]";
  }
}
