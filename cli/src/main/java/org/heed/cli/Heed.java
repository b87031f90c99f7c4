package org.heed.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The root of the command line. Exit status 0 on success, 2 on wrong usage, 1 on failure; results
 * go to standard output and messages to standard error.
 */
@Command(
    name = "heed",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds, follows and counts reports of child exploitation.",
    footer = {"", "heed COMMAND --help explains one command."})
public final class Heed implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(out, err, args);
    out.flush();
    System.exit(status);
  }

  /** Runs one command and answers its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = Commands.lineFor(args);
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(Usage::explain);
    line.setExecutionExceptionHandler(Failures::explain);
    return line.execute(Commands.parsed(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of these:");
  }
}
