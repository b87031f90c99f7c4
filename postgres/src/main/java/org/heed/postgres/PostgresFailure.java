package org.heed.postgres;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL cannot be used, and why. The message is one plain sentence that names what is wrong
 * and the cure; it holds no password and no record's content, so that it may be shown and logged.
 */
public final class PostgresFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for callers that act on it. */
  public enum Kind {
    /** Another Heed holds the data folder. */
    FOLDER_IN_USE,
    /** No Heed holds the data folder, so there is no server to join. */
    NOT_RUNNING,
    /** The data folder cannot be written, or holds something that is not Heed's. */
    FOLDER_UNUSABLE,
    /** No space is left for the data folder. */
    DISK_FULL,
    /** The port asked for is taken. */
    PORT_TAKEN,
    /** No PostgreSQL binaries were found. */
    NO_BINARIES,
    /** The data folder or the server has a version that does not fit. */
    WRONG_VERSION,
    /** PostgreSQL refuses to run as this operating-system user. */
    WRONG_USER,
    /** The stored data fail their checksums. */
    DAMAGED,
    /** The server could lose acknowledged records. */
    NOT_DURABLE,
    /** A database address or a setting cannot be understood. */
    BAD_SETTING,
    /** The server did not start or did not stop, for another reason. */
    SERVER
  }

  private final Kind kind;

  PostgresFailure(Kind kind, String sentence) {
    this(kind, sentence, null);
  }

  PostgresFailure(Kind kind, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}
