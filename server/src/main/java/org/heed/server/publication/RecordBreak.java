package org.heed.server.publication;

import java.time.LocalDate;

/**
 * A day from which the record was made otherwise.
 *
 * @param from the first day
 * @param says what changed, in a few words
 */
public record RecordBreak(LocalDate from, String says) {}
