package org.heed.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

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

  /** The rows of a file with a header. */
  public static List<CSVRecord> rows(String name) throws IOException {
    Path file = file(name);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }
}
