package org.heed.server.crime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.figures.counting.CountedCrime;
import org.heed.figures.counting.ReportedOffence;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says was committed, counted together with the crimes that the report has: one
 * report is one coming to notice. Where suspects are named on one side only, they are the same.
 */
final class ReportCrimes {
  private static final LocalDate TOLD = LocalDate.EPOCH;
  private static final String UNNAMED = "unnamed";
  private static final String NEW = "new ";

  private final CountingRules rules;
  private final Victims people;
  private final List<Recorded> recorded;
  private final Map<String, UUID> chosen = new LinkedHashMap<>();
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final List<ReportedOffence> offences = new ArrayList<>();

  /** A crime that the report has. */
  record Recorded(
      @Nullable UUID victim, List<UUID> others, List<UUID> suspects, List<String> offences) {
    Recorded {
      others = List.copyOf(others);
      suspects = List.copyOf(suspects);
      offences = List.copyOf(offences);
    }

    List<UUID> victims() {
      List<UUID> all = new ArrayList<>(others);
      Optional.ofNullable(victim).ifPresent(all::addFirst);
      return all;
    }
  }

  ReportCrimes(CountingRules rules, Victims people, List<Recorded> recorded) {
    this.rules = rules;
    this.people = people;
    this.recorded = List.copyOf(recorded);
  }

  /** The crimes that are new. */
  List<ProposedCrime> propose(List<UUID> victims, List<UUID> suspects, List<String> committed) {
    List<UUID> known = new ArrayList<>();
    recorded.forEach(crime -> known.addAll(crime.victims()));
    recorded.forEach(crime -> known.addAll(crime.suspects()));
    for (String code : committed) {
      if (rules.get(code).victimless()) {
        say(NEW + code, code, Optional.empty(), names(suspects, known));
      } else if (victims.isEmpty()) {
        say(NEW + code, code, Optional.of(UNNAMED), suspectsOf(Optional.empty(), suspects, known));
      } else {
        for (UUID victim : victims) {
          String name = name(victim, known);
          chosen.put(name, victim);
          Set<String> by = suspectsOf(Optional.of(name), suspects, known);
          say(NEW + code + " " + name, code, Optional.of(name), by);
        }
      }
    }
    for (UUID suspect : suspects) {
      chosen.put(name(suspect, known), suspect);
    }
    for (int i = 0; i < recorded.size(); i++) {
      already(i, suspects, known);
    }
    List<ProposedCrime> crimes = new ArrayList<>();
    for (CountedCrime crime : rules.count(offences)) {
      if (crime.offences().stream().allMatch(id -> id.startsWith(NEW))) {
        crimes.add(proposed(crime));
      }
    }
    return crimes;
  }

  private void already(int number, List<UUID> suspects, List<UUID> known) {
    Recorded crime = recorded.get(number);
    for (String code : crime.offences()) {
      String id = "has " + number + " " + code;
      if (rules.find(code).isEmpty()) {
        continue;
      }
      if (rules.get(code).victimless()) {
        say(id, code, Optional.empty(), names(either(crime.suspects(), suspects), known));
        continue;
      }
      List<UUID> victims = crime.victims();
      if (victims.isEmpty()) {
        say(
            id,
            code,
            Optional.of(UNNAMED),
            suspectsOf(Optional.empty(), crime.suspects(), suspects, known));
      }
      for (UUID victim : victims) {
        String name = name(victim, known);
        say(
            id + " " + name,
            code,
            Optional.of(name),
            suspectsOf(Optional.of(name), crime.suspects(), suspects, known));
      }
    }
  }

  private static List<UUID> either(List<UUID> own, List<UUID> others) {
    return own.isEmpty() ? others : own;
  }

  private Set<String> suspectsOf(
      Optional<String> victim, List<UUID> own, List<UUID> said, List<UUID> known) {
    return own.isEmpty() && !said.isEmpty() ? names(said, known) : suspectsOf(victim, own, known);
  }

  /** Those named, or else those whom the crimes against that victim name. */
  private Set<String> suspectsOf(Optional<String> victim, List<UUID> named, List<UUID> known) {
    if (!named.isEmpty()) {
      return names(named, known);
    }
    Set<String> all = new TreeSet<>();
    for (Recorded crime : recorded) {
      boolean same =
          victim
              .map(name -> crime.victims().stream().anyMatch(v -> name(v, known).equals(name)))
              .orElse(crime.victims().isEmpty());
      if (same) {
        all.addAll(names(crime.suspects(), known));
      }
    }
    return all;
  }

  private void say(String id, String code, Optional<String> victim, Set<String> by) {
    codes.put(id, code);
    offences.add(new ReportedOffence(id, code, victim, by, "report", TOLD, TOLD, false));
  }

  private ProposedCrime proposed(CountedCrime crime) {
    List<UUID> victims = mentions(crime.victims());
    Set<String> committed = new LinkedHashSet<>();
    crime.offences().forEach(id -> committed.add(String.valueOf(codes.get(id))));
    return new ProposedCrime(
        victims.isEmpty() ? null : victims.getFirst(),
        victims.isEmpty() ? List.of() : victims.subList(1, victims.size()),
        mentions(crime.offenders()),
        List.copyOf(committed),
        crime.code(),
        rules.said(crime.because()));
  }

  private List<UUID> mentions(Set<String> names) {
    List<UUID> mentions = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      if (!name.equals(UNNAMED)) {
        mentions.add(chosen.getOrDefault(name, UUID.fromString(name)));
      }
    }
    return mentions;
  }

  private Set<String> names(List<UUID> mentions, List<UUID> known) {
    Set<String> names = new TreeSet<>();
    mentions.forEach(mention -> names.add(name(mention, known)));
    return names;
  }

  /** One name for every mention of a person whom a crime of the report has. */
  private String name(UUID mention, List<UUID> known) {
    return known.stream()
        .filter(other -> people.isSame(other, mention))
        .findFirst()
        .orElse(mention)
        .toString();
  }
}
