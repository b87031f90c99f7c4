package org.heed.server.web;

import java.sql.SQLException;

/**
 * What the log may say of an exception: its classes and where it was thrown, with the state's code
 * where a database failed. Never its message, which may quote the record or what was typed.
 */
public final class Faults {
  private static final int MOST_FRAMES = 40;
  private static final int MOST_CAUSES = 8;

  private Faults() {}

  /** Classes and frames, from the outermost exception to what caused it, one a line. */
  public static String text(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < MOST_CAUSES; depth++) {
      text.append(depth == 0 ? "" : "\nbecause of ").append(one.getClass().getName());
      if (one instanceof SQLException sql && sql.getSQLState() != null) {
        text.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
      }
      StackTraceElement[] frames = one.getStackTrace();
      for (int i = 0; i < frames.length && i < MOST_FRAMES; i++) {
        text.append("\n  at ").append(frames[i]);
      }
      one = one.getCause();
    }
    return text.toString();
  }
}
