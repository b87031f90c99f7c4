package org.heed.server.report;

/**
 * Which reports a list shows; an empty text stands for any.
 *
 * @param flag yes, no, need-more or undecided
 * @param ask decision, look or none
 * @param reference the beginning of the reference
 */
public record ReportFilter(String area, String kind, String flag, String ask, String reference) {
  /** Every report. */
  public static final ReportFilter ANY = new ReportFilter("", "", "", "", "");
}
