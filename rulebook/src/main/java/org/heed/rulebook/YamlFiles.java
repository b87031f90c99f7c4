package org.heed.rulebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Parses YAML text into nodes, refusing what a rulebook has no use for. */
final class YamlFiles {
  static final int MOST_BYTES = 8_000_000;
  static final int MOST_DEPTH = 12;
  static final int MOST_NODES = 400_000;

  private YamlFiles() {}

  static Map<String, Node> parse(Map<String, String> files, List<Problem> problems) {
    Map<String, Node> nodes = new TreeMap<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      parse(file.getKey(), file.getValue(), problems)
          .ifPresent(node -> nodes.put(file.getKey(), node));
    }
    return nodes;
  }

  private static Optional<Node> parse(String file, String text, List<Problem> problems) {
    if (text.length() > MOST_BYTES) {
      problems.add(
          new Problem(
              new Where(file, 1),
              "the file has " + text.length() + " characters",
              "Keep a file under " + MOST_BYTES + "; split it"));
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MOST_BYTES)
            .setUseMarks(true)
            .build();
    try {
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        problems.add(new Problem(new Where(file, 1), "the file is empty", "Fill or remove it"));
      }
      return node.filter(n -> isHarmless(file, n, problems));
    } catch (MarkedYamlEngineException e) {
      // A quotation that is never closed is found at the file's end; it is cured where it begins.
      boolean quoted = String.valueOf(e.getContext()).contains("quoted scalar");
      int line =
          (quoted ? e.getContextMark() : e.getProblemMark()).map(m -> m.getLine() + 1).orElse(1);
      problems.add(
          new Problem(
              new Where(file, line),
              "this is not YAML: " + String.valueOf(e.getProblem()),
              "Check indentation and quotes; quote texts that begin with [ or hold “: ”"));
    } catch (YamlEngineException | StackOverflowError e) {
      problems.add(
          new Problem(
              new Where(file, 1),
              "this is not YAML that a rulebook is written in",
              "Use plain lists and keys, at most " + MOST_DEPTH + " levels deep, without aliases"));
    }
    return Optional.empty();
  }

  /** Walks without recursion, so that depth cannot exhaust the stack. */
  private static boolean isHarmless(String file, Node root, List<Problem> problems) {
    record Visit(Node node, int depth) {}
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(root, 1));
    int seen = 0;
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      Node node = visit.node();
      if (++seen > MOST_NODES || visit.depth() > MOST_DEPTH || node.getAnchor().isPresent()) {
        problems.add(
            new Problem(
                NodeReader.where(file, node),
                node.getAnchor().isPresent()
                    ? "anchors and aliases are not used in rulebooks"
                    : "the file is nested too deeply or holds too many entries",
                "Write each entry out, at most " + MOST_DEPTH + " levels deep"));
        return false;
      }
      switch (node) {
        case MappingNode mapping -> {
          for (NodeTuple tuple : mapping.getValue()) {
            if (isRepeated(file, mapping, tuple, problems)) {
              return false;
            }
            open.push(new Visit(tuple.getKeyNode(), visit.depth() + 1));
            open.push(new Visit(tuple.getValueNode(), visit.depth() + 1));
          }
        }
        case SequenceNode sequence ->
            sequence.getValue().forEach(item -> open.push(new Visit(item, visit.depth() + 1)));
        default -> {}
      }
    }
    return true;
  }

  private static boolean isRepeated(
      String file, MappingNode mapping, NodeTuple tuple, List<Problem> problems) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      return false;
    }
    for (NodeTuple other : mapping.getValue()) {
      if (other == tuple) {
        return false;
      }
      if (other.getKeyNode() instanceof ScalarNode earlier
          && earlier.getValue().equals(key.getValue())) {
        problems.add(
            new Problem(
                NodeReader.where(file, key),
                "the key “" + key.getValue() + "” is written twice",
                "Keep one of them"));
        return true;
      }
    }
    return false;
  }
}
