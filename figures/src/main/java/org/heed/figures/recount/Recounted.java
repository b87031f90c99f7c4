package org.heed.figures.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heed.figures.counting.CountedCrime;
import org.heed.figures.counting.CrimeCounting;
import org.heed.figures.counting.ReportedOffence;
import org.heed.rulebook.Counting;

/**
 * Crimes as other counting rules would have made them of what is recorded, as known at a position:
 * those that stand by themselves, and those that are cancelled by themselves. A crime is flagged
 * where any of the crimes that it is made of is, from the first of their days. Classes that the
 * rulebook does not know stay as they were recorded.
 */
final class Recounted {
  private final List<Told> told;
  private final Map<At, List<History>> known = new HashMap<>();

  private record At(String rules, long position) {}

  /** A crime that is known, and how it stands. */
  private record Source(Told told, Standing standing) {
    /** Whose days, place and route a crime has that is made of several. */
    private static final Comparator<Source> FIRST =
        Comparator.comparing(
            source -> source.told().crime(),
            Comparator.comparing(History::reported)
                .thenComparing(History::recorded)
                .thenComparing(History::crime));
  }

  Recounted(List<Told> told) {
    this.told = List.copyOf(told);
  }

  List<History> at(String name, Counting rules, long position) {
    return known.computeIfAbsent(
        new At(name, position),
        _ -> make(told, rules, position).stream().map(RecountedCrime::crime).toList());
  }

  static List<RecountedCrime> make(List<Told> told, Counting rules, long position) {
    List<Source> standing = new ArrayList<>();
    List<Source> cancelled = new ArrayList<>();
    for (Told one : told) {
      Optional<Standing> now = one.crime().at(position);
      if (now.isPresent() && !now.get().merged()) {
        (now.get().cancelled() ? cancelled : standing).add(new Source(one, now.get()));
      }
    }
    List<RecountedCrime> made = new ArrayList<>(crimes(rules, standing, position, false));
    made.addAll(crimes(rules, cancelled, position, true));
    return List.copyOf(made);
  }

  private static List<RecountedCrime> crimes(
      Counting rules, List<Source> sources, long position, boolean cancelled) {
    Map<String, Source> byOffence = new TreeMap<>();
    List<ReportedOffence> offences = new ArrayList<>();
    for (Source source : sources) {
      for (String code : source.told().offences(source.standing())) {
        add(source, code, byOffence, offences);
      }
    }
    List<ReportedOffence> known =
        offences.stream().filter(one -> rules.find(one.code()).isPresent()).toList();
    List<CountedCrime> counted = new ArrayList<>(CrimeCounting.of(rules).count(known));
    offences.stream()
        .filter(one -> rules.find(one.code()).isEmpty())
        .forEach(one -> counted.add(alone(one)));
    List<RecountedCrime> crimes = new ArrayList<>();
    for (CountedCrime crime : counted) {
      Set<Source> of = new java.util.LinkedHashSet<>();
      crime.offences().forEach(id -> Optional.ofNullable(byOffence.get(id)).ifPresent(of::add));
      List<Source> made = of.stream().sorted(Source.FIRST).toList();
      crimes.add(
          new RecountedCrime(
              history(crime, made, position, cancelled),
              made.stream().map(source -> source.told().crime().crime()).toList(),
              crime.counts(),
              cancelled,
              crime.because()));
    }
    return crimes;
  }

  /** A class that the rulebook does not know: it stays as it was recorded. */
  private static CountedCrime alone(ReportedOffence one) {
    return new CountedCrime(
        one.victim().map(Set::of).orElse(Set.of()),
        one.offenders(),
        List.of(one.id()),
        List.of(new CountedCrime.Classed(one.reported(), one.code())),
        true,
        List.of());
  }

  private static void add(
      Source source, String code, Map<String, Source> byOffence, List<ReportedOffence> offences) {
    History crime = source.told().crime();
    Set<Optional<String>> victims = new java.util.LinkedHashSet<>();
    if (source.told().victimless().contains(code)) {
      victims.add(Optional.empty());
    } else if (crime.children().isEmpty()) {
      victims.add(Optional.of("of " + crime.crime()));
    } else {
      new TreeSet<>(crime.children()).forEach(child -> victims.add(Optional.of(child)));
    }
    for (Optional<String> victim : victims) {
      String id = crime.crime() + " " + code + victim.map(name -> " " + name).orElse("");
      byOffence.put(id, source);
      LocalDate until = crime.occurred() == null ? crime.reported() : crime.occurred();
      offences.add(
          new ReportedOffence(
              id,
              code,
              victim,
              crime.suspects(),
              crime.report(),
              crime.reported(),
              until.isAfter(crime.reported()) ? crime.reported() : until,
              false));
    }
  }

  /** The days, the place and the route are those of the first of the crimes that it is made of. */
  private static History history(
      CountedCrime crime, List<Source> of, long position, boolean cancelled) {
    History first = of.getFirst().told().crime();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Recorded(position, crime.code()));
    of.stream()
        .map(source -> source.standing().flag())
        .filter(java.util.Objects::nonNull)
        .min(Comparator.comparing(Standing.Flag::on).thenComparing(Standing.Flag::route))
        .ifPresent(flag -> facts.add(new Fact.Flagged(position, flag.on(), flag.route())));
    if (cancelled) {
      facts.add(new Fact.Cancelled(position));
    }
    Set<String> children = new TreeSet<>();
    of.forEach(source -> children.addAll(source.told().crime().children()));
    if (!crime.victims().isEmpty()) {
      children.retainAll(crime.victims());
    }
    Set<String> suspects = new TreeSet<>(crime.offenders());
    if (suspects.isEmpty()) {
      of.forEach(source -> suspects.addAll(source.told().crime().suspects()));
    }
    return new History(
        String.join(" + ", crime.offences()) + " " + crime.code() + " " + crime.offenders(),
        first.report(),
        first.area(),
        first.notice(),
        first.operation(),
        children,
        suspects,
        first.occurred(),
        first.reported(),
        first.recorded(),
        facts);
  }
}
