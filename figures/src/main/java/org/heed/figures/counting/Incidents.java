package org.heed.figures.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heed.rulebook.CountingEffect;
import org.jspecify.annotations.Nullable;

/**
 * Parts the offences of one victim into incidents. What an offender or group of offenders did up to
 * the day on which any of it came to notice is one incident, also where it is told later; what they
 * did after is another. Offenders who share an offence are one group; those who are not known are
 * the same within a report.
 */
final class Incidents {
  private static final String UNKNOWN = "\u0000";
  private static final String KNOWN = "\u0001";

  private final Rules rules;

  Incidents(Rules rules) {
    this.rules = rules;
  }

  List<Incident> of(List<ReportedOffence> offences) {
    List<Incident> incidents = new ArrayList<>();
    if (rules.find(CountingEffect.FinishedIncident.class).isEmpty()) {
      offences.forEach(one -> incidents.add(new Incident(List.of(one), false, 0)));
      return incidents;
    }
    for (List<ReportedOffence> group : Groups.of(offences, Incidents::offenders)) {
      incidents.addAll(ofGroup(group));
    }
    return incidents;
  }

  static Collection<String> offenders(ReportedOffence one) {
    return one.offenders().isEmpty()
        ? List.of(UNKNOWN + one.report())
        : one.offenders().stream().map(name -> KNOWN + name).sorted().toList();
  }

  private List<Incident> ofGroup(List<ReportedOffence> group) {
    Set<LocalDate> notices = new TreeSet<>();
    group.forEach(one -> notices.add(one.reported()));
    Map<LocalDate, Open> open = new TreeMap<>();
    List<ReportedOffence> byDay =
        group.stream()
            .sorted(Comparator.comparing(ReportedOffence::until).thenComparing(ReportedOffence::id))
            .toList();
    Open conduct = null;
    for (ReportedOffence one : byDay) {
      LocalDate notice =
          notices.stream().filter(day -> !day.isBefore(one.until())).findFirst().orElseThrow();
      boolean isConduct = rules.isConduct(one.code());
      if (isConduct && conduct != null && notice.isAfter(conduct.notice) && goesOn(conduct, one)) {
        conduct.offences.add(one);
        conduct.continued++;
        conduct.last = one.until();
        continue;
      }
      Open here = open.computeIfAbsent(notice, Open::new);
      here.offences.add(one);
      if (isConduct) {
        here.last = one.until();
        conduct = here;
      }
    }
    List<Incident> incidents = new ArrayList<>();
    for (Open one : open.values()) {
      incidents.add(new Incident(one.offences, !incidents.isEmpty(), one.continued));
    }
    return incidents;
  }

  private boolean goesOn(Open conduct, ReportedOffence next) {
    LocalDate last = conduct.last;
    return last != null
        && !next.dealtWith()
        && rules
            .find(CountingEffect.GoesOn.class)
            .filter(rule -> !next.until().isAfter(last.plusMonths(rule.effect().months())))
            .isPresent();
  }

  private static final class Open {
    private final LocalDate notice;
    private final List<ReportedOffence> offences = new ArrayList<>();
    private @Nullable LocalDate last;
    private int continued;

    private Open(LocalDate notice) {
      this.notice = notice;
    }
  }
}
