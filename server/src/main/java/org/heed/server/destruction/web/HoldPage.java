package org.heed.server.destruction.web;

import java.util.Arrays;
import java.util.List;
import org.heed.server.destruction.Destructions;
import org.heed.server.destruction.HoldKind;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;

/**
 * The model of {@code destruction/hold.jte}: that a report must be kept.
 *
 * @param mayLift whether the reader may say that it need not any longer
 */
public record HoldPage(Page page, Destructions.Keeping keeping, boolean mayLift, Typed typed) {

  /** Reasons that it can be kept for. */
  public List<Choice> kinds() {
    return Choice.list(HoldKind.values(), typed.get("kind"));
  }

  /** Reasons that can end: those that stand, and disclosure, which Heed supposes by itself. */
  public List<Choice> ending() {
    List<HoldKind> standing = keeping.held().kinds();
    return Arrays.stream(HoldKind.values())
        .filter(kind -> kind == HoldKind.DISCLOSURE || standing.contains(kind))
        .map(kind -> Choice.of(kind.code(), kind.title()).chosen(typed.get("ended")))
        .toList();
  }

  /** The report's identifier only. */
  @Override
  public String toString() {
    return "HoldPage[" + keeping.report().id() + "]";
  }
}
