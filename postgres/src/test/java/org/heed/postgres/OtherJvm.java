package org.heed.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A second Heed process: starts the server and waits to be killed, or joins a running one. */
final class OtherJvm {
  private OtherJvm() {}

  static Process launch(String act, Path data) {
    try {
      return new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherJvm.class.getName(),
                  act,
                  data.toString()))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first line that it prints. */
  static String firstLine(Process process) {
    try {
      BufferedReader reader = process.inputReader();
      return String.valueOf(reader.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String run(String act, Path data) {
    Process process = launch(act, data);
    String line = firstLine(process);
    process.destroyForcibly().onExit().join();
    return line;
  }

  /** Prints {@code port N} or the refusal, then waits until its input ends. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[1]);
    try {
      if (arguments[0].equals("attach")) {
        System.out.println("port " + OwnPostgres.attach(data).port());
        return;
      }
      OwnPostgres server =
          OwnPostgres.start(
              data, Fixtures.options(Fixtures.installedServerIsThere() ? "installed" : "bundled"));
      System.out.println("port " + server.port());
      while (System.in.read() >= 0) {
        // Waits to be killed.
      }
      server.close();
    } catch (PostgresFailure e) {
      System.out.println(e.getMessage());
    }
  }
}
