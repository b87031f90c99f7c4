package org.heed.rulebook;

import java.util.List;

/**
 * When several people are a group, by one named definition. Definitions conflict, so that they are
 * held beside each other.
 *
 * @param says in words, with what no count can tell and a person has to say
 * @param suspects how many at least
 * @param children how many at least who were harmed or worried about
 * @param reports in how many at least
 * @param through what joins two suspects: one report, a child, a place, a vehicle, a phone
 */
public record GroupDefinition(
    String id,
    String version,
    String title,
    String says,
    String source,
    int suspects,
    int children,
    int reports,
    List<String> through,
    Where at) {
  /** What can join two suspects. */
  public static final List<String> JOINS = List.of("report", "child", "place", "vehicle", "phone");

  public GroupDefinition {
    through = List.copyOf(through);
  }
}
