package org.heed.server.audit.web;

/** The pages of the audit. */
public enum AuditTab {
  ENTRIES("Who looked at what", "/audit"),
  UNUSUAL("Unusual looking", "/audit/unusual"),
  LEDGER("The ledger’s proof", "/audit/ledger");

  private final String label;
  private final String href;

  AuditTab(String label, String href) {
    this.label = label;
    this.href = href;
  }

  public String label() {
    return label;
  }

  public String href() {
    return href;
  }
}
