package org.heed.linkage.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.heed.linkage.Explanation;
import org.heed.linkage.Linkage;
import org.heed.linkage.Records;
import org.heed.linkage.Weights;

/** Writes what linking found as CSV. */
public final class LinkFiles {
  private LinkFiles() {}

  /** Pairs at or above the threshold: {@code id_a,id_b,probability,weight}. */
  public static void writePairs(Linkage linkage, Writer out) throws IOException {
    out.write("id_a,id_b,probability,weight\n");
    Records records = linkage.records();
    StringBuilder line = new StringBuilder();
    try {
      linkage.eachPair((a, b, weight) -> {
        line.setLength(0);
        cell(records.id(a), line).append(',');
        cell(records.id(b), line).append(',');
        line.append(Weights.probability(weight)).append(',').append(weight).append('\n');
        try {
          out.append(line);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Every record's cluster, named after its first record: {@code cluster,id}. Where an id is in
   * both of two files, a third column {@code file} says of which it is.
   */
  public static void writeClusters(Linkage linkage, Writer out) throws IOException {
    Records records = linkage.records();
    boolean ambiguous = hasIdTwice(records);
    out.write(ambiguous ? "cluster,id,file\n" : "cluster,id\n");
    int[] numbers = new int[records.size()];
    int next = 0;
    StringBuilder line = new StringBuilder();
    BitSet numbered = new BitSet(records.size());
    for (int record = 0; record < records.size(); record++) {
      int first = linkage.cluster(record);
      if (!numbered.get(first)) {
        numbered.set(first);
        numbers[first] = ++next;
      }
      line.setLength(0);
      line.append(numbers[first]).append(',');
      cell(records.id(record), line);
      if (ambiguous) {
        line.append(',').append(record < records.firsts() ? 1 : 2);
      }
      out.append(line.append('\n'));
    }
  }

  private static boolean hasIdTwice(Records records) {
    Map<String, Integer> seen = new HashMap<>();
    for (int record = 0; records.isTwoFiles() && record < records.size(); record++) {
      if (seen.put(records.id(record), record) != null) {
        return true;
      }
    }
    return false;
  }

  private static StringBuilder cell(String text, StringBuilder line) {
    boolean quoted = false;
    for (int i = 0; i < text.length() && !quoted; i++) {
      char c = text.charAt(i);
      quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    return quoted
        ? line.append('"').append(text.replace("\"", "\"\"")).append('"')
        : line.append(text);
  }

  /** One pair's explanation as a line of JSON. */
  public static String json(String idA, String idB, Explanation of) {
    StringBuilder json = new StringBuilder(512);
    json.append("{\"id_a\":");
    text(idA, json).append(",\"id_b\":");
    text(idB, json)
        .append(",\"weight\":")
        .append(of.weight())
        .append(",\"probability\":")
        .append(of.probability())
        .append(",\"comparisons\":[");
    String between = "";
    for (Explanation.Part part : of.parts()) {
      json.append(between).append("{\"comparison\":");
      text(part.comparison(), json).append(",\"level\":");
      text(part.level(), json).append(",\"weight\":").append(part.weight()).append('}');
      between = ",";
    }
    return json.append("]}").toString();
  }

  private static StringBuilder text(String value, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"');
  }
}
