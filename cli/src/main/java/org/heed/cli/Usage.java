package org.heed.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Explains a wrong use of the command line: what was wrong, the nearest right one, how to go on.
 */
final class Usage {
  private Usage() {}

  static int explain(ParameterException wrong, String[] args) {
    CommandLine line = wrong.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("heed: " + sentence(wrong));
    boolean suggested = UnmatchedArgumentException.printSuggestions(wrong, err);
    if (line.getParent() == null && !suggested) {
      err.println();
      line.usage(err);
    } else {
      err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    }
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException wrong) {
    boolean atRoot = wrong.getCommandLine().getParent() == null;
    if (atRoot && wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      return first.startsWith("-") ? "there is no option " + first : "there is no command " + first;
    }
    return String.valueOf(wrong.getMessage());
  }
}
