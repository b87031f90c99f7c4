package org.heed.figures.published;

/**
 * One published count.
 *
 * @param quarter when
 * @param count how many; below zero where more records were cancelled or moved away than made
 */
public record QuarterCount(Quarter quarter, long count) {}
