package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of one kind nobody has opened, counted.
 *
 * @param one what it is called, such as “message”
 * @param many several of them
 * @param href where they are opened
 * @param oldest when the oldest came or was sent; null where there is none
 * @param day how many of them came within a day
 * @param week how many came within a week and not within a day
 * @param risk what is known of the risk in them, each a sentence
 */
public record Unopened(
    String one,
    String many,
    String href,
    long count,
    @Nullable Instant oldest,
    long day,
    long week,
    List<String> risk) {
  public Unopened {
    risk = List.copyOf(risk);
  }

  /** How many are older than a week. */
  public long older() {
    return count - day - week;
  }
}
