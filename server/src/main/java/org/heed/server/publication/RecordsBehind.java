package org.heed.server.publication;

/**
 * The records behind a figure without naming one.
 *
 * @param count how many there are
 * @param digest SHA-256, in hex, of their identifiers in order, each on a line: two answers with
 *     the same digest rest on the same records
 */
public record RecordsBehind(long count, String digest) {}
