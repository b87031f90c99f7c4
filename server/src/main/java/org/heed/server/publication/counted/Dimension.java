package org.heed.server.publication.counted;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What counts can be grouped and limited by. */
public enum Dimension {
  /** The area's code. */
  AREA(0),
  /** Of a crime: counted, apart (N100), cancelled, or merged: counted in another. */
  STANDING(1),
  /** {@code none}, {@code no}, {@code need-more}, or for a yes what led to it. */
  FLAG(2),
  /** Each rulebook that read it, with + where it prompts and - where not; empty where unread. */
  READ(3),
  /** Whether the first reading prompts: yes, no, or none where unread. */
  FIRST(4),
  /** {@code recent}, {@code non-recent} or {@code not-known}. */
  RECENCY(5),
  /** How it came to notice, or {@code not-recorded}. */
  NOTICE(6),
  /** Of a crime its offence, of a report its kind. */
  WHAT(7),
  /** Which days are missing: o for occurred, r for reported. */
  UNDATED(8),
  /** What a blind reader of a random draw said: see {@link Review}. */
  REVIEW(9),
  /** The operation it belongs to, by a key that is not its name; empty: to none. */
  OPERATION(10);

  private final int column;

  Dimension(int column) {
    this.column = column;
  }

  /** Its place among the columns. */
  int column() {
    return column;
  }

  /** How many there are. */
  static final int COUNT = values().length;

  /** Their names, in order. */
  static List<String> names() {
    return Arrays.stream(values()).map(Dimension::code).toList();
  }

  /** As the event log has it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
