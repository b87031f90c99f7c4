package org.heed.server.ledger;

import java.time.Instant;

/**
 * A log that was taken back from its export.
 *
 * @param log its name
 * @param key the public key that signed it
 * @param size entries it had
 * @param note its signed checkpoint
 * @param placesKept whether its entries kept their positions and times
 * @param at when it was taken back
 */
public record TakenLog(
    String log, String key, long size, String note, boolean placesKept, Instant at) {}
