package org.heed.server.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * What an exception says about the database itself, by SQLSTATE (PostgreSQL documentation, appendix
 * A). Nobody's input caused such a fault, and no program can mend it.
 */
public enum DatabaseFault {
  /** It does not answer, or refuses connections: what was asked has not been done. */
  AWAY,
  /** It went away while a transaction was being ended: done or not, nobody was told. */
  AWAY_AT_THE_END,
  /** Its disk is full: what was asked has not been done. */
  DISK_FULL,
  /** It does not let this user in. */
  NOT_LET_IN,
  /** Something else: the exception is about what was asked. */
  NONE;

  /** Looks at an exception and at what caused it. */
  public static DatabaseFault of(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransactionSystemException ended) {
        return ofEnd(ended);
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return of(sql.getSQLState());
      }
      if (cause instanceof SQLTransientConnectionException) {
        return AWAY;
      }
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotGetJdbcConnectionException
          || cause instanceof CannotCreateTransactionException) {
        return AWAY;
      }
    }
    return NONE;
  }

  /** A failed rollback hides what failed first; a failed commit hides nothing. */
  private static DatabaseFault ofEnd(TransactionSystemException ended) {
    Throwable first = ended.getApplicationException();
    if (first != null) {
      DatabaseFault of = of(first);
      return of == NONE ? AWAY : of;
    }
    DatabaseFault of = of(ended.getCause());
    return of == AWAY ? AWAY_AT_THE_END : of;
  }

  private static DatabaseFault of(String state) {
    if (state.equals("53100")) {
      return DISK_FULL;
    }
    return switch (state.substring(0, 2)) {
      case "08", "53", "58" -> AWAY;
      case "28" -> NOT_LET_IN;
      case "57" -> state.equals("57014") ? NONE : AWAY;
      default -> NONE;
    };
  }
}
