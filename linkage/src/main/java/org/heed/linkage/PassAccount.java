package org.heed.linkage;

/**
 * What one blocking pass added.
 *
 * @param name what its pairs have in common
 * @param pairs how many pairs no earlier pass had
 * @param expected how many of these are of one person, by their own probabilities
 */
public record PassAccount(String name, long pairs, double expected) {}
