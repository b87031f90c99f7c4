package org.heed.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.recognition.RulebookInForce;

/** The shipped rulebook with something else in one of its files. */
public final class ChangedRulebook {
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");

  private ChangedRulebook() {}

  /**
   * The shipped one laid out in a folder, with words of a file in place of others that have to be
   * there.
   */
  public static RulebookInForce in(Path folder, String file, String from, String to)
      throws IOException, RulebookException {
    return changed(SHIPPED, folder, file, from, to);
  }

  /** The same of one that is laid out in a folder already. */
  public static RulebookInForce of(Path folder, String file, String from, String to)
      throws IOException, RulebookException {
    return changed(folder, folder, file, from, to);
  }

  private static RulebookInForce changed(
      Path before, Path folder, String file, String from, String to)
      throws IOException, RulebookException {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(before));
    String text = files.getOrDefault(file, "");
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " does not say " + from);
    }
    files.put(file, text.replace(from, to));
    for (Map.Entry<String, String> one : files.entrySet()) {
      Path path = folder.resolve(one.getKey());
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, one.getValue());
    }
    return RulebookInForce.load(folder);
  }
}
