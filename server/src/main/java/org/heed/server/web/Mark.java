package org.heed.server.web;

import java.util.List;

/**
 * Something found in a narrative, as a page shows it.
 *
 * @param start the first code point of the text it covers
 * @param end the code point after the last
 * @param label what was found, in words
 * @param context how it was said, in words: "not", "past", "reported by someone else"
 * @param why which words made it so and where they stand, each a sentence
 * @param id letters, digits and hyphens, unique on the page
 * @param note more to read beside it: the rule and its version, or a better wording; may be empty
 */
public record Mark(
    int start,
    int end,
    Kind kind,
    String label,
    List<String> context,
    List<String> why,
    String id,
    String note) {

  /** The groups of the operational definition, and the wording of the report itself. */
  public enum Kind {
    HARM("Evidence of harm"),
    PLACE("Alleged perpetrator or location"),
    VULNERABILITY("Vulnerability"),
    OTHER("Other"),
    LANGUAGE("Wording to think about");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    /** The heading of the group. */
    public String heading() {
      return heading;
    }

    /** The ending of its style class. */
    public String style() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Checks and copies. */
  public Mark {
    context = List.copyOf(context);
    why = List.copyOf(why);
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a mark from " + start + " to " + end);
    }
    if (!id.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("an id has letters, digits and hyphens");
    }
  }

  /** A mark without context or note. */
  public static Mark of(int start, int end, Kind kind, String label, String id) {
    return new Mark(start, end, kind, label, List.of(), List.of(), id, "");
  }
}
