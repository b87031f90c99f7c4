package org.heed.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Records of made-up people, the same for the same seed: households with one family name and
 * address, some people in several records, and the slips that people make when they write records
 * down. The last column says whose record it is.
 */
final class MadeUpPeople {
  /** The mapping for Heed. */
  static final String MAPPING =
      """
      id: id
      given_name: given
      family_name: family
      date_of_birth: born
      postcode: postcode
      locality: town
      phone: phone
      exact: [job]
      """;

  private static final String[] GIVEN = {
    "john",
    "sarah",
    "david",
    "emma",
    "james",
    "laura",
    "paul",
    "claire",
    "mark",
    "rachel",
    "andrew",
    "helen",
    "daniel",
    "amy",
    "thomas",
    "kate",
    "william",
    "lucy",
    "robert",
    "anna",
    "mohammed",
    "aisha",
    "imran",
    "fatima",
    "ali",
    "zainab",
    "piotr",
    "katarzyna",
    "tomasz",
    "agnieszka",
    "jakub",
    "zofia",
    "kofi",
    "ama",
    "chidi",
    "ngozi",
    "liam",
    "aoife",
    "sean",
    "niamh"
  };
  private static final String[] STARTS = {
    "al", "bar", "bren", "cal", "car", "dun", "ed", "fair", "gar", "hal", "har", "kel", "lan",
    "mar", "mor", "nor", "oak", "pen", "quin", "ros", "san", "tor", "under", "wal", "win", "yar"
  };
  private static final String[] MIDDLES = {
    "", "a", "en", "er", "in", "ing", "o", "on", "ti", "ver", "li", "de", "ma", "ne", "sha", "ro"
  };
  private static final String[] ENDS = {
    "by", "combe", "dale", "den", "field", "ford", "ham", "ley", "man", "mere", "ski", "son",
    "stone", "ton", "well", "wick", "wood", "worth", "kar", "ova", "patel", "singh", "oye", "ic"
  };
  private static final String[] JOBS = {
    "baker",
    "builder",
    "carer",
    "clerk",
    "cook",
    "driver",
    "engineer",
    "nurse",
    "teacher",
    "waiter",
    "student",
    "pupil",
    "retired",
    "mechanic",
    "cleaner",
    "gardener"
  };

  private final Random random;
  private final Writer out;
  private int record;

  private MadeUpPeople(long seed, Writer out) {
    this.random = new Random(seed);
    this.out = out;
  }

  private record Person(
      String given,
      String family,
      String born,
      String postcode,
      String town,
      String phone,
      String job) {}

  /** Writes so many records, and at most a household's more; answers how many. */
  static int write(Path csv, int records, long seed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("id,given,family,born,postcode,town,phone,job,person\n");
      MadeUpPeople people = new MadeUpPeople(seed, out);
      for (int person = 0; people.record < records; ) {
        person = people.household(person);
      }
      return people.record;
    }
  }

  private int household(int first) throws IOException {
    String family = family();
    String town = STARTS[zipf(STARTS.length)] + ENDS[random.nextInt(ENDS.length)];
    String postcode = postcode(town);
    int members = 1 + random.nextInt(5);
    for (int i = 0; i < members; i++) {
      boolean ofTheName = random.nextInt(5) > 0;
      Person person =
          new Person(
              GIVEN[zipf(GIVEN.length)]
                  + (random.nextInt(3) > 0 ? "" : MIDDLES[random.nextInt(MIDDLES.length)]),
              ofTheName ? family : family(),
              born(),
              postcode,
              town,
              String.format(Locale.ROOT, "07%09d", random.nextInt(1_000_000_000)),
              JOBS[zipf(JOBS.length)]);
      for (int times = times(); times > 0; times--) {
        write(person, first + i);
      }
    }
    return first + members;
  }

  private int times() {
    int times = 1;
    while (times < 8 && random.nextInt(10) < 4) {
      times++;
    }
    return times;
  }

  private void write(Person person, int number) throws IOException {
    String given = slipped(person.given, 20);
    String family = slipped(person.family, 20);
    boolean swapped = random.nextInt(100) == 0;
    boolean moved = random.nextInt(8) == 0;
    String town = moved ? STARTS[zipf(STARTS.length)] + "ham" : person.town;
    out.write(
        String.join(
            ",",
            "r" + record++,
            swapped ? family : given,
            swapped ? given : family,
            missing(15, misdated(person.born)),
            missing(10, moved ? postcode(town) : person.postcode),
            missing(10, slipped(town, 40)),
            missing(2, person.phone),
            missing(3, person.job),
            Integer.toString(number)));
    out.write('\n');
  }

  private String missing(int oneIn, String value) {
    return random.nextInt(oneIn) == 0 ? "" : value;
  }

  private String misdated(String born) {
    return switch (random.nextInt(30)) {
      case 0 -> born.substring(0, 5) + born.substring(8) + "-" + born.substring(5, 7);
      case 1, 2 -> {
        int at = new int[] {2, 3, 6, 8, 9}[random.nextInt(5)];
        yield born.substring(0, at) + random.nextInt(10) + born.substring(at + 1);
      }
      default -> born;
    };
  }

  private String slipped(String text, int oneIn) {
    if (random.nextInt(oneIn) != 0 || text.length() < 3) {
      return text;
    }
    int at = 1 + random.nextInt(text.length() - 2);
    char other = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + other + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.substring(at + 1);
      case 2 -> text.substring(0, at) + other + text.substring(at);
      default ->
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    };
  }

  private String family() {
    return STARTS[zipf(STARTS.length)]
        + MIDDLES[zipf(MIDDLES.length)]
        + ENDS[zipf(ENDS.length)]
        + (random.nextInt(4) == 0 ? MIDDLES[zipf(MIDDLES.length)] : "");
  }

  private String born() {
    return String.format(
        Locale.ROOT,
        "%d-%02d-%02d",
        1940 + random.nextInt(72),
        1 + random.nextInt(12),
        1 + random.nextInt(28));
  }

  private String postcode(String town) {
    return String.format(
        Locale.ROOT,
        "%s%d %d%c%c",
        town.substring(0, 2).toUpperCase(Locale.ROOT),
        1 + random.nextInt(30),
        random.nextInt(10),
        'A' + random.nextInt(20),
        'A' + random.nextInt(20));
  }

  /** A place in a list of so many, the first ones oftener. */
  private int zipf(int many) {
    double at = Math.pow(many + 1.0, random.nextDouble());
    return Math.min(many - 1, (int) at - 1);
  }
}
