package org.heed.server.importing;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** What a failed batch means, by SQLSTATE (PostgreSQL documentation, appendix A). */
enum Trouble {
  /** The database is away, or two transactions crossed: worth another try. */
  PASSING,
  /** Its disk is full. */
  DISK_FULL,
  /** A row that the database or the domain does not take. */
  ROWS,
  /** Not foreseen. */
  OTHER;

  static Trouble of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.code() == Refused.Code.NOT_SIGNED_IN ? OTHER : ROWS;
      }
      if (cause instanceof SQLTransientConnectionException) {
        return PASSING;
      }
      if (cause instanceof TransactionSystemException lost) {
        // Ending the transaction failed too: what it failed of is told apart.
        Throwable first = lost.getApplicationException();
        Trouble of = first == null ? OTHER : of(first);
        return of == OTHER ? PASSING : of;
      }
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return of(sql.getSQLState());
      }
    }
    return OTHER;
  }

  private static Trouble of(String state) {
    if (state.equals("53100")) {
      return DISK_FULL;
    }
    return switch (state.substring(0, 2)) {
      case "08", "40", "53", "57" -> PASSING;
      case "21", "22", "23", "54" -> ROWS;
      default -> OTHER;
    };
  }

  /** Whether some row's source and reference are taken by a report that the import cannot see. */
  static boolean isTaken(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
