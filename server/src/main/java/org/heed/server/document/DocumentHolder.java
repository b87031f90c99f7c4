package org.heed.server.document;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;

/** What a document is attached to. Whoever may not see that gets nothing of it. */
public record DocumentHolder(Kind kind, UUID id) {
  /** What it is. */
  public enum Kind {
    /** A case. */
    CASE,
    /** A report, in all its versions. */
    REPORT
  }

  /** A case. */
  public static DocumentHolder ofCase(UUID id) {
    return new DocumentHolder(Kind.CASE, id);
  }

  /** A report. */
  public static DocumentHolder ofReport(UUID id) {
    return new DocumentHolder(Kind.REPORT, id);
  }

  /** Where its documents are. */
  public String address() {
    return switch (kind) {
      case CASE -> "/cases/" + id + "/documents";
      case REPORT -> "/reports/" + id + "/documents";
    };
  }

  /** The purpose of a look at it. */
  String purpose() {
    return switch (kind) {
      case CASE -> "read-case";
      case REPORT -> "read-report";
    };
  }

  /** The column that names it. */
  String column() {
    return switch (kind) {
      case CASE -> "case_file";
      case REPORT -> "report";
    };
  }

  /** Whether somebody may attach documents to what they see of its kind. */
  public boolean isWrittenBy(Caller caller) {
    return switch (kind) {
      case CASE -> caller.may(Right.CASES);
      case REPORT -> caller.may(Right.RECORD) || caller.may(Right.REVIEW);
    };
  }

  /**
   * Whether somebody may take back a document that they see there: whoever records a report takes
   * back what they attached themselves, and whoever reviews any.
   *
   * @param attachedBy the account of who attached it
   */
  boolean isTakenBackBy(Caller caller, UUID attachedBy) {
    return isWrittenBy(caller)
        && switch (kind) {
          case CASE -> true;
          case REPORT -> caller.may(Right.REVIEW) || attachedBy.equals(caller.account());
        };
  }

  void requireWrites(Caller caller) {
    if (!isWrittenBy(caller)) {
      throw new Refused(Refused.Code.NOT_ALLOWED, "You may not attach documents here.");
    }
  }
}
