package org.heed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.heed.linkage.Records;
import org.jspecify.annotations.Nullable;

/** Made-up people as they stand in their file, with whose record each is. */
final class PeopleFile {
  private static final int COLUMNS = 7;

  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Layout.Column("given", Kind.GIVEN_NAME),
              new Layout.Column("family", Kind.FAMILY_NAME),
              new Layout.Column("born", Kind.DATE_OF_BIRTH),
              new Layout.Column("postcode", Kind.POSTCODE),
              new Layout.Column("town", Kind.LOCALITY),
              new Layout.Column("phone", Kind.PHONE),
              new Layout.Column("job", Kind.EXACT)));

  private final List<String> lines = new ArrayList<>();
  private final List<@Nullable String[]> rows = new ArrayList<>();
  private final List<String> owners = new ArrayList<>();

  private PeopleFile() {}

  /** As many as these, made up in a folder. */
  static PeopleFile of(int people, Path folder) throws IOException {
    Path csv = folder.resolve("people-" + people + ".csv");
    MadeUpPeople.write(csv, people, 1);
    PeopleFile file = new PeopleFile();
    try (BufferedReader in = Files.newBufferedReader(csv)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        @Nullable String[] row = new String[COLUMNS];
        System.arraycopy(cells, 1, row, 0, COLUMNS);
        file.lines.add(line);
        file.rows.add(row);
        file.owners.add(cells[COLUMNS + 1]);
      }
    }
    return file;
  }

  int size() {
    return rows.size();
  }

  /** The lines of the file, its first left out. */
  List<String> lines() {
    return lines;
  }

  @Nullable String[] row(int record) {
    return rows.get(record);
  }

  /** All of them, each by its place. */
  Records records() {
    Records.Builder builder = Records.builder(LAYOUT);
    for (int i = 0; i < rows.size(); i++) {
      builder.add(Integer.toString(i), rows.get(i));
    }
    return builder.freeze();
  }

  /** Which cluster a record was put in. */
  interface Clustered {
    Object of(int record);
  }

  /** Precision and recall over all true pairs, in one. */
  double f1(Clustered clusters) {
    Map<String, Integer> real = new HashMap<>();
    Map<Object, Integer> found = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (int i = 0; i < owners.size(); i++) {
      Object cluster = clusters.of(i);
      real.merge(owners.get(i), 1, Integer::sum);
      found.merge(cluster, 1, Integer::sum);
      both.merge(owners.get(i) + "|" + cluster, 1, Integer::sum);
    }
    return 2 * pairs(both) / (pairs(real) + pairs(found));
  }

  private static double pairs(Map<?, Integer> sizes) {
    double pairs = 0;
    for (int size : sizes.values()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }
}
