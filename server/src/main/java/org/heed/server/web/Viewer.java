package org.heed.server.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person as a page needs them.
 *
 * @param account theirs
 * @param name how they are called on the page, for example "DC Amara Holt"
 * @param roles their roles in words, for example "Reviewer"
 * @param sections the parts of the service they may open; navigation shows these and no others
 */
public record Viewer(UUID account, String name, List<String> roles, Set<Section> sections) {

  /** Checks and copies. */
  public Viewer {
    roles = List.copyOf(roles);
    sections = Set.copyOf(sections);
  }

  /** The permitted sections in the order of the navigation. */
  public List<Section> navigation() {
    return sections.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(sections));
  }

  /** Roles in one line. */
  public String roleLine() {
    return String.join(", ", roles);
  }

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "Viewer[" + roles + "]";
  }
}
