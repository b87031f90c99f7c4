package org.heed.cli.record;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The port to listen on. */
final class PortOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private int port;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on; 0 for any that is free (${DEFAULT-VALUE}).")
  void setPort(int port) {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(command.commandLine(), "a port is a number from 0 to 65535");
    }
    this.port = port;
  }

  int port() {
    return port;
  }
}
