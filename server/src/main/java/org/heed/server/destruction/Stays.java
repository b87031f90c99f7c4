package org.heed.server.destruction;

import java.util.UUID;

/**
 * Something that speaks of a report, or rests on it, and is not destroyed with it.
 *
 * @param kind case, person, missing or audit
 * @param name a number, a day or a title; empty for a person
 */
public record Stays(String kind, String name, UUID of) {

  /** What it is. */
  public String says() {
    return switch (kind) {
      case "case" ->
          "Case " + name + ": that the report was linked, and what people wrote in their own words";
      case "person" -> "Somebody whom other records speak of too: what these say";
      case "missing" -> "The missing episode of " + name + ", which was recorded from it";
      default -> "Recording audit " + name + ": that it was drawn";
    };
  }

  /** What it is of; a name could be personal. */
  @Override
  public String toString() {
    return "Stays[" + kind + "]";
  }
}
