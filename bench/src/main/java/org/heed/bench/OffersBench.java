package org.heed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.heed.linkage.Kind;
import org.heed.linkage.KnownRecords;
import org.heed.linkage.Layout;
import org.heed.linkage.Learnt;
import org.heed.linkage.Records;
import org.jspecify.annotations.Nullable;

/**
 * Asking who among a million known records somebody may be, as a report is recorded: what a report
 * says of its people, mostly name and date of birth, with the slips that people make.
 */
final class OffersBench {
  private static final double MILLIS = 200;
  private static final int QUESTIONS = 4_000;
  private static final int WARM_UP = 1_000;
  private static final int MOST = 60;
  private static final int OFFERED = 5;

  private final Settings settings;
  private final int people;

  /**
   * Among so many records.
   *
   * @param people how many records are known
   */
  OffersBench(Settings settings, int people) {
    this.settings = settings;
    this.people = people;
  }

  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Layout.Column("given", Kind.GIVEN_NAME),
              new Layout.Column("family", Kind.FAMILY_NAME),
              new Layout.Column("born", Kind.DATE_OF_BIRTH),
              new Layout.Column("postcode", Kind.POSTCODE),
              new Layout.Column("phone", Kind.PHONE)));

  private final List<@Nullable String[]> rows = new ArrayList<>();

  /** Whose each record is. */
  private final List<String> owners = new ArrayList<>();

  List<Line> run() throws IOException {
    Path folder = HeedProgram.scratch();
    try {
      Path csv = folder.resolve("people.csv");
      MadeUpPeople.write(csv, people, 1);
      read(csv);
      List<Line> lines = new ArrayList<>(lines());
      lines.addAll(new OffersOnRecord(settings).run(csv, rows, folder));
      return lines;
    } finally {
      Folders.remove(folder);
    }
  }

  private void read(Path csv) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(csv)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        rows.add(new @Nullable String[] {cells[1], cells[2], cells[3], cells[4], cells[6]});
        owners.add(cells[8]);
      }
    }
  }

  private List<Line> lines() {
    settings.say("learning from " + Table.count(rows.size()) + " records");
    Records.Builder builder = Records.builder(LAYOUT);
    for (int i = 0; i < rows.size(); i++) {
      builder.add(Integer.toString(i), rows.get(i));
    }
    Learnt learnt = Learnt.of(builder.freeze());
    settings.say("making the index");
    KnownRecords index = new KnownRecords(learnt);
    long began = System.nanoTime();
    for (int i = 0; i < rows.size(); i++) {
      index.add(Integer.toString(i), rows.get(i));
    }
    double made = (System.nanoTime() - began) / 1e9;
    settings.say("asking");
    Random random = new Random(2);
    long[] nanos = new long[QUESTIONS];
    int found = 0;
    int askable = 0;
    for (int i = -WARM_UP; i < QUESTIONS; i++) {
      int of = random.nextInt(rows.size());
      boolean again = isOfSomebodyAgain(of);
      @Nullable String[] question = question(rows.get(of), random);
      long asked = System.nanoTime();
      List<KnownRecords.Found> offers = index.find(question, 0, MOST);
      for (int j = 0; j < Math.min(OFFERED, offers.size()); j++) {
        learnt.explain(question, rows.get(Integer.parseInt(offers.get(j).id())));
      }
      if (i >= 0) {
        nanos[i] = System.nanoTime() - asked;
        askable += again ? 1 : 0;
        found += again && holdsAnother(of, offers) ? 1 : 0;
      }
    }
    Latencies latencies = new Latencies(nanos);
    return List.of(
        new Line(
            "offering known people among " + Table.count(rows.size()) + " records, engine alone",
            String.format(Locale.ROOT, "p99 under %.0f ms", MILLIS),
            latencies.words(),
            "",
            "",
            latencies.percentile(99) < MILLIS * 1e6),
        new Line(
            "another record of the person asked about is among the five",
            "told",
            String.format(Locale.ROOT, "%.1f in 100", 100.0 * found / askable),
            "",
            "",
            true),
        new Line(
            "adding to the index",
            "1,000 records a second",
            String.format(Locale.ROOT, "%,.0f a second", rows.size() / made),
            "",
            "",
            rows.size() / made > 1_000));
  }

  /** What a report might say of the person: rarely all that is known. */
  private static @Nullable String[] question(@Nullable String[] row, Random random) {
    @Nullable String[] question = row.clone();
    question[3] = random.nextInt(3) == 0 ? row[3] : null;
    question[4] = random.nextInt(3) == 0 ? row[4] : null;
    if (random.nextInt(10) == 0) {
      question[2] = null;
    }
    return question;
  }

  /** Records of one person stand side by side. */
  private boolean isOfSomebodyAgain(int record) {
    return (record > 0 && owners.get(record - 1).equals(owners.get(record)))
        || (record + 1 < owners.size() && owners.get(record + 1).equals(owners.get(record)));
  }

  /** Whether the five hold the person by another record than the one that was asked with. */
  private boolean holdsAnother(int record, List<KnownRecords.Found> offers) {
    return offers.stream()
        .mapToInt(offer -> Integer.parseInt(offer.id()))
        .filter(offered -> offered != record)
        .limit(OFFERED)
        .anyMatch(offered -> owners.get(offered).equals(owners.get(record)));
  }
}
