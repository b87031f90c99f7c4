package org.heed.rulebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Loads rulebooks from a folder or from texts held in memory, naming every mistake at once. */
public final class RulebookLoader {
  private static final int MOST_LEVELS = 3;

  private RulebookLoader() {}

  /**
   * Loads the rulebook in a folder.
   *
   * @throws RulebookException with every mistake found
   * @throws IOException if the folder cannot be read
   */
  public static Rulebook load(Path folder) throws IOException, RulebookException {
    return parse(files(folder));
  }

  /** The rulebook's files, by name within the folder, as {@link #parse} takes them. */
  public static Map<String, String> files(Path folder) throws IOException, RulebookException {
    Map<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      throw new RulebookException(
          List.of(
              new Problem(
                  new Where(folder.toString(), 1),
                  "there is no such folder",
                  "Give the folder that holds rulebook.yaml")));
    }
    try (Stream<Path> walk = Files.walk(folder, MOST_LEVELS)) {
      for (Path path : walk.filter(RulebookLoader::isYaml).sorted().toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, readUtf8(name, path));
      }
    }
    return files;
  }

  /** Also those with the other ending, or too deep, which are then named as mistakes. */
  private static boolean isYaml(Path path) {
    String name = path.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static String readUtf8(String name, Path path) throws IOException, RulebookException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new RulebookException(
          List.of(new Problem(new Where(name, 1), "the file is not UTF-8", "Save it as UTF-8")));
    }
  }

  /**
   * Parses a rulebook from its files' texts.
   *
   * @param files text by name, such as {@code rulebook.yaml} and {@code indicators/missing.yaml}
   */
  public static Rulebook parse(Map<String, String> files) throws RulebookException {
    List<Problem> problems = new ArrayList<>();
    Map<String, Node> nodes = YamlFiles.parse(files, problems);
    if (!problems.isEmpty()) {
      throw new RulebookException(problems);
    }
    Rulebook rulebook = new RulebookBuilder(nodes, problems).build();
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(Problem::at));
      throw new RulebookException(problems);
    }
    return rulebook;
  }

  /**
   * Parses context words alone, written as in {@code context.yaml}.
   *
   * @param name how mistakes name the text
   */
  public static Context parseContext(String name, String text) throws RulebookException {
    List<Problem> problems = new ArrayList<>();
    Node node = YamlFiles.parse(Map.of(name, text), problems).get(name);
    Context context =
        new ContextSection(new NodeReader(name, name, node, problems), Set.of()).read();
    if (!problems.isEmpty()) {
      throw new RulebookException(problems);
    }
    return context;
  }
}
