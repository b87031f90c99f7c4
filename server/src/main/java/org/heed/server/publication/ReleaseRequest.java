package org.heed.server.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heed.server.access.Refused;

/**
 * What to freeze and publish.
 *
 * @param id small letters, digits and hyphens; it names the release for ever
 * @param hideBelow counts from 1 up to but not including this are hidden
 * @param questions answered as known at one moment, which is that of the first that names one
 */
public record ReleaseRequest(
    String id, String title, String publisher, long hideBelow, List<Named> questions) {

  /** A question and the name of its table. */
  public record Named(String name, Question question) {
    public Named {
      requireName("name", name);
    }
  }

  /**
   * Checks.
   *
   * @throws Refused naming what is wrong
   */
  public ReleaseRequest {
    questions = List.copyOf(questions);
    requireName("id", id);
    if (questions.isEmpty()) {
      throw new Refused(Refused.Code.INVALID, "A release has at least one question.");
    }
    if (hideBelow < 2) {
      throw new Refused(Refused.Code.INVALID, "hide_below is a number from 2.");
    }
    Set<String> names = new HashSet<>();
    for (Named named : questions) {
      if (!names.add(named.name())) {
        throw new Refused(Refused.Code.INVALID, "Two questions are named " + named.name() + ".");
      }
    }
  }

  private static void requireName(String field, String name) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 60) {
      throw new Refused(
          Refused.Code.INVALID,
          field + " is up to 60 small letters, digits and hyphens, like reports-by-month.");
    }
  }
}
