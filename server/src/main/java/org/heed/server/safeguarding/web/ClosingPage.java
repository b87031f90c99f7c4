package org.heed.server.safeguarding.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.safeguarding.CaseAct;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CasePlan.LineAct;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.ClockRow;
import org.heed.server.safeguarding.Closings.StillOpen;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;

/**
 * The model of {@code safeguarding/closing.jte}: what is still open, and who may do what.
 *
 * @param me who is looking
 */
public record ClosingPage(
    Page page, CaseView view, String knownOn, UUID me, Map<String, String> typed) {

  public String address() {
    return "/cases/" + view.file().id();
  }

  public List<Link> tabs() {
    return CasePage.tabs(view.file().id(), knownOn);
  }

  public String here() {
    return tabs().get(5).href();
  }

  public StillOpen open() {
    return view.stillOpen();
  }

  public List<ClockRow> clocks() {
    return open().clocks().stream()
        .map(one -> new ClockRow(one, view.members(), view.asOf()))
        .toList();
  }

  /** How a line of enquiry may end with the case. */
  public List<Choice> ends(CasePlan.Line line) {
    return Choice.list(new LineAct[] {LineAct.CLOSED, LineAct.REFUSED}, typed("line-" + line.id()));
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  private CaseFile.State last() {
    return view.file().states().getFirst();
  }

  /** The number of the last thing done to it. */
  public int seen() {
    return last().seq();
  }

  public boolean may() {
    return knownOn.isBlank();
  }

  public boolean closed() {
    return last().act() == CaseAct.CLOSED;
  }

  public boolean proposed() {
    return last().act() == CaseAct.CLOSURE_PROPOSED;
  }

  /** Whether who is looking proposed it, and so cannot sign. */
  public boolean mine() {
    return last().by().equals(me);
  }

  /** Who did the last thing, when and why. */
  public String by() {
    return view.name(last().by());
  }

  public String reason() {
    return last().reason();
  }

  /** What was open when it was closed, or empty. */
  public String openThen() {
    String then = last().stillOpen();
    return then == null ? "" : then;
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ClosingPage[" + view.file().id() + "]";
  }
}
