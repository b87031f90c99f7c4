package org.heed.server.inspection;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a record is linked to a case by the people whom it is about; nothing that was written.
 *
 * @param kind {@code report} or {@code case}
 * @param what its own kind, in a code
 * @param on the day on which it was recorded or opened
 */
public record LinkedRecord(String kind, UUID id, String what, String area, LocalDate on) {}
