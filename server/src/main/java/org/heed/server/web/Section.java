package org.heed.server.web;

/** A place in the service navigation. Which of them someone sees is part of {@link Viewer}. */
public enum Section {
  HOME("Home", "/"),
  INBOX("Inbox", "/inbox"),
  RECORD("Record", "/record"),
  REVIEW("Review", "/review"),
  REPORTS("Reports", "/reports"),
  SHARED("Shared with us", "/shared"),
  CASES("Cases", "/cases"),
  MISSING("Missing", "/missing"),
  PEOPLE("People", "/people"),
  CRIMES("Crimes", "/crimes"),
  INSPECTION("Inspection", "/inspections"),
  FIGURES("Figures", "/figures"),
  RULEBOOK("Rulebook", "/rulebook"),
  IMPORT("Import", "/import"),
  RETENTION("Retention", "/destructions"),
  AUDIT("Audit", "/audit");

  private final String label;
  private final String href;

  Section(String label, String href) {
    this.label = label;
    this.href = href;
  }

  /** The word shown. */
  public String label() {
    return label;
  }

  /** The path of its first page. */
  public String href() {
    return href;
  }
}
