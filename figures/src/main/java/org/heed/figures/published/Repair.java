package org.heed.figures.published;

/**
 * A value changed on reading, because a spreadsheet had damaged it.
 *
 * @param from the value as found, such as 37.200000000000003
 * @param to the value read instead, such as 37.2
 * @param rows how many rows had it
 */
public record Repair(String from, String to, long rows) {}
