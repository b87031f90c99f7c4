package org.heed.rulebook;

/**
 * A condition with a name, to be used in others.
 *
 * @param written the condition as written, for people
 */
public record NamedCondition(String name, String written, Where at) {}
