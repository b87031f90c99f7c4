package org.heed.figures.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heed.figures.counting.CountedCrime.Classed;
import org.heed.figures.counting.CrimeCounting.Made;
import org.heed.rulebook.CountingEffect;
import org.heed.rulebook.CountingEffect.Unit;

/** The crimes of one incident. */
final class IncidentCrimes {
  private final Rules rules;
  private final Incident incident;

  IncidentCrimes(Rules rules, Incident incident) {
    this.rules = rules;
    this.incident = incident;
  }

  List<Made> make() {
    if (rules.find(CountingEffect.PrincipalCrime.class).isPresent()) {
      return ofOne(incident.offences());
    }
    Map<String, List<ReportedOffence>> byCode = new TreeMap<>();
    for (ReportedOffence one : incident.offences()) {
      byCode.computeIfAbsent(one.code(), _ -> new ArrayList<>()).add(one);
    }
    List<Made> crimes = new ArrayList<>();
    byCode.values().forEach(alike -> crimes.addAll(ofOne(alike)));
    return crimes;
  }

  /** Of these the most serious is recorded: once, or once for each who did it. */
  private List<Made> ofOne(List<ReportedOffence> offences) {
    String lead = principal(offences);
    boolean victim = offences.getFirst().victim().isPresent();
    Optional<Rules.Does<CountingEffect.Each>> each = rules.each(lead, victim);
    if (each.isEmpty() || each.get().effect().unit() != Unit.OFFENDER) {
      Set<String> offenders = new TreeSet<>();
      offences.forEach(one -> offenders.addAll(one.offenders()));
      return List.of(Made.of(crime(offences, offenders, offences, 1), each));
    }
    List<ReportedOffence> own = new ArrayList<>();
    List<ReportedOffence> others = new ArrayList<>();
    for (ReportedOffence one : offences) {
      boolean byEach =
          rules
              .each(one.code(), victim)
              .filter(rule -> rule.effect().unit() == Unit.OFFENDER)
              .isPresent();
      (byEach ? own : others).add(one);
    }
    return byOffender(own, others, each);
  }

  private List<Made> byOffender(
      List<ReportedOffence> own,
      List<ReportedOffence> others,
      Optional<Rules.Does<CountingEffect.Each>> each) {
    List<ReportedOffence> undefined =
        own.stream().filter(o -> rules.isUndefined(o.code())).toList();
    Map<String, List<ReportedOffence>> byOffender = new TreeMap<>();
    for (ReportedOffence one : own) {
      if (!rules.isUndefined(one.code())) {
        for (String offender : one.offenders().isEmpty() ? Set.of("") : one.offenders()) {
          byOffender.computeIfAbsent(offender, _ -> new ArrayList<>()).add(one);
        }
      }
    }
    int count = byOffender.size() + (undefined.isEmpty() ? 0 : 1);
    List<Made> crimes = new ArrayList<>();
    boolean carried = false;
    for (Map.Entry<String, List<ReportedOffence>> entry : byOffender.entrySet()) {
      boolean carries = !carried && principal(entry.getValue()).equals(principal(own));
      carried |= carries;
      crimes.add(
          Made.of(
              crime(
                  carries ? with(entry.getValue(), others) : entry.getValue(),
                  entry.getKey().isEmpty() ? Set.of() : Set.of(entry.getKey()),
                  incident.offences(),
                  count),
              each));
    }
    if (!undefined.isEmpty()) {
      crimes.add(
          Made.of(
              crime(
                  carried ? undefined : with(undefined, others),
                  Set.of(),
                  incident.offences(),
                  count),
              each));
    }
    return crimes;
  }

  private static List<ReportedOffence> with(
      List<ReportedOffence> own, List<ReportedOffence> others) {
    List<ReportedOffence> all = new ArrayList<>(own);
    all.addAll(others);
    return all;
  }

  private CountedCrime crime(
      List<ReportedOffence> offences,
      Set<String> offenders,
      List<ReportedOffence> weighed,
      int ofOffenders) {
    List<Classed> classes = new ArrayList<>();
    Set<LocalDate> days = new TreeSet<>();
    offences.forEach(one -> days.add(one.reported()));
    for (LocalDate day : days) {
      String code = principal(offences.stream().filter(o -> !o.reported().isAfter(day)).toList());
      if (classes.isEmpty() || !classes.getLast().code().equals(code)) {
        classes.add(new Classed(day, code));
      }
    }
    Set<String> victims = new TreeSet<>();
    offences.forEach(one -> one.victim().ifPresent(victims::add));
    String code = classes.getLast().code();
    return new CountedCrime(
        victims,
        offenders,
        offences.stream().map(ReportedOffence::id).toList(),
        classes,
        !rules.isApart(code),
        new Reasons(rules, incident)
            .of(code, !victims.isEmpty(), weighed, ofOffenders, classes.size() > 1));
  }

  /** The most serious, what is part of another left aside. */
  private String principal(List<ReportedOffence> offences) {
    Set<String> codes = new TreeSet<>();
    offences.forEach(one -> codes.add(one.code()));
    return rules.principal(whole(rules, codes));
  }

  static Collection<String> whole(Rules rules, Set<String> codes) {
    Set<String> whole = new TreeSet<>(codes);
    for (Rules.Does<CountingEffect.PartOf> rule : rules.all(CountingEffect.PartOf.class)) {
      if (codes.stream().anyMatch(rule.effect().of()::contains)) {
        whole.removeAll(rule.effect().codes());
      }
    }
    return whole.isEmpty() ? codes : whole;
  }
}
