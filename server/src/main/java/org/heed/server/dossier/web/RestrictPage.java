package org.heed.server.dossier.web;

import org.heed.server.report.ReportFile;
import org.heed.server.web.Page;

/**
 * The model of {@code dossier/restrict.jte}.
 *
 * @param members sign-in names as typed
 */
public record RestrictPage(
    Page page, ReportFile report, boolean restricted, String members, String reason) {

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "RestrictPage[" + report.id() + "]";
  }
}
