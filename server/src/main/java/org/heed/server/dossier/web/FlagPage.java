package org.heed.server.dossier.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.web.Choice;

/**
 * The model of {@code dossier/flag.jte}: a decision outside the queue, in sight of those before.
 *
 * @param route what led to it: officer or quality-assurance; empty until chosen
 */
public record FlagPage(ReviewPage review, String route) {

  /** What can lead to a decision outside the queue. */
  public List<Choice> routes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("officer", "I work on this report");
    all.put("quality-assurance", "I am checking decisions already made");
    return Choice.list(all, Set.of(route));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "FlagPage[" + review.report().id() + "]";
  }
}
