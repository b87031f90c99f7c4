package org.heed.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * SHA-256 over a rulebook's content in one canonical form: keys sorted, every text with its length,
 * no comments or layout; concepts of all indicator files as one list ordered by id.
 */
final class ContentHash {
  private ContentHash() {}

  static String of(Map<String, Node> files) {
    Map<String, String> parts = new TreeMap<>();
    List<String> concepts = new ArrayList<>();
    files.forEach((file, node) -> {
      if (file.startsWith("indicators/")) {
        concepts.addAll(conceptForms(node));
      } else {
        parts.put(file, canonical(node));
      }
    });
    concepts.sort(null);
    parts.put("indicators", String.join("", concepts));
    StringBuilder all = new StringBuilder();
    parts.forEach((file, form) -> all.append(file).append('\n').append(form).append('\n'));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<String> conceptForms(Node file) {
    if (file instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getValueNode() instanceof SequenceNode list) {
          return list.getValue().stream().map(ContentHash::canonical).toList();
        }
      }
    }
    return List.of(canonical(file));
  }

  private static String canonical(Node node) {
    StringBuilder out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case ScalarNode scalar -> {
        String text = scalar.getValue().strip();
        out.append(text.length()).append(':').append(text);
      }
      case SequenceNode sequence -> {
        out.append('[');
        sequence.getValue().forEach(item -> write(item, out));
        out.append(']');
      }
      case MappingNode mapping -> {
        Map<String, Node> sorted = new TreeMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
          sorted.put(canonical(tuple.getKeyNode()), tuple.getValueNode());
        }
        out.append('{');
        sorted.forEach((key, value) -> {
          out.append(key);
          write(value, out);
        });
        out.append('}');
      }
      default -> throw new IllegalArgumentException("no such YAML node in a rulebook");
    }
  }
}
