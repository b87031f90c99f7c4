package org.heed.server.destruction.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.destruction.Basis;
import org.heed.server.destruction.Destructions;
import org.heed.server.destruction.Hold;
import org.heed.server.destruction.Preview;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;

/**
 * The model of {@code destruction/report.jte}: what would go with a report, before anybody proposes
 * it.
 */
public record ReportToDestroyPage(Page page, UUID id, Destructions.Opened opened, Typed typed) {

  /** The report. */
  public ReportFile report() {
    return Objects.requireNonNull(opened.report().orElse(null));
  }

  /** What would go. */
  public Preview preview() {
    return opened.preview();
  }

  /** On what basis. */
  public List<Choice> bases() {
    return Choice.list(Basis.values(), typed.get("basis"));
  }

  /** Whether recording that the duty of disclosure has ended would help. */
  public boolean isHeldForDisclosure() {
    return preview().holds().stream().anyMatch(Hold::ofDisclosure);
  }

  /** The report's identifier only. */
  @Override
  public String toString() {
    return "ReportToDestroyPage[" + id + "]";
  }
}
