package org.heed.server.rulebook.web;

import java.util.List;
import org.heed.server.rulebook.RulebookChange;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;

/**
 * The model of {@code rulebook/rulebook.jte}.
 *
 * @param facts of the rulebook in force
 * @param drafted how many files are changed in one's own draft
 * @param proposes whether the reader may draft
 */
public record RulebookPage(
    Page page,
    List<Fact> facts,
    List<String> files,
    List<RulebookChange> changes,
    int drafted,
    boolean proposes) {
  /** Copies. */
  public RulebookPage {
    facts = List.copyOf(facts);
    files = List.copyOf(files);
    changes = List.copyOf(changes);
  }

  /** What has become of a proposal. */
  public static String standing(RulebookChange change) {
    if (change.isAdopted()) {
      return "Adopted";
    }
    if (change.is(RulebookChange.Step.DECLINED)) {
      return "Declined";
    }
    if (change.is(RulebookChange.Step.ADOPTED)) {
      return "Adopted by one of two";
    }
    return change.is(RulebookChange.Step.ASSURED) ? "Assured" : "Waits for the registrar";
  }

  /** The colour of that, which never tells alone. */
  public static String colour(RulebookChange change) {
    if (change.isAdopted()) {
      return "green";
    }
    return change.is(RulebookChange.Step.DECLINED) ? "red" : "yellow";
  }
}
