package org.heed.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Invented people of three name origins, and those who are easily taken for each other: twins,
 * fathers and sons of one name, residents of one hostel, handsets passed on. Some are recorded more
 * than once, with the slips of whoever wrote them down. Origin, sex and age are known to the test
 * alone.
 */
final class HardFamilies {
  private static final String[][] BOYS = {
    {"john", "david", "james", "thomas", "william", "daniel", "adam", "ryan", "luke", "harry"},
    {"mohammed", "imran", "ali", "bilal", "hassan", "arjun", "ravi", "tariq", "omar", "yusuf"},
    {"piotr", "tomasz", "jakub", "andrei", "mihai", "pawel", "stefan", "ivan", "marek", "luka"}
  };
  private static final String[][] GIRLS = {
    {"sarah", "emma", "laura", "claire", "amy", "lucy", "grace", "holly", "megan", "ruth"},
    {"aisha", "fatima", "zainab", "priya", "sana", "maryam", "asha", "noor", "anjali", "hina"},
    {"katarzyna", "zofia", "agnieszka", "elena", "ioana", "marta", "oksana", "daria", "ewa", "nina"}
  };
  private static final String[][] FAMILIES = {
    {"smith", "jones", "taylor", "brown", "wilson", "evans", "walker", "wright", "green", "hall"},
    {"khan", "ahmed", "patel", "singh", "hussain", "begum", "shah", "kaur", "malik", "sharma"},
    {
      "nowak",
      "kowalski",
      "wojcik",
      "popescu",
      "ionescu",
      "kaminski",
      "petrov",
      "zielinski",
      "dumitru",
      "horvat"
    }
  };
  private static final String[] SOUNDS = {"ber", "cor", "dal", "fen", "gar", "hol", "kas", "lin"};

  /** Of whom a record is, as only the test knows. */
  record Truth(int person, String origin, String sex, String age) {}

  private final RandomGenerator random;
  private final Records.Builder records =
      Records.builder(
          new Layout(
              List.of(
                  new Layout.Column("given", Kind.GIVEN_NAME),
                  new Layout.Column("family", Kind.FAMILY_NAME),
                  new Layout.Column("born", Kind.DATE_OF_BIRTH),
                  new Layout.Column("sex", Kind.SEX),
                  new Layout.Column("street", Kind.STREET),
                  new Layout.Column("postcode", Kind.POSTCODE),
                  new Layout.Column("phone", Kind.PHONE))));
  private final List<Truth> truth = new ArrayList<>();
  private int people;

  HardFamilies(RandomGenerator random) {
    this.random = random;
  }

  private record Home(String street, String postcode, String phone) {}

  Records records(int households) {
    for (int i = 0; i < households; i++) {
      switch (i % 10) {
        case 0 -> twins();
        case 1 -> fatherAndSon();
        case 2 -> {
          if (i % 100 == 2) {
            hostel();
          }
        }
        default -> household();
      }
    }
    return records.freeze();
  }

  List<Truth> truth() {
    return truth;
  }

  private void household() {
    int origin = random.nextInt(3);
    Home home = home();
    String family = family(origin);
    Set<String> taken = new HashSet<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      boolean girl = random.nextBoolean();
      String given = given(origin, girl);
      while (!taken.add(given)) {
        given = given(origin, girl);
      }
      person(given, family, born(1945 + random.nextInt(70)), girl, home, origin);
    }
  }

  private void twins() {
    int origin = random.nextInt(3);
    Home home = home();
    String family = family(origin);
    String born = born(1990 + random.nextInt(22));
    boolean girl = random.nextBoolean();
    String first = given(origin, girl);
    String second = first;
    while (second.equals(first)) {
      second = given(origin, girl);
    }
    person(first, family, born, girl, home, origin);
    person(second, family, born, girl, home, origin);
  }

  private void fatherAndSon() {
    int origin = random.nextInt(3);
    Home home = home();
    String family = family(origin);
    String given = given(origin, false);
    int year = 1950 + random.nextInt(30);
    person(given, family, born(year), false, home, origin);
    person(given, family, born(year + 22 + random.nextInt(15)), false, home, origin);
  }

  private void hostel() {
    Home home = home();
    for (int i = 0; i < 40; i++) {
      int origin = random.nextInt(3);
      boolean girl = random.nextBoolean();
      person(
          given(origin, girl), family(origin), born(1975 + random.nextInt(40)), girl, home, origin);
    }
  }

  private void person(
      String given, String family, String born, boolean girl, Home home, int origin) {
    int year = Integer.parseInt(born.substring(0, 4));
    Truth of =
        new Truth(
            people++,
            List.of("english", "south asian", "east european").get(origin),
            girl ? "female" : "male",
            year > 2000 ? "child" : year > 1980 ? "adult" : "older");
    Home lives = home;
    for (int times = random.nextInt(3) + 1; times > 0; times--) {
      if (random.nextInt(8) == 0) {
        lives = home();
      }
      records.add(
          "r" + truth.size(),
          new @Nullable String[] {
            slipped(given, 25),
            slipped(family, 25),
            random.nextInt(12) == 0 ? "" : misdated(born),
            random.nextInt(10) == 0 ? "" : girl ? "F" : "M",
            random.nextInt(6) == 0 ? "" : slipped(lives.street, 20),
            random.nextInt(6) == 0 ? "" : lives.postcode,
            random.nextInt(2) == 0 ? "" : random.nextInt(4) == 0 ? home.phone : ""
          });
      truth.add(of);
    }
  }

  private String given(int origin, boolean girl) {
    String[] of = girl ? GIRLS[origin] : BOYS[origin];
    return of[(int) (of.length * random.nextDouble() * random.nextDouble())];
  }

  private String family(int origin) {
    String[] of = FAMILIES[origin];
    boolean common = random.nextInt(3) > 0;
    String name = of[(int) (of.length * random.nextDouble() * random.nextDouble())];
    return common
        ? name
        : SOUNDS[random.nextInt(8)] + SOUNDS[random.nextInt(8)] + name.substring(name.length() - 3);
  }

  private String born(int year) {
    return String.format(
        Locale.ROOT, "%d-%02d-%02d", year, 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private Home home() {
    return new Home(
        1
            + random.nextInt(150)
            + " "
            + SOUNDS[random.nextInt(8)]
            + SOUNDS[random.nextInt(8)]
            + " road",
        String.format(
            Locale.ROOT,
            "LE%d %d%c%c",
            1 + random.nextInt(20),
            random.nextInt(10),
            'A' + random.nextInt(20),
            'A' + random.nextInt(20)),
        String.format(Locale.ROOT, "07700%06d", random.nextInt(1_000_000)));
  }

  private String misdated(String born) {
    return switch (random.nextInt(25)) {
      case 0 -> born.substring(0, 5) + born.substring(8) + "-" + born.substring(5, 7);
      case 1 -> born.substring(0, 9) + random.nextInt(10);
      default -> born;
    };
  }

  private String slipped(String text, int oneIn) {
    if (random.nextInt(oneIn) != 0) {
      return text;
    }
    int at = 1 + random.nextInt(text.length() - 1);
    return random.nextBoolean()
        ? text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at)
        : text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
  }
}
