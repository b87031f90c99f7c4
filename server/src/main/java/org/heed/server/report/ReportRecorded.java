package org.heed.server.report;

import java.util.UUID;

/** A report was recorded, or a new version of one. */
public record ReportRecorded(UUID report, int version, NewReport content) {}
