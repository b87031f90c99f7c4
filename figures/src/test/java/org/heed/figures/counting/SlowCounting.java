package org.heed.figures.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heed.rulebook.Counting;
import org.heed.rulebook.CountingEffect;
import org.heed.rulebook.CountingRule;

/** The rules as they are written, pair by pair, and slow. */
final class SlowCounting {
  private final Counting counting;
  private final List<ReportedOffence> all;
  private final boolean[][] together;

  /** A crime, in what two ways of counting have to agree on. */
  record Crime(
      Set<String> victims, Set<String> offenders, Set<String> offences, List<String> classes) {
    static Crime of(CountedCrime crime) {
      return new Crime(
          crime.victims(),
          crime.offenders(),
          new TreeSet<>(crime.offences()),
          crime.classes().stream().map(c -> c.from() + " " + c.code()).toList());
    }
  }

  SlowCounting(Counting counting, List<ReportedOffence> all) {
    this.counting = counting;
    this.all = all;
    int n = all.size();
    this.together = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        together[i][j] = i == j || (weighed(i, j) && meet(all.get(i), all.get(j)));
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          together[i][j] |= together[i][k] && together[k][j];
        }
      }
    }
  }

  List<Crime> crimes() {
    List<Crime> crimes = new ArrayList<>();
    List<Crime> shared = new ArrayList<>();
    Set<List<ReportedOffence>> incidents = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      List<ReportedOffence> incident = new ArrayList<>();
      for (int j = 0; j < all.size(); j++) {
        if (i == j || (has(CountingEffect.FinishedIncident.class) && sameIncident(i, j))) {
          incident.add(all.get(j));
        }
      }
      incidents.add(incident);
    }
    for (List<ReportedOffence> incident : incidents) {
      for (List<ReportedOffence> part : parts(incident)) {
        String lead = principal(part);
        boolean isShared =
            unit(lead, part).filter(CountingEffect.Unit.OFFENDERS::equals).isPresent();
        for (Crime crime : ofPart(part, lead)) {
          (isShared && !crime.offenders().isEmpty() ? shared : crimes).add(crime);
        }
      }
    }
    while (!shared.isEmpty()) {
      Crime one = shared.removeFirst();
      Optional<Crime> other = shared.stream().filter(o -> isOne(one, o)).findFirst();
      if (other.isPresent()) {
        shared.remove(other.get());
        shared.add(joined(one, other.get()));
      } else {
        crimes.add(one);
      }
    }
    return crimes;
  }

  private static boolean isOne(Crime a, Crime b) {
    return a.classes().getFirst().substring(0, 10).equals(b.classes().getFirst().substring(0, 10))
        && code(a).equals(code(b))
        && a.offenders().stream().anyMatch(b.offenders()::contains);
  }

  private static String code(Crime crime) {
    return crime.classes().getLast().substring(11);
  }

  private static Crime joined(Crime a, Crime b) {
    Set<String> victims = new TreeSet<>(a.victims());
    victims.addAll(b.victims());
    Set<String> offenders = new TreeSet<>(a.offenders());
    offenders.addAll(b.offenders());
    Set<String> offences = new TreeSet<>(a.offences());
    offences.addAll(b.offences());
    return new Crime(victims, offenders, offences, a.classes());
  }

  private boolean weighed(int i, int j) {
    ReportedOffence a = all.get(i);
    ReportedOffence b = all.get(j);
    if (unit(a.code(), List.of(a)).isEmpty() || unit(b.code(), List.of(b)).isEmpty()) {
      return false;
    }
    boolean alike = a.code().equals(b.code());
    boolean alone = ofItsOwn(a.code()) || ofItsOwn(b.code()) || a.victim().isEmpty();
    return a.victim().equals(b.victim()) && (alike || !alone);
  }

  private boolean ofItsOwn(String code) {
    return counting.apart().contains(code)
        || effects(CountingEffect.InAddition.class).stream()
            .anyMatch(e -> e.codes().contains(code));
  }

  private static boolean meet(ReportedOffence a, ReportedOffence b) {
    return a.offenders().isEmpty()
        ? b.offenders().isEmpty() && a.report().equals(b.report())
        : a.offenders().stream().anyMatch(b.offenders()::contains);
  }

  private boolean sameIncident(int i, int j) {
    return together[i][j] && home(i).equals(home(j));
  }

  /** The first day on which anything of the group came to notice after this had happened. */
  private LocalDate notice(int i) {
    LocalDate first = all.get(i).reported();
    for (int j = 0; j < all.size(); j++) {
      LocalDate day = all.get(j).reported();
      if (together[i][j] && !day.isBefore(all.get(i).until()) && day.isBefore(first)) {
        first = day;
      }
    }
    return first;
  }

  /** The notice whose incident it belongs to: conduct that goes on belongs to that before it. */
  private LocalDate home(int i) {
    ReportedOffence one = all.get(i);
    for (CountingEffect.GoesOn on : effects(CountingEffect.GoesOn.class)) {
      int before = -1;
      for (int j = 0; j < all.size(); j++) {
        ReportedOffence other = all.get(j);
        if (together[i][j]
            && on.codes().contains(one.code())
            && on.codes().contains(other.code())
            && isBefore(other, one)
            && (before < 0 || isBefore(all.get(before), other))) {
          before = j;
        }
      }
      if (before >= 0
          && !one.dealtWith()
          && !one.until().isAfter(all.get(before).until().plusMonths(on.months()))) {
        return home(before);
      }
    }
    return notice(i);
  }

  private static boolean isBefore(ReportedOffence a, ReportedOffence b) {
    int byDay = a.until().compareTo(b.until());
    return byDay < 0 || (byDay == 0 && a.id().compareTo(b.id()) < 0);
  }

  private List<List<ReportedOffence>> parts(List<ReportedOffence> incident) {
    if (has(CountingEffect.PrincipalCrime.class)) {
      return List.of(incident);
    }
    Set<String> codes = new TreeSet<>();
    incident.forEach(one -> codes.add(one.code()));
    return codes.stream()
        .map(code -> incident.stream().filter(one -> one.code().equals(code)).toList())
        .toList();
  }

  private List<Crime> ofPart(List<ReportedOffence> part, String lead) {
    if (unit(lead, part).filter(CountingEffect.Unit.OFFENDER::equals).isEmpty()) {
      Set<String> offenders = new TreeSet<>();
      part.forEach(one -> offenders.addAll(one.offenders()));
      return List.of(crime(part, offenders));
    }
    Set<String> offenders = new TreeSet<>();
    List<ReportedOffence> own = new ArrayList<>();
    for (ReportedOffence one : part) {
      if (unit(one.code(), part).filter(CountingEffect.Unit.OFFENDER::equals).isPresent()) {
        own.add(one);
        if (!isUndefined(one)) {
          offenders.addAll(one.offenders().isEmpty() ? Set.of("") : one.offenders());
        }
      }
    }
    List<List<ReportedOffence>> counted = new ArrayList<>();
    List<Set<String>> whose = new ArrayList<>();
    for (String offender : offenders) {
      counted.add(
          own.stream()
              .filter(one -> !isUndefined(one))
              .filter(one ->
                  offender.isEmpty()
                      ? one.offenders().isEmpty()
                      : one.offenders().contains(offender))
              .toList());
      whose.add(offender.isEmpty() ? Set.of() : Set.of(offender));
    }
    if (own.stream().anyMatch(this::isUndefined)) {
      counted.add(own.stream().filter(this::isUndefined).toList());
      whose.add(Set.of());
    }
    int carrier = 0;
    while (!principal(counted.get(carrier)).equals(principal(own))) {
      carrier++;
    }
    List<Crime> crimes = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      List<ReportedOffence> offences = new ArrayList<>(counted.get(i));
      if (i == carrier) {
        part.stream().filter(one -> !own.contains(one)).forEach(offences::add);
      }
      crimes.add(crime(offences, whose.get(i)));
    }
    return crimes;
  }

  private Crime crime(List<ReportedOffence> offences, Set<String> offenders) {
    Set<String> victims = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    Set<LocalDate> days = new TreeSet<>();
    for (ReportedOffence one : offences) {
      one.victim().ifPresent(victims::add);
      ids.add(one.id());
      days.add(one.reported());
    }
    List<String> classes = new ArrayList<>();
    String last = "";
    for (LocalDate day : days) {
      String code = principal(offences.stream().filter(o -> !o.reported().isAfter(day)).toList());
      if (!code.equals(last)) {
        classes.add(day + " " + code);
      }
      last = code;
    }
    return new Crime(victims, offenders, ids, classes);
  }

  /** The code that no other of them comes before. */
  private String principal(List<ReportedOffence> offences) {
    List<String> codes = offences.stream().map(ReportedOffence::code).distinct().toList();
    List<String> whole = codes.stream().filter(code -> !isPart(code, codes)).toList();
    List<String> left = whole.isEmpty() ? codes : whole;
    return left.stream()
        .filter(code -> left.stream().noneMatch(other -> isMoreSerious(other, code)))
        .findFirst()
        .orElseThrow();
  }

  private boolean isPart(String code, List<String> codes) {
    return effects(CountingEffect.PartOf.class).stream()
        .anyMatch(
            part -> part.codes().contains(code) && codes.stream().anyMatch(part.of()::contains));
  }

  private boolean isMoreSerious(String a, String b) {
    int x = counting.principalCrime().indexOf(a);
    int y = counting.principalCrime().indexOf(b);
    if (x >= 0 && y >= 0) {
      return x < y;
    }
    return x >= 0 || (y < 0 && a.compareTo(b) < 0);
  }

  private boolean isUndefined(ReportedOffence one) {
    return effects(CountingEffect.UndefinedOffenders.class).stream()
        .anyMatch(e -> e.codes().contains(one.code()));
  }

  private Optional<CountingEffect.Unit> unit(String code, List<ReportedOffence> of) {
    boolean victim = of.getFirst().victim().isPresent();
    List<CountingEffect.Each> rules = effects(CountingEffect.Each.class);
    for (CountingEffect.Each each : rules) {
      if (each.codes().contains(code)) {
        return Optional.of(each.unit());
      }
    }
    for (CountingEffect.Each each : rules) {
      if (each.victimless() && !victim) {
        return Optional.of(each.unit());
      }
    }
    for (CountingEffect.Each each : rules) {
      if (each.codes().isEmpty() && !each.victimless()) {
        return Optional.of(each.unit());
      }
    }
    return Optional.empty();
  }

  private boolean has(Class<? extends CountingEffect> kind) {
    return !effects(kind).isEmpty();
  }

  private <E extends CountingEffect> List<E> effects(Class<E> kind) {
    return counting.rules().stream()
        .map(CountingRule::effect)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
