package org.heed.server.web;

import java.util.List;

/**
 * One row of a summary list: what it is, and what is known.
 *
 * @param lines the value, one paragraph a line; none means "Not known"
 */
public record Fact(String key, List<String> lines, List<Link> actions) {

  /** Copies. */
  public Fact {
    lines = List.copyOf(lines);
    actions = List.copyOf(actions);
  }

  /** A fact with one line and no actions. A blank value is shown as not known. */
  public static Fact of(String key, String value) {
    return new Fact(key, value.isBlank() ? List.of() : List.of(value), List.of());
  }

  /** The same with an action. */
  public Fact with(Link action) {
    var more = new java.util.ArrayList<>(actions);
    more.add(action);
    return new Fact(key, lines, more);
  }

  /** Values are personal text. */
  @Override
  public String toString() {
    return "Fact[" + key + "]";
  }
}
