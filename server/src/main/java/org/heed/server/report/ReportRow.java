package org.heed.server.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report in a list.
 *
 * @param ask decision, look, or null where nothing prompts
 * @param flag yes, no, need-more, or null while undecided
 */
public record ReportRow(
    UUID id,
    String reference,
    ReportKind kind,
    String area,
    Instant recordedAt,
    @Nullable String ask,
    @Nullable String flag) {}
