package org.heed.server.document.web;

import java.util.List;
import java.util.Locale;
import org.heed.server.document.Document;
import org.heed.server.document.Documents;
import org.heed.server.document.Scan;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.web.CasePage;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code document/documents.jte}.
 *
 * @param largest the largest file that is taken, in bytes
 * @param says what was typed of a file that was not taken
 */
public record DocumentsPage(Page page, Documents.Opened opened, long largest, String says) {

  public CaseFile file() {
    return opened.view().file();
  }

  public String address() {
    return "/cases/" + file().id() + "/documents";
  }

  public List<Link> tabs() {
    return CasePage.tabs(file().id(), "");
  }

  public String here() {
    return address();
  }

  /** Where a document’s bytes are. */
  public String address(Document one) {
    return address() + "/" + one.id();
  }

  /** “PDF, 1.2 MB”. */
  public static String kind(Document one) {
    return one.type().title() + ", " + size(one.size());
  }

  /** The largest file, in words. */
  public String most() {
    return size(largest);
  }

  static String size(long bytes) {
    if (bytes < 1_000) {
      return Words.count(bytes, "byte", "bytes");
    }
    return bytes < 1_000_000
        ? Words.number((bytes + 999) / 1_000) + " kB"
        : String.format(Locale.UK, "%.1f MB", bytes / (double) (1 << 20));
  }

  /** How it stands, in a word. */
  public static String standing(Document one) {
    return one.withdrawn().isPresent() ? "Withdrawn" : one.scanned().outcome().title();
  }

  /** The colour of that word. */
  public static String colour(Document one) {
    if (one.withdrawn().isPresent()) {
      return "grey";
    }
    return switch (one.scanned().outcome()) {
      case CLEAN -> "green";
      case INFECTED -> "red";
      case WAITING, NOT_SCANNED -> "yellow";
    };
  }

  /** Whether it can be scanned now. */
  public boolean waits(Document one) {
    return opened.scanned()
        && one.withdrawn().isEmpty()
        && (one.scanned().outcome() == Scan.WAITING || one.scanned().outcome() == Scan.NOT_SCANNED);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "DocumentsPage[" + file().id() + "]";
  }
}
