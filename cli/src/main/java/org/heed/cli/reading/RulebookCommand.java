package org.heed.cli.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heed.clocks.StandardExamples;
import org.heed.figures.counting.CountingExamples;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookDiff;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.text.Reader;
import org.heed.text.RulebookExamples;
import org.heed.text.RulebookTooLargeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heed rulebook}: check, test and compare rulebooks. */
@Command(
    name = "rulebook",
    mixinStandardHelpOptions = true,
    description = "Checks a rulebook, runs its own examples, or compares two in words.")
public final class RulebookCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do with the rulebook: check, test or diff");
  }

  @Command(name = "check", description = "Names every mistake with file, line and cure.")
  int check(@Parameters(paramLabel = "DIR") String folder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Rulebook rulebook = RulebookLoader.load(Path.of(folder));
      Reader reader = Reader.of(rulebook);
      long phrases = rulebook.concepts().stream().mapToLong(c -> c.phrases().size()).sum();
      out.println(
          reader.rulebook().id()
              + " is sound: "
              + rulebook.concepts().size()
              + " concepts, "
              + phrases
              + " phrases, "
              + rulebook.prompts().rules().size()
              + " prompt rules, "
              + rulebook.counting().rules().size()
              + " counting rules, "
              + rulebook.standards().size()
              + " standards");
      out.flush();
      return 0;
    } catch (RulebookException e) {
      return list(e.problems(), out);
    } catch (RulebookTooLargeException e) {
      out.println("rulebook.yaml:1: " + e.getMessage());
      out.flush();
      return 1;
    }
  }

  @Command(name = "test", description = "Runs the examples that the rulebook carries.")
  int test(@Parameters(paramLabel = "DIR") String folder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Rulebook rulebook = Rulebooks.load(folder);
    RulebookExamples.Result result = RulebookExamples.run(Reader.of(rulebook));
    CountingExamples.Result counted = CountingExamples.run(rulebook.counting());
    List<Problem> failures = new ArrayList<>(result.failures());
    failures.addAll(counted.failures());
    StandardExamples.Result timed = StandardExamples.run(rulebook);
    failures.addAll(timed.failures());
    failures.sort(Comparator.comparing(Problem::at));
    int status = list(failures, out);
    out.println(
        rulebook.id()
            + ": "
            + (result.examples() + counted.examples() + timed.examples())
            + " examples, "
            + failures.size()
            + " not as they should be");
    out.flush();
    return status;
  }

  @Command(name = "diff", description = "Says in words what differs from A to B.")
  int diff(@Parameters(paramLabel = "A") String a, @Parameters(paramLabel = "B") String b)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    RulebookDiff.between(Rulebooks.load(a), Rulebooks.load(b)).forEach(out::println);
    out.flush();
    return 0;
  }

  private static int list(List<Problem> problems, PrintWriter out) {
    problems.forEach(out::println);
    out.flush();
    return problems.isEmpty() ? 0 : 1;
  }
}
