package org.heed.cli.record;

import org.heed.cli.CommandFailure;
import org.heed.postgres.PostgresFailure;
import org.heed.server.StartFailure;
import org.heed.server.store.DatabaseFault;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, under what a library wrapped around it, the failure that has a plain sentence. */
final class ServerFailures {
  private ServerFailures() {}

  /** The failure as one sentence, or unchanged where nobody foresaw it. */
  static RuntimeException explained(Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String sentence = sentence(cause);
      if (sentence != null) {
        return new CommandFailure(sentence, thrown);
      }
    }
    String sentence = sentence(DatabaseFault.of(thrown));
    if (sentence != null) {
      return new CommandFailure(sentence, thrown);
    }
    return thrown instanceof RuntimeException unforeseen
        ? unforeseen
        : new IllegalStateException(thrown);
  }

  private static @Nullable String sentence(Throwable cause) {
    return switch (cause) {
      case StartFailure known -> known.getMessage();
      case PostgresFailure known -> known.getMessage();
      case PortInUseException taken ->
          "Port " + taken.getPort() + " is taken by another program: choose another with --port.";
      default -> null;
    };
  }

  private static @Nullable String sentence(DatabaseFault fault) {
    return switch (fault) {
      case AWAY, AWAY_AT_THE_END ->
          "The database does not answer any longer: see that it runs, and run this again; nothing"
              + " goes in twice.";
      case DISK_FULL ->
          "The database's disk is full: make room, and run this again; nothing goes in twice.";
      case NOT_LET_IN ->
          "The database does not let this user in: check the user and give the password in"
              + " PGPASSWORD.";
      case NONE -> null;
    };
  }
}
