package org.heed.server.ledger;

import java.io.Serial;
import java.sql.SQLException;

/** The database could not be read to its end. Names the fault's code only, never a value. */
public final class UnreadableRecord extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnreadableRecord(SQLException cause) {
    super(
        "42501".equals(cause.getSQLState())
            ? "The database's user may not see every row: give the user who owns the database."
            : "The database could not be read (SQLSTATE " + cause.getSQLState() + ").",
        cause);
  }
}
