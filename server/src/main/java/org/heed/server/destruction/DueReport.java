package org.heed.server.destruction;

import java.time.LocalDate;
import java.util.UUID;
import org.heed.server.report.ReportKind;

/** A report whose day has come to look whether it need still be kept. */
public record DueReport(
    UUID id, String reference, ReportKind kind, String area, LocalDate reviewOn) {}
