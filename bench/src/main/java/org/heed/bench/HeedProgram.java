package org.heed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How Heed is started: the command that a person types, with everything it does.
 *
 * @param home the folder it lives in
 */
record HeedProgram(Path home, List<String> command) {
  HeedProgram {
    command = List.copyOf(command);
  }

  /** By its launcher. */
  static HeedProgram launcher(Path home) {
    return new HeedProgram(home, List.of(home.resolve("heed").toString()));
  }

  /** By this JVM's own class path, without launcher and caches: for tests. */
  static HeedProgram ofClassPath(Path home) {
    return new HeedProgram(
        home,
        List.of(
            java(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dheed.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            "org.heed.cli.Heed"));
  }

  /** This JVM's own {@code java}. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The command with these arguments. */
  List<String> with(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all;
  }

  /**
   * Runs a command of Heed to its end and returns what it printed.
   *
   * @throws BenchFailure with what it said, unless it ends with 0
   */
  String run(Path folder, String... arguments) throws IOException {
    return Running.start(with(arguments), folder, arguments[0]).result();
  }

  /** Starts {@code demo} or {@code serve} and waits until a page is served. */
  Server serve(Path folder, String... arguments) throws IOException {
    int port = Server.freePort();
    List<String> all = with(arguments);
    all.addAll(List.of("--port", Integer.toString(port)));
    return Server.start(Running.start(all, folder, arguments[0]), port);
  }

  /** The mapping for simulated reports. */
  Path mapping() {
    return home.resolve("docs/examples/mappings/simulated.yaml");
  }

  /** The rulebook of England and Wales. */
  Path rulebook() {
    return home.resolve("rulebooks/england-wales");
  }

  /** A fresh folder under the one for temporary files. */
  static Path scratch() throws IOException {
    return Files.createTempDirectory("heed-bench");
  }
}
