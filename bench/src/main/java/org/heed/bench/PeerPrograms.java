package org.heed.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/**
 * The programs of {@code bench/peers}, which are no part of Heed: Maven builds them and brings what
 * they need the first time, and they are loaded apart from Heed's own class path.
 */
final class PeerPrograms implements AutoCloseable {
  private final URLClassLoader loader;

  private PeerPrograms(URLClassLoader loader) {
    this.loader = loader;
  }

  static PeerPrograms open(Path home) throws IOException {
    Path target = home.resolve("bench/peers/target");
    Path classPath = target.resolve("class-path");
    Files.createDirectories(target);
    Running.start(
            List.of(
                "mvn",
                "-q",
                "-B",
                "-f",
                home.resolve("bench/peers/pom.xml").toString(),
                "-Dmaven.test.skip=true",
                "-Dforbiddenapis.skip=true",
                "package"),
            target,
            "mvn")
        .result();
    List<URL> urls = new ArrayList<>();
    urls.add(target.resolve("classes").toUri().toURL());
    for (String jar : Files.readString(classPath).split(":", -1)) {
      urls.add(Path.of(jar).toUri().toURL());
    }
    return new PeerPrograms(
        new URLClassLoader(
            "peers", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
  }

  /** Makes the finder of this name from phrases. */
  @SuppressWarnings("unchecked")
  ToIntFunction<String> finder(String name, List<String> phrases)
      throws ReflectiveOperationException {
    return (ToIntFunction<String>) make(name, phrases);
  }

  /** Makes the judge of contexts of this name from rules. */
  @SuppressWarnings("unchecked")
  ToIntBiFunction<Object, int[]> judge(String name, List<String> rules)
      throws ReflectiveOperationException {
    return (ToIntBiFunction<Object, int[]>) make(name, rules);
  }

  /** Makes the linker of this name from the lines of a file. */
  @SuppressWarnings("unchecked")
  Supplier<List<double[]>> linker(String name, List<String> lines)
      throws ReflectiveOperationException {
    return (Supplier<List<double[]>>) make(name, lines);
  }

  private Object make(String name, List<String> with) throws ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return loader
          .loadClass("org.heed.bench.peers." + name)
          .getConstructor(List.class)
          .newInstance(with);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
