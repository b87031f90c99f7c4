package org.heed.figures.counting;

/**
 * A rule that took part in a decision, and how, in a sentence that names nobody.
 *
 * @param rule its id
 */
public record Because(String rule, String says) {}
