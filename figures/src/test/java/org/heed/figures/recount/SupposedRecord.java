package org.heed.figures.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Crimes with everything that can become known of them, from a seed. */
final class SupposedRecord {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final int DAYS = 730;
  static final List<String> OFFENCES = List.of("71", "88A", "22B", "N100");
  static final List<String> ROUTES = List.of("officer", "quality-assurance", "prompt");

  private SupposedRecord() {}

  static List<History> of(int crimes, long seed) {
    Random random = new Random(seed);
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < crimes; i++) {
      histories.add(history(i, random));
    }
    return histories;
  }

  private static History history(int number, Random random) {
    int day = random.nextInt(DAYS);
    LocalDate recorded = FIRST.plusDays(day);
    LocalDate reported = recorded.minusDays(random.nextInt(4));
    boolean old = random.nextInt(10) == 0;
    LocalDate occurred =
        random.nextInt(12) == 0 ? null : reported.minusDays(old ? 900 : random.nextInt(60));
    return new History(
        "c" + number,
        "r" + number * 2 / 3,
        "a" + random.nextInt(4),
        random.nextBoolean() ? "child" : "partner-agency",
        random.nextInt(3) == 0 ? "g" + random.nextInt(3) : null,
        people("k", random),
        people("s", random),
        occurred,
        reported,
        recorded,
        facts(day, random));
  }

  private static Set<String> people(String prefix, Random random) {
    Set<String> people = new TreeSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      people.add(prefix + random.nextInt(60));
    }
    return people;
  }

  /** The recording, then acts that may follow each other in any order that the record allows. */
  private static List<Fact> facts(int day, Random random) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Recorded(day, any(OFFENCES, random)));
    boolean cancelled = false;
    boolean merged = false;
    long at = day;
    for (int i = random.nextInt(7); i > 0 && !merged; i--) {
      at += random.nextInt(90);
      LocalDate on = FIRST.plusDays(at);
      @Nullable Fact next =
          switch (random.nextInt(8)) {
            case 0 -> new Fact.Reclassified(at, any(OFFENCES, random));
            case 1 -> cancelled ? new Fact.Reinstated(at) : new Fact.Cancelled(at);
            case 2 -> new Fact.Unflagged(at);
            case 3 -> random.nextInt(4) == 0 ? new Fact.Merged(at) : null;
            default -> new Fact.Flagged(at, on, any(ROUTES, random));
          };
      if (next != null) {
        facts.add(next);
        cancelled =
            next instanceof Fact.Cancelled || (cancelled && !(next instanceof Fact.Reinstated));
        merged = next instanceof Fact.Merged;
      }
    }
    return facts;
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
