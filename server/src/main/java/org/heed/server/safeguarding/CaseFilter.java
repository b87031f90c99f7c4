package org.heed.server.safeguarding;

/**
 * What cases a list has; an empty text leaves nothing out.
 *
 * @param standing open, closing (proposed) or closed
 * @param owner mine, nobody or anybody
 */
public record CaseFilter(String area, String kind, String standing, String owner, String number) {
  /** Those that are worked on. */
  public static final CaseFilter OPEN = new CaseFilter("", "", "open", "", "");
}
