package org.heed.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Turns what stopped a command into one plain line on standard error and exit status 1. A fault
 * that nobody foresaw is named by its kind and place only: its message could hold personal text.
 */
final class Failures {
  private Failures() {}

  static int explain(Exception failure, CommandLine line, ParseResult parsed) {
    line.getErr().println("heed: " + sentence(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String sentence(Throwable failure) {
    return switch (failure) {
      case CommandFailure known -> String.valueOf(known.getMessage());
      case UncheckedIOException wrapped when wrapped.getCause() != null ->
          sentence(wrapped.getCause());
      case NoSuchFileException file -> "there is no file " + file.getFile() + ".";
      case AccessDeniedException file -> "may not open " + file.getFile() + ".";
      case FileAlreadyExistsException file -> file.getFile() + " exists already.";
      case FileSystemException file when file.getReason() != null ->
          file.getFile() + ": " + file.getReason() + ".";
      case IOException io when io.getMessage() != null ->
          "reading or writing failed: " + io.getMessage() + ".";
      default -> unforeseen(failure);
    };
  }

  private static String unforeseen(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
    return String.join(
        " ",
        "stopped by a fault of its own:",
        failure.getClass().getName(),
        "at",
        place + ". Please report it.");
  }
}
