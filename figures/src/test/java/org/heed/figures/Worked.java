package org.heed.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outside data, found through the environment; a test that needs it skips where it is absent. */
public final class Worked {
  private Worked() {}

  /** A file below the figures folder of {@code HEED_DATA}. */
  public static Path file(String name) {
    String data = System.getenv("HEED_DATA");
    Assumptions.assumeTrue(data != null, "HEED_DATA is not set: needs figures/" + name);
    Path file = Path.of(data, "figures", name);
    Assumptions.assumeTrue(Files.isReadable(file), "not there: " + file);
    return file;
  }

  /** The text of a gzipped file. */
  public static BufferedReader zipped(String name) throws IOException {
    InputStream bytes = new GZIPInputStream(Files.newInputStream(file(name)));
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  /** A JSON file. */
  public static JsonNode json(String name) {
    return JsonMapper.shared().readTree(file(name));
  }

  /** The rows of a file with a header. */
  public static List<CSVRecord> rows(String name) throws IOException {
    Path file = file(name);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }
}
