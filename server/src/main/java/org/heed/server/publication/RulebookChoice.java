package org.heed.server.publication;

/**
 * A rulebook that can be counted by.
 *
 * @param name its full name
 * @param says how it stands
 */
public record RulebookChoice(String name, String says) {}
