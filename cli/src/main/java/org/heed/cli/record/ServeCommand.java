package org.heed.cli.record;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.heed.server.HeedServer;
import org.heed.server.ServeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code heed serve}: the server, until it is ended. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs Heed; Ctrl-C ends it.")
public final class ServeCommand implements Callable<Integer> {
  @Mixin private RecordOptions record;
  @Mixin private PortOption listen;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ServeOptions options = record.serveOptions(listen.port());
    return new Running()
        .run(
            options.port(),
            () -> HeedServer.start(options),
            server -> out.println("Heed is ready at http://localhost:" + server.port()));
  }
}
