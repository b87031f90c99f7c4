package org.heed.linkage.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.heed.linkage.LinkFailure;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a mapping, and gathers every mistake in it with its line and cure. */
public final class MappingFile {
  private static final String ID = "id";
  private static final String WORDS =
      "id, given_name, family_name, full_name, date_of_birth, sex, street, locality, postcode,"
          + " phone, national_id, exact or text";

  private final String file;
  private final List<String> mistakes = new ArrayList<>();
  private final Map<Kind, List<Layout.Column>> columns = new EnumMap<>(Kind.class);
  private final Map<String, Integer> lines = new java.util.HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private @Nullable String id;

  private MappingFile(String file) {
    this.file = file;
  }

  /** Reads the mapping of this text; the file is named in what is wrong with it. */
  public static Mapping read(String file, String text) {
    MappingFile reader = new MappingFile(file);
    reader.read(reader.root(text));
    return reader.mapping();
  }

  private MappingNode root(String text) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return mapping;
      }
      throw new LinkFailure(
          file + ":1: a mapping is a list of fields, such as “family_name: surname”");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new LinkFailure(file + ":" + line + ": not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new LinkFailure(file + ": not YAML", e);
    }
  }

  private void read(MappingNode root) {
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : root.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        mistake(tuple.getKeyNode(), "a field is a word: one of " + WORDS);
      } else if (!seen.add(key.getValue())) {
        mistake(key, key.getValue() + " is named twice; keep one of them");
      } else {
        field(key, tuple.getValueNode());
      }
    }
  }

  private void field(ScalarNode key, Node value) {
    String word = key.getValue();
    Optional<Kind> kind = Kind.find(word);
    if (word.equals(ID)) {
      id = column(value);
    } else if (kind.isPresent()) {
      add(value, kind.get());
    } else if (word.equals(Kind.EXACT.word()) || word.equals(Kind.TEXT.word())) {
      list(value, word.equals(Kind.EXACT.word()) ? Kind.EXACT : Kind.TEXT);
    } else {
      mistake(key, "there is no field " + word + "; a field is " + WORDS);
    }
  }

  private void list(Node value, Kind kind) {
    if (value instanceof SequenceNode sequence) {
      sequence.getValue().forEach(each -> add(each, kind));
    } else {
      add(value, kind);
    }
  }

  private void add(Node value, Kind kind) {
    String name = column(value);
    if (name != null && !taken.add(kind == Kind.EXACT || kind == Kind.TEXT ? name : name + kind)) {
      mistake(value, "the column " + name + " is named twice; compare it in one way");
    } else if (name != null) {
      columns.computeIfAbsent(kind, none -> new ArrayList<>()).add(new Layout.Column(name, kind));
    }
  }

  private @Nullable String column(Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      String name = scalar.getValue().strip();
      lines.putIfAbsent(name, line(value));
      return name;
    }
    mistake(value, "name a column of the file here");
    return null;
  }

  private void mistake(Node at, String what) {
    mistakes.add(file + ":" + line(at) + ": " + what);
  }

  private static int line(Node at) {
    return at.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private Mapping mapping() {
    if (id == null && mistakes.isEmpty()) {
      mistakes.add(file + ": says no id; name the column with one for each record: “id: rec_id”");
    }
    if (columns.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(file + ": names no column to compare; add one, such as “family_name: surname”");
    }
    if (!mistakes.isEmpty() || id == null) {
      throw new LinkFailure(String.join("\n", mistakes));
    }
    List<Layout.Column> all = columns.values().stream().flatMap(List::stream).toList();
    return new Mapping(file, id, new Layout(all), Map.copyOf(lines));
  }
}
