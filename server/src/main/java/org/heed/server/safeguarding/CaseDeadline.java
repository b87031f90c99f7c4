package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.UUID;
import org.heed.rulebook.Standard;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done in an open case, without a word of what.
 *
 * @param about which clock or action, by identifiers alone
 * @param nearsFrom from when on it nears
 * @param pastFrom from when on others are told too
 * @param to whom besides its owner
 * @param owner who answers for it; null: nobody yet
 */
public record CaseDeadline(
    UUID caseFile,
    String number,
    String area,
    String about,
    Instant due,
    Instant nearsFrom,
    Instant pastFrom,
    Standard.To to,
    @Nullable UUID owner) {}
