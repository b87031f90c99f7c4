package org.heed.server.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.ledger.Digest;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a mapping and gathers every mistake in it, each with file, line and cure. */
final class MappingReader {
  /** Changes when the same mapping means something else, so that a file is gone through afresh. */
  private static final String EDITION = "heed import 1\n";

  private static final List<String> SETTINGS =
      List.of(
          "format", "delimiter", "encoding", "sheet", "time_zone", "formats", "people", "things");
  private static final List<String> SOURCE_WORDS =
      List.of("column", "columns", "join", "value", "values", "otherwise", "formats", "time_zone");
  private static final String LONDON = "Europe/London";

  private final String file;
  private final List<String> mistakes = new ArrayList<>();
  private List<String> formats = List.of();
  private ZoneId zone = ZoneId.of(LONDON);

  private MappingReader(String file) {
    this.file = file;
  }

  static Mapping read(String file, byte[] content) {
    MappingReader reader = new MappingReader(file);
    Mapping mapping = reader.mapping(reader.root(content), hash(content));
    reader.stopOnMistakes();
    return mapping;
  }

  private static Digest hash(byte[] content) {
    byte[] edition = EDITION.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(edition, edition.length + content.length);
    System.arraycopy(content, 0, all, edition.length, content.length);
    return FileHash.of(all);
  }

  private void stopOnMistakes() {
    if (!mistakes.isEmpty()) {
      throw new ImportFailure(String.join("\n", mistakes));
    }
  }

  private MappingNode root(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return mapping;
      }
      throw new ImportFailure(
          file + ":1: a mapping is a list of fields, such as “narrative: Free text column”");
    } catch (CharacterCodingException e) {
      throw new ImportFailure(file + ": a mapping is UTF-8: save it as such", e);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new ImportFailure(file + ":" + line + ": not well-formed YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new ImportFailure(file + ": not well-formed YAML", e);
    }
  }

  private Mapping mapping(MappingNode root, Digest hash) {
    Map<String, Node> entries = entries(root);
    Node zoneNode = entries.get("time_zone");
    zone = zoneNode == null ? zone : zone(zoneNode);
    Node formatsNode = entries.get("formats");
    formats = formatsNode == null ? formats : formats(formatsNode);
    Map<Field, FieldSource> report = new EnumMap<>(Field.class);
    entries.forEach((word, node) -> {
      if (!SETTINGS.contains(word)) {
        field(Field.Of.REPORT, word, node, report);
      }
    });
    require(Field.Of.REPORT, report, root);
    Node people = entries.get("people");
    Node things = entries.get("things");
    return new Mapping(
        file,
        format(entries.get("format")),
        delimiter(entries.get("delimiter")),
        encoding(entries.get("encoding")),
        optionalText(entries.get("sheet")),
        report,
        people == null ? List.of() : parts(Field.Of.PERSON, people),
        things == null ? List.of() : parts(Field.Of.THING, things),
        hash);
  }

  private void field(Field.Of of, String word, Node node, Map<Field, FieldSource> into) {
    Optional<Field> field = Field.find(of, word);
    if (field.isPresent()) {
      FieldSource source = source(field.get(), node);
      if (source != null) {
        into.put(field.get(), source);
      }
    } else {
      List<String> words =
          Arrays.stream(Field.values()).filter(f -> f.of() == of).map(Field::word).toList();
      List<String> known = new ArrayList<>(words);
      if (of == Field.Of.REPORT) {
        known.addAll(SETTINGS);
      } else {
        known.add("each");
      }
      mistake(node, "there is no “" + word + "”; there is " + String.join(", ", known));
    }
  }

  private void require(Field.Of of, Map<Field, FieldSource> fields, Node where) {
    for (Field field : Field.values()) {
      if (field.of() == of && field.required() && !fields.containsKey(field)) {
        String word = field.word();
        mistake(
            where,
            word
                + " is missing: add “"
                + word
                + ": a column” or “"
                + word
                + ": {value: a constant}”");
      }
    }
  }

  private List<PartMapping> parts(Field.Of of, Node node) {
    boolean person = of == Field.Of.PERSON;
    List<PartMapping> parts = new ArrayList<>();
    if (!(node instanceof SequenceNode list)) {
      mistake(
          node,
          person
              ? "people is a list, one item for each person a row can speak of"
              : "things is a list, one item for each place, vehicle, phone or account a row can"
                  + " speak of");
      return parts;
    }
    for (Node item : list.getValue()) {
      if (!(item instanceof MappingNode fields)) {
        mistake(
            item,
            person
                ? "a person is a list of fields, such as “- role: {value: victim}”"
                : "a thing is a list of fields, such as “- kind: {value: phone}”");
        continue;
      }
      Map<String, Node> entries = entries(fields);
      Map<Field, FieldSource> sources = new EnumMap<>(Field.class);
      entries.forEach((word, value) -> {
        if (!word.equals("each")) {
          field(of, word, value, sources);
        }
      });
      require(of, sources, item);
      parts.add(new PartMapping(optionalText(entries.get("each")), sources));
    }
    return parts;
  }

  private @Nullable FieldSource source(Field field, Node node) {
    int line = line(node);
    if (node instanceof ScalarNode column) {
      return new FieldSource(
          line,
          List.of(column.getValue()),
          " ",
          null,
          Map.of(),
          null,
          moments(node, formats, zone));
    }
    if (!(node instanceof MappingNode map)) {
      mistake(node, field.word() + " is a column's name, or {column: …} or {value: …}");
      return null;
    }
    Map<String, Node> entries = entries(map);
    entries.forEach((word, value) -> {
      if (!SOURCE_WORDS.contains(word)) {
        mistake(
            value, "there is no “" + word + "” here; there is " + String.join(", ", SOURCE_WORDS));
      }
    });
    List<String> columns = new ArrayList<>();
    Node column = entries.get("column");
    if (column != null) {
      columns.add(text(column));
    }
    Node several = entries.get("columns");
    if (several != null) {
      columns.addAll(texts(several));
    }
    String value = optionalText(entries.get("value"));
    if (columns.isEmpty() && value == null) {
      mistake(node, field.word() + " needs a column or a value");
    }
    Node ownZone = entries.get("time_zone");
    Node ownFormats = entries.get("formats");
    if (field.type() == Field.Type.TEXT && (ownZone != null || ownFormats != null)) {
      mistake(node, field.word() + " is no date: take its formats and time zone out");
    }
    Node join = entries.get("join");
    return new FieldSource(
        line,
        columns,
        join == null ? " " : text(join),
        value,
        values(field, entries.get("values")),
        otherwise(field, entries.get("otherwise")),
        moments(
            node,
            ownFormats == null ? formats : formats(ownFormats),
            ownZone == null ? zone : zone(ownZone)));
  }

  private Map<String, String> values(Field field, @Nullable Node node) {
    Map<String, String> values = new LinkedHashMap<>();
    if (node instanceof MappingNode list) {
      entries(list).forEach((from, to) -> values.put(from.strip(), code(field, to)));
    } else if (node != null) {
      mistake(node, "values is a list of “what the file has: what Heed has”");
    }
    return values;
  }

  private @Nullable String otherwise(Field field, @Nullable Node node) {
    return node == null ? null : code(field, node);
  }

  private String code(Field field, Node node) {
    String code = text(node);
    try {
      Codes.check(field, code);
    } catch (IllegalArgumentException e) {
      mistake(node, String.valueOf(e.getMessage()));
    }
    return code;
  }

  private Moments moments(Node node, List<String> patterns, ZoneId in) {
    try {
      return Moments.of(patterns, in);
    } catch (IllegalArgumentException e) {
      mistake(node, "a format is no date format: " + e.getMessage());
      return Moments.of(List.of(), in);
    }
  }

  private List<String> formats(Node node) {
    List<String> patterns = new ArrayList<>();
    for (String pattern : texts(node)) {
      try {
        Moments.of(List.of(pattern), zone);
        patterns.add(pattern);
      } catch (IllegalArgumentException e) {
        mistake(
            node,
            "“" + pattern + "” is no date format such as dd/MM/yyyy HH:mm: " + e.getMessage());
      }
    }
    return patterns;
  }

  private ZoneId zone(Node node) {
    try {
      return ZoneId.of(text(node));
    } catch (DateTimeException e) {
      mistake(node, "“" + text(node) + "” is no time zone such as " + LONDON);
      return ZoneId.of(LONDON);
    }
  }

  private @Nullable FileFormat format(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    Optional<FileFormat> format = FileFormat.find(text(node));
    if (format.isEmpty()) {
      mistake(node, "format is one of " + FileFormat.names());
    }
    return format.orElse(null);
  }

  private char delimiter(@Nullable Node node) {
    if (node == null) {
      return ',';
    }
    String text = text(node);
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() != 1 || text.equals("\"") || (text.isBlank() && !text.equals("\t"))) {
      mistake(node, "delimiter is one character, such as \";\" or \"|\", or tab");
      return ',';
    }
    return text.charAt(0);
  }

  private @Nullable Charset encoding(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    try {
      return Charset.forName(text(node));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      mistake(node, "“" + text(node) + "” is no encoding such as utf-8 or windows-1252");
      return null;
    }
  }

  private List<String> texts(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(this::text).toList();
    }
    return List.of(text(node));
  }

  private @Nullable String optionalText(@Nullable Node node) {
    return node == null ? null : text(node);
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    mistake(node, "one plain value belongs here");
    return "";
  }

  private Map<String, Node> entries(MappingNode node) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String word = text(tuple.getKeyNode());
      if (entries.put(word, tuple.getValueNode()) != null) {
        mistake(tuple.getKeyNode(), "“" + word + "” is there twice");
      }
    }
    return entries;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private void mistake(Node where, String what) {
    String text = file + ":" + line(where) + ": " + what;
    if (!mistakes.contains(text)) {
      mistakes.add(text);
    }
  }
}
