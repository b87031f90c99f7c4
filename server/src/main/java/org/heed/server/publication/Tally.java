package org.heed.server.publication;

/**
 * One count and what stands beside it.
 *
 * @param count what was asked for
 * @param notLinked of people: mentions that nobody has linked to a person, which may or may not be
 *     more people
 * @param apart of crimes: recorded and kept apart from the count (N100)
 * @param cancelled of crimes: recorded and since cancelled
 */
public record Tally(long count, long notLinked, long apart, long cancelled) {
  /** Nothing. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);
}
