package org.heed.server.document.web;

import java.util.List;
import java.util.Locale;
import org.heed.server.access.Caller;
import org.heed.server.document.Document;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.Scan;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code document/list.jte}.
 *
 * @param scanned whether there is a scanner
 * @param largest the largest file that is taken, in bytes
 * @param says what was typed of a file that was not taken
 * @param asker who looks
 */
public record DocumentList(
    Page page,
    DocumentHolder of,
    List<Document> documents,
    boolean scanned,
    long largest,
    String says,
    Caller asker) {
  public DocumentList {
    documents = List.copyOf(documents);
  }

  /** Whether the asker may attach more. */
  public boolean writes() {
    return of.isWrittenBy(asker);
  }

  /** Whether the asker may take one back, or put it in again. */
  public boolean takesBack(Document one) {
    return one.isTakenBackBy(asker);
  }

  /** Where they are. */
  public String address() {
    return of.address();
  }

  /** Where a document’s bytes are. */
  public String address(Document one) {
    return address() + "/" + one.id();
  }

  /** What holds them, in a word. */
  public String holder() {
    return switch (of.kind()) {
      case CASE -> "case";
      case REPORT -> "report";
    };
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
    return scanned
        && one.withdrawn().isEmpty()
        && (one.scanned().outcome() == Scan.WAITING || one.scanned().outcome() == Scan.NOT_SCANNED);
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "DocumentList[" + of.id() + "]";
  }
}
