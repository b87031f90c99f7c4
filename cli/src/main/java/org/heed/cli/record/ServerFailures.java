package org.heed.cli.record;

import org.heed.cli.CommandFailure;
import org.heed.postgres.PostgresFailure;
import org.heed.server.StartFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, under what a library wrapped around it, the failure that has a plain sentence. */
final class ServerFailures {
  private ServerFailures() {}

  /** The failure as one sentence, or unchanged where nobody foresaw it. */
  static RuntimeException explained(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String sentence = sentence(cause);
      if (sentence != null) {
        return new CommandFailure(sentence, thrown);
      }
    }
    return thrown;
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
}
