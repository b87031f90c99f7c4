package org.heed.figures.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heed.rulebook.Counting;
import org.heed.rulebook.CountingEffect;
import org.heed.rulebook.CountingEffect.Unit;

/**
 * The crimes that a rulebook's counting rules make of reported offences. The order in which the
 * offences are given plays no part.
 */
public final class CrimeCounting {
  private final Rules rules;

  private CrimeCounting(Rules rules) {
    this.rules = rules;
  }

  /** By these rules. */
  public static CrimeCounting of(Counting counting) {
    return new CrimeCounting(new Rules(counting));
  }

  /** The crimes of some offences, by day, class and victim. */
  public List<CountedCrime> count(List<ReportedOffence> offences) {
    Map<String, List<ReportedOffence>> lanes = new TreeMap<>();
    for (ReportedOffence one : offences) {
      rules.requireKnown(one.code());
      lanes.computeIfAbsent(lane(one), _ -> new ArrayList<>()).add(one);
    }
    List<CountedCrime> crimes = new ArrayList<>();
    List<Made> shared = new ArrayList<>();
    for (List<ReportedOffence> lane : lanes.values()) {
      for (Incident incident : new Incidents(rules).of(lane)) {
        for (Made made : new IncidentCrimes(rules, incident).make()) {
          if (made.unit() == Unit.OFFENDERS && !made.crime().offenders().isEmpty()) {
            shared.add(made);
          } else {
            crimes.add(made.crime());
          }
        }
      }
    }
    crimes.addAll(shared(shared));
    crimes.sort(Comparator.comparing(CountedCrime::key));
    return crimes;
  }

  /** What is never weighed against each other is counted in lanes of its own. */
  private String lane(ReportedOffence one) {
    String victim = one.victim().map(name -> "\u0001" + name).orElse("\u0000");
    if (rules.each(one.code(), one.victim().isPresent()).isEmpty()) {
      return "alone " + one.id();
    }
    return rules.isApart(one.code()) || rules.isBeside(one.code()) || one.victim().isEmpty()
        ? one.code() + " " + victim
        : "weighed " + victim;
  }

  /** What is one crime whoever was affected is put together over its victims. */
  private static List<CountedCrime> shared(List<Made> made) {
    Map<String, List<CountedCrime>> same = new TreeMap<>();
    for (Made one : made) {
      CountedCrime crime = one.crime();
      same.computeIfAbsent(crime.recorded() + " " + crime.code(), _ -> new ArrayList<>())
          .add(crime);
    }
    List<CountedCrime> crimes = new ArrayList<>();
    for (List<CountedCrime> alike : same.values()) {
      for (List<CountedCrime> group : Groups.of(alike, CrimeCounting::offenders)) {
        crimes.add(together(group));
      }
    }
    return crimes;
  }

  private static Collection<String> offenders(CountedCrime crime) {
    return new TreeSet<>(crime.offenders());
  }

  private static CountedCrime together(List<CountedCrime> crimes) {
    CountedCrime first = crimes.stream().min(Comparator.comparing(CountedCrime::key)).orElseThrow();
    Set<String> victims = new TreeSet<>();
    Set<String> offenders = new TreeSet<>();
    List<String> offences = new ArrayList<>();
    for (CountedCrime crime : crimes) {
      victims.addAll(crime.victims());
      offenders.addAll(crime.offenders());
      offences.addAll(crime.offences());
    }
    return new CountedCrime(
        victims, offenders, offences, first.classes(), first.counts(), first.because());
  }

  /** A crime, and what it is counted for; null where no rule says. */
  record Made(CountedCrime crime, @org.jspecify.annotations.Nullable Unit unit) {
    static Made of(CountedCrime crime, Optional<Rules.Does<CountingEffect.Each>> each) {
      return new Made(crime, each.map(rule -> rule.effect().unit()).orElse(null));
    }
  }
}
