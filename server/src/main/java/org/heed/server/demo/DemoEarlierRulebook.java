package org.heed.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;

/**
 * A rulebook as if it had been in force before, for figures to be counted by: it counted rape for
 * each victim and group, and asked about nobody of sixteen or seventeen. Invented.
 */
final class DemoEarlierRulebook {
  private static final String NAME = "demonstration-earlier";

  private DemoEarlierRulebook() {}

  /** Keeps it where a server keeps the rulebooks that were in force. */
  static void keep(Path rulebook, Path data) throws IOException {
    Path own = data.resolve("rulebook").resolve(NAME);
    if (Files.isDirectory(own)) {
      return;
    }
    Map<String, String> files = new TreeMap<>(files(rulebook));
    files.remove("counting/rape-per-offender.yaml");
    files.remove("counting/modern-slavery-in-addition.yaml");
    files.computeIfPresent(
        "prompts.yaml", (_, text) -> text.replace("victim_age < 18", "victim_age < 16"));
    files.computeIfPresent(
        "rulebook.yaml",
        (_, text) ->
            text.replaceFirst("(?m)^version: .*$", "version: \"2025.1-demonstration\"")
                .replaceFirst("(?m)^in_force: .*$", "in_force: 2025-01-01"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = own.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> files(Path rulebook) throws IOException {
    try {
      return RulebookLoader.files(rulebook);
    } catch (RulebookException e) {
      throw new IllegalStateException("the rulebook has been loaded already", e);
    }
  }
}
