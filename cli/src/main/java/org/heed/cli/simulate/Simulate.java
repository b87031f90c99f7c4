package org.heed.cli.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.heed.cli.Progress;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.ForceWriter;
import org.heed.simulator.Scenario;
import org.heed.simulator.SimulatedForce;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Writes an invented force to a folder: reports to import, events in order, and apart from them the
 * truth. Equal options write equal bytes.
 */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Writes an invented force with known truth to a folder.")
public final class Simulate implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "N",
      description = "Whole number; the same seed writes the same bytes.")
  private long seed;

  @Option(
      names = "--reports",
      required = true,
      paramLabel = "N",
      description = "Number of reports, over three years.")
  private int reports;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private @Nullable Path out;

  @Option(
      names = "--scenario",
      defaultValue = "county",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
  private String scenario = "county";

  @Option(
      names = "--end",
      paramLabel = "DATE",
      description = "Last day of the record, 2026-11-22 unless given.")
  private LocalDate end = ForceParameters.DEFAULT_END;

  /** The names of the scenarios, for help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Scenario.ALL.stream().map(Scenario::name).iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    ForceParameters parameters = parameters();
    Path folder = out == null ? Path.of(".") : out;
    try (Progress progress = Progress.of("reports", reports)) {
      ForceWriter.write(SimulatedForce.of(parameters), folder, progress::at);
    }
    return 0;
  }

  private ForceParameters parameters() {
    try {
      return ForceParameters.of(seed, reports).withScenario(Scenario.of(scenario)).withEnd(end);
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
