package org.heed.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.PersonInvolved;
import org.heed.simulator.SimulatedEvent;
import org.heed.simulator.SimulatedForce;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Simulated reports as a program would post them. */
final class ReportBodies {
  private static final int MOST = 10_000;

  private ReportBodies() {}

  /** So many different ones. A force of some size is repeated under other references. */
  static List<byte[]> of(int count) {
    List<SimulatedEvent.ReportMade> reports = new ArrayList<>();
    Iterator<SimulatedEvent> events =
        SimulatedForce.of(ForceParameters.of(9, Math.clamp(count, 10, MOST))).events().iterator();
    while (events.hasNext()) {
      if (events.next() instanceof SimulatedEvent.ReportMade made) {
        reports.add(made);
      }
    }
    JsonMapper json = JsonMapper.builder().build();
    List<byte[]> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      bodies.add(json.writeValueAsBytes(body(reports.get(i % reports.size()), i)));
    }
    return bodies;
  }

  private static Map<String, Object> body(SimulatedEvent.ReportMade report, int number) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("source", "bench");
    body.put("reference", report.reference() + "-" + number);
    body.put(
        "kind",
        switch (report.kind()) {
          case CRIME -> "crime-report";
          case INTELLIGENCE -> "intelligence";
          case MISSING -> "missing-episode";
          case REFERRAL -> "referral";
        });
    body.put("route", report.route().id());
    body.put("area", report.area());
    body.put("narrative", report.narrative());
    put(body, "occurred_from", report.occurredFrom());
    put(body, "occurred_to", report.occurredTo());
    put(body, "reported_at", report.reportedAt());
    body.put("people", report.people().stream().map(ReportBodies::person).toList());
    return body;
  }

  private static void put(Map<String, Object> body, String name, @Nullable Instant moment) {
    if (moment != null) {
      body.put(name, moment.toString());
    }
  }

  private static Map<String, Object> person(PersonInvolved involved) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("role", involved.role().id());
    if (!involved.given().isBlank()) {
      person.put("given_name", involved.given());
    }
    if (!involved.family().isBlank()) {
      person.put("family_name", involved.family());
    }
    LocalDate born = involved.dateOfBirth();
    if (born != null) {
      person.put("date_of_birth", born.toString());
    }
    person.put("key", involved.personKey());
    return person;
  }
}
