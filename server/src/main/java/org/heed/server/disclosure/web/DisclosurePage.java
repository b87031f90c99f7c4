package org.heed.server.disclosure.web;

import java.util.List;
import org.heed.server.disclosure.MadePaper;
import org.heed.server.disclosure.Schedules;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.web.CasePage;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code disclosure/disclosure.jte}: papers of a case, and what is unused in it. */
public record DisclosurePage(Page page, Schedules.Opened opened) {

  public CaseFile file() {
    return opened.view().file();
  }

  public String address() {
    return "/cases/" + file().id() + "/disclosure";
  }

  public List<Link> tabs() {
    return CasePage.tabs(file().id(), "");
  }

  public String here() {
    return address();
  }

  /** Where a file of a paper is. */
  public String address(MadePaper paper, MadePaper.File one) {
    return address() + "/" + paper.id() + "/" + one.name();
  }

  /** “PDF, 84 kB”. */
  public static String kind(MadePaper.File one) {
    String type = one.media().equals("application/pdf") ? "PDF" : "CSV";
    return type + ", " + Words.number((one.size() + 999) / 1_000) + " kB";
  }

  /** What is in it, in words. */
  public static String holds(MadePaper paper) {
    String items = Words.count(paper.items(), "item", "items");
    return paper.gaps() == 0
        ? items
        : items + ", " + Words.count(paper.gaps(), "redaction", "redactions") + " burnt in";
  }

  /** How many are sensitive. */
  public long sensitive() {
    return opened.entries().stream().filter(Schedules.Entry::sensitive).count();
  }

  /** Those that nobody has looked at. */
  public List<Schedules.Entry> undecided() {
    return opened.entries().stream().filter(one -> !one.isDecided()).toList();
  }

  /** When something was made, in words. */
  public static String when(Schedules.Entry one) {
    java.time.Instant at = one.item().at();
    return at == null ? "Not recorded" : Words.date(at);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "DisclosurePage[" + file().id() + "]";
  }
}
