package org.heed.cli.record;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.heed.cli.Progress;
import org.heed.server.demo.Demo;
import org.heed.server.demo.DemoSignIns;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heed demo}: Heed with a simulated force in it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Runs Heed with a simulated force; Ctrl-C ends it.")
public final class DemoCommand implements Callable<Integer> {
  @Mixin private RecordOptions record;
  @Mixin private PortOption listen;
  @Spec private CommandSpec spec;

  @Option(
      names = "--reports",
      paramLabel = "N",
      defaultValue = "3000",
      description = "How many reports the force has in three years (3000).")
  private int reports;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of the simulated force (1).")
  private long seed;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "recognition-only",
      description = "Why its flagged crimes rise, as of heed simulate (recognition-only).")
  private String scenario;

  @Override
  public Integer call() {
    ForceParameters force = ForceParameters.of(seed, reports).withScenario(scenario());
    PrintWriter out = spec.commandLine().getOut();
    AtomicReference<Demo> demo = new AtomicReference<>();
    return new Running()
        .run(
            listen.port(),
            () -> {
              try (Progress progress = Progress.of("events", -1)) {
                Demo started = Demo.start(record.serveOptions(listen.port()), force, progress::at);
                demo.set(started);
                return started.server();
              }
            },
            server -> tell(out, demo.get(), server.port()));
  }

  private Scenario scenario() {
    try {
      return Scenario.of(scenario);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static void tell(PrintWriter out, Demo demo, int port) {
    out.println("Heed is ready at http://localhost:" + port);
    out.println("Sign in as one of these; the password of each is " + demo.password());
    for (DemoSignIns.SignIn one : demo.signIns()) {
      String area = one.area() == null ? "" : ", " + one.area();
      out.println(String.format(Locale.ROOT, "  %-14s %s%s", one.name(), one.role(), area));
    }
    out.flush();
  }
}
