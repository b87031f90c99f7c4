package org.heed.figures.counting;

import java.util.HashMap;
import java.util.Map;

/** Names that belong together, joined two by two; each set is known by one of its names. */
public final class Unions {
  private final Map<String, String> above = new HashMap<>();

  /** The name that a name's set is known by. */
  public String top(String name) {
    String at = name;
    for (String next = above.getOrDefault(at, at);
        !next.equals(at);
        next = above.getOrDefault(at, at)) {
      above.put(at, above.getOrDefault(next, next));
      at = next;
    }
    return at;
  }

  /** Joins the sets of two names; theirs is known by what the second's was. */
  public void join(String name, String to) {
    above.put(top(name), top(to));
  }
}
