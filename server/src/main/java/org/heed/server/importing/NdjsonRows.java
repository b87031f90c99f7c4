package org.heed.server.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows of NDJSON, one object a line. An object within it gives columns such as {@code
 * place.street}; a list of objects is a group; a list of plain values is joined by commas.
 */
final class NdjsonRows implements RowSource {
  private static final int LONGEST_LINE = 64 << 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(50)
                  .maxStringLength(LONGEST_LINE)
                  .build())
          .build();

  private final TextLines lines;

  NdjsonRows(Reader text) {
    this.lines = new TextLines(text, LONGEST_LINE);
  }

  @Override
  public @Nullable SourceRow next() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (lines.tooLong()) {
        return broken("", "the line is longer than 64 million characters: split it");
      }
      if (!line.isBlank()) {
        return row(line);
      }
    }
    return null;
  }

  private SourceRow row(String line) {
    Map<String, String> cells = new HashMap<>();
    Map<String, List<Map<String, String>>> groups = new HashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return broken(line, "the line is no JSON object");
      }
      object(json, "", cells, groups);
      if (json.nextToken() != null) {
        return broken(line, "something follows the JSON object on its line");
      }
    } catch (JacksonException e) {
      return broken(line, "the line is not well-formed JSON");
    }
    return new SourceRow(lines.number(), cells, groups, null);
  }

  private SourceRow broken(String line, String reason) {
    return SourceRow.broken(new Refusal(lines.number(), "", line, reason));
  }

  private static void object(
      JsonParser json,
      String prefix,
      Map<String, String> cells,
      Map<String, List<Map<String, String>>> groups) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = prefix + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        object(json, name + ".", cells, groups);
      } else if (value == JsonToken.START_ARRAY) {
        array(json, name, cells, groups);
      } else if (value != JsonToken.VALUE_NULL) {
        cells.put(name, json.getString());
      } else {
        cells.remove(name);
      }
    }
  }

  private static void array(
      JsonParser json,
      String name,
      Map<String, String> cells,
      Map<String, List<Map<String, String>>> groups) {
    List<Map<String, String>> objects = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (JsonToken value = json.nextToken();
        value != JsonToken.END_ARRAY;
        value = json.nextToken()) {
      if (value == JsonToken.START_OBJECT) {
        Map<String, String> item = new HashMap<>();
        object(json, "", item, new HashMap<>());
        objects.add(item);
      } else if (value == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        plain.add(json.getString());
      }
    }
    groups.put(name, objects);
    if (!plain.isEmpty()) {
      cells.put(name, String.join(", ", plain));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
