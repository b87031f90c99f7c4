package org.heed.server.crime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.figures.recount.Fact;
import org.heed.figures.recount.History;
import org.heed.figures.recount.RecountedCrime;
import org.heed.figures.recount.Told;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.springframework.stereotype.Service;

/**
 * Finds crimes from several reports that the counting rules count as one, and takes what a person
 * decides. People are the same where somebody has linked their mentions; only what the asker may
 * read is looked at, and nothing is joined by itself.
 */
@Service
public class OneIncidents {
  private static final long NOW = 0;

  private final Acts acts;
  private final OneIncidentStore store;
  private final CountingRules rules;
  private final Crimes crimes;

  OneIncidents(Acts acts, OneIncidentStore store, CountingRules rules, Crimes crimes) {
    this.acts = acts;
    this.store = store;
    this.rules = rules;
    this.crimes = crimes;
  }

  /** Those that a crime is part of, on either side. */
  public List<OneIncident> of(Caller caller, UUID crime) {
    caller.require(Right.CRIME);
    return shown(
        caller,
        "read-crime",
        () ->
            found(store.near(crime)).stream()
                .filter(one -> one.crime().equals(crime) || one.into().equals(crime))
                .toList());
  }

  /** Those of crimes recorded since a day on which nobody has decided, by number. */
  public List<OneIncident> list(Caller caller, LocalDate since) {
    caller.require(Right.CRIME);
    return shown(
        caller,
        "find-crime",
        () -> found(store.several(since)).stream().filter(one -> !one.refused()).toList());
  }

  /** What is shown is a look; where there is nothing to show, nobody has seen anything. */
  private List<OneIncident> shown(Caller caller, String purpose, Supplier<List<OneIncident>> work) {
    return acts.plain(
        caller,
        () -> {
          List<OneIncident> found = work.get();
          return found.isEmpty()
              ? found
              : acts.look(
                  caller,
                  "crimes.compared",
                  purpose,
                  () -> new Acts.Seen<>(found, subjects(found)));
        });
  }

  private static Set<UUID> subjects(List<OneIncident> found) {
    return found.stream()
        .flatMap(one -> Stream.of(one.report(), one.crime(), one.intoReport(), one.into()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Decides whether a crime is of one incident with another.
   *
   * @param one whether it is; else it is a crime of its own
   * @throws Refused where the rules do not count them as one
   */
  public void decide(Caller caller, UUID crime, UUID into, boolean one, String reason) {
    caller.require(Right.CRIME);
    OneIncident proposed =
        acts.plain(caller, () -> found(store.near(crime))).stream()
            .filter(each -> each.crime().equals(crime) && each.into().equals(into))
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Refused.Code.CONFLICT,
                    "By the counting rules these two are not one crime, or one of them no longer"
                        + " counts."));
    crimes.decideIncident(
        caller,
        crime,
        into,
        proposed.intoNumber(),
        one,
        proposed.code(),
        proposed.because(),
        reason);
  }

  private List<OneIncident> found(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, OneIncidentStore.Counted> counted = new LinkedHashMap<>();
    for (OneIncidentStore.Counted each : store.list(ids)) {
      counted.put(each.id().toString(), each);
    }
    List<Told> told = counted.values().stream().map(this::told).toList();
    List<OneIncident> found = new ArrayList<>();
    for (RecountedCrime made : rules.recount(told)) {
      OneIncidentStore.Counted first = counted.get(made.of().getFirst());
      for (String each : made.of()) {
        OneIncidentStore.Counted other = counted.get(each);
        if (first != null && other != null && !first.report().equals(other.report())) {
          found.add(one(first, other, made));
        }
      }
    }
    found.sort(Comparator.comparing(OneIncident::number));
    return found;
  }

  private OneIncident one(
      OneIncidentStore.Counted first, OneIncidentStore.Counted other, RecountedCrime made) {
    String code = made.crime().at(NOW).orElseThrow().offence();
    return new OneIncident(
        other.id(),
        other.number(),
        other.report(),
        first.id(),
        first.number(),
        first.report(),
        code,
        rules.said(made.because()),
        other.apartFrom().contains(first.number()));
  }

  private Told told(OneIncidentStore.Counted crime) {
    LocalDate reported = Objects.requireNonNullElse(crime.reported(), crime.recorded());
    LocalDate occurred = crime.occurred();
    History history =
        new History(
            crime.id().toString(),
            crime.report().toString(),
            "",
            "",
            null,
            crime.victims(),
            crime.suspects(),
            occurred != null && occurred.isAfter(reported) ? reported : occurred,
            reported,
            crime.recorded(),
            List.of(
                new Fact.Recorded(NOW, crime.first()),
                new Fact.Reclassified(NOW, crime.offence())));
    Set<String> offences = new LinkedHashSet<>(crime.offences());
    offences.add(crime.first());
    return new Told(history, List.copyOf(offences), rules.victimless());
  }
}
