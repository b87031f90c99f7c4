package org.heed.server.linking;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.heed.linkage.Explanation;
import org.heed.server.person.KnownPerson;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against two people being one whatever the weights say: facts that one person cannot
 * have both of, or that families easily have.
 */
final class Conflicts {
  private static final int YEARS_APART = 2;
  private static final Set<String> ALIKE =
      Set.of("same", "short or pet form", "very similar", "similar", "sounds alike", "initial");

  private Conflicts() {}

  /** What is said of somebody that one person cannot have two of. */
  record Facts(
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate born,
      @Nullable String sex) {
    static Facts of(KnownPerson person) {
      return new Facts(person.givenName(), person.familyName(), person.dateOfBirth(), person.sex());
    }

    Spoken spoken() {
      return Spoken.of(givenName, familyName, born, sex);
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Facts[hidden]";
    }
  }

  /** What two records weigh together, and why. */
  @FunctionalInterface
  interface Weighing {
    Explanation explain(Spoken one, Spoken other);
  }

  /**
   * Of everybody who would come together.
   *
   * @param ones who are one of the two already
   * @param others who are the other
   */
  static List<String> of(
      KnownPerson one,
      KnownPerson other,
      Collection<Facts> ones,
      Collection<Facts> others,
      Weighing weighing) {
    Set<String> conflicts = new LinkedHashSet<>();
    for (Facts some : ones) {
      for (Facts beside : others) {
        addFacts(conflicts, some, beside, weighing);
      }
    }
    addReports(conflicts, one, other);
    return List.copyOf(conflicts);
  }

  /** Of what several reports say of somebody. */
  static Set<String> among(List<Facts> said, Weighing weighing) {
    Set<String> conflicts = new LinkedHashSet<>();
    for (int i = 0; i < said.size(); i++) {
      for (int j = i + 1; j < said.size(); j++) {
        addFacts(conflicts, said.get(i), said.get(j), weighing);
      }
    }
    return conflicts;
  }

  private static void addFacts(Set<String> conflicts, Facts one, Facts other, Weighing weighing) {
    if (one.sex() != null && other.sex() != null && !one.sex().equalsIgnoreCase(other.sex())) {
      conflicts.add(
          "Their sex is recorded differently: " + one.sex() + " and " + other.sex() + ".");
    }
    if (one.born() != null && other.born() != null) {
      addBirths(conflicts, one, one.born(), other, other.born(), weighing);
    }
  }

  /** Whether the first names may be one, by how they are written. */
  private static boolean isSpeltAlike(Explanation why) {
    return why.parts().stream()
        .anyMatch(part -> part.comparison().equals("given_name") && ALIKE.contains(part.level()));
  }

  private static void addBirths(
      Set<String> conflicts, Facts one, LocalDate a, Facts other, LocalDate b, Weighing weighing) {
    int years = Math.abs(Period.between(a, b).getYears());
    boolean sameFamily = isSame(one.familyName(), other.familyName());
    boolean sameGiven = isSame(one.givenName(), other.givenName());
    if (a.equals(b)
        && sameFamily
        && !sameGiven
        && !isSpeltAlike(weighing.explain(one.spoken(), other.spoken()))) {
      conflicts.add(
          "They share a family name and a date of birth but not a first name: they may be twins.");
    } else if (years >= YEARS_APART) {
      conflicts.add(
          "Their dates of birth are "
              + Words.count(years, "year", "years")
              + " apart"
              + (sameFamily && sameGiven ? ": they may be parent and child of one name." : "."));
    }
  }

  private static boolean isSame(@Nullable String a, @Nullable String b) {
    return a != null && a.equalsIgnoreCase(Objects.requireNonNullElse(b, ""));
  }

  private static void addReports(Set<String> conflicts, KnownPerson one, KnownPerson other) {
    TreeSet<String> both = new TreeSet<>();
    TreeSet<String> days = new TreeSet<>();
    for (KnownPerson.Event event : one.events()) {
      for (KnownPerson.Event beside : other.events()) {
        if (event.report().equals(beside.report())) {
          both.add(event.reference());
        } else if (event.occurredFrom() != null
            && beside.occurredFrom() != null
            && !event.area().equals(beside.area())
            && Words.date(event.occurredFrom()).equals(Words.date(beside.occurredFrom()))) {
          days.add(
              Words.date(event.occurredFrom())
                  + ", "
                  + Words.title(event.area())
                  + " and "
                  + Words.title(beside.area()));
        }
      }
    }
    for (String reference : both) {
      conflicts.add("Report " + reference + " speaks of both, as of two people.");
    }
    for (String day : days) {
      conflicts.add("Reports have them in two places on one day: " + day + ".");
    }
  }
}
