package org.heed.server.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger has come.
 *
 * @param size entries that have a position
 * @param settledAt the horizon: when the newest of them were settled; null while there are none
 * @param waiting entries that wait for a position
 * @param checkpoint the newest signed note; null while there is none
 */
public record LedgerState(
    long size, @Nullable Instant settledAt, long waiting, @Nullable String checkpoint) {}
