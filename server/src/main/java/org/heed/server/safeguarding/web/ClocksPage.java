package org.heed.server.safeguarding.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.ClockRow;
import org.heed.server.web.Link;
import org.heed.server.web.Page;

/**
 * The model of {@code safeguarding/clocks.jte}: each standard, how it stands and why.
 *
 * @param recordable the standards for which the asker may record something
 */
public record ClocksPage(Page page, CaseView view, String knownOn, Set<String> recordable) {
  public ClocksPage {
    recordable = Set.copyOf(recordable);
  }

  /** Whether the asker may record something for a standard: as the case is now. */
  public boolean may(ClockRow row) {
    return knownOn.isBlank() && recordable.contains(row.id());
  }

  public String address() {
    return "/cases/" + view.file().id();
  }

  public List<Link> tabs() {
    return CasePage.tabs(view.file().id(), knownOn);
  }

  public String here() {
    return tabs().get(1).href();
  }

  private List<ClockRow> rows() {
    Map<String, String> names = view.members();
    return view.clocks().stream().map(one -> new ClockRow(one, names, view.asOf())).toList();
  }

  /** Those that were started, the most pressing first. */
  public List<ClockRow> started() {
    return rows().stream().filter(ClockRow::applies).toList();
  }

  /** Those that nothing has started. */
  public List<ClockRow> others() {
    return rows().stream().filter(row -> !row.applies()).toList();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ClocksPage[" + view.file().id() + "]";
  }
}
