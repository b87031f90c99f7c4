package org.heed.server.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.ledger.SigningKey;
import org.heed.server.RecordServices;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.ledger.Sequencer;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Act;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.SimulatedEvent;
import org.heed.simulator.SimulatedForce;

/**
 * Replays a simulated force into the record, a day at a time, by its own clock: each day is one
 * transaction and then settled, so that "as known at" any past day has its true answer.
 */
public final class DemoForce {
  private static final Duration CASES_HERE = Duration.ofDays(120);
  private static final Duration CASES_ELSEWHERE = Duration.ofDays(45);

  private final ForceParameters parameters;
  private final String investigator;
  private final String supervisor;
  private final ReplayClock clock = new ReplayClock();
  private final RecordServices services;
  private final Sequencer sequencer;

  /**
   * @param databases of the record
   * @param key signs what each day settles
   * @param rulebook to read the reports by
   * @param parameters of the force
   */
  public DemoForce(
      Databases databases, SigningKey key, RulebookInForce rulebook, ForceParameters parameters) {
    this(databases, key, rulebook, parameters, "", "");
  }

  /**
   * As above, with cases that these sign-ins own.
   *
   * @param investigator the sign-in who owns most cases
   * @param supervisor the sign-in who owns some
   */
  public DemoForce(
      Databases databases,
      SigningKey key,
      RulebookInForce rulebook,
      ForceParameters parameters,
      String investigator,
      String supervisor) {
    this.parameters = parameters;
    this.investigator = investigator;
    this.supervisor = supervisor;
    this.services =
        RecordServices.of(
            databases,
            clock,
            IdSource.secure(clock),
            rulebook,
            new SplittableRandom(parameters.seed()));
    this.sequencer = new Sequencer(databases.ledger(), clock, key);
  }

  /**
   * Loads it into an empty record.
   *
   * @param progress told how many events are done
   */
  public void load(IntConsumer progress) throws SQLException {
    Caller loader =
        services
            .sessions()
            .openService(
                services.accounts().service("simulated-force", "Simulated force"),
                EnumSet.of(
                    Right.RECORD,
                    Right.READ,
                    Right.REVIEW,
                    Right.CRIME,
                    Right.PEOPLE,
                    Right.RESTRICT,
                    Right.CASES));
    Instant end = parameters.end().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    DemoCases cases =
        new DemoCases(
            services,
            end.minus(CASES_HERE),
            end.minus(CASES_ELSEWHERE),
            services.accounts().find(investigator).orElse(null),
            services.accounts().find(supervisor).orElse(null));
    DemoReplay replay =
        new DemoReplay(services, loader.account(), startOfOperations(), cases, restricted());
    List<SimulatedEvent> day = new ArrayList<>();
    int done = 0;
    try (Stream<SimulatedEvent> events = SimulatedForce.of(parameters).events()) {
      for (SimulatedEvent event : (Iterable<SimulatedEvent>) events::iterator) {
        if (!day.isEmpty() && !dayOf(event).equals(dayOf(day.getFirst()))) {
          settle(loader, replay, cases, day);
          day.clear();
        }
        day.add(event);
        progress.accept(++done);
      }
    }
    if (!day.isEmpty()) {
      settle(loader, replay, cases, day);
    }
    services.sessions().signOut(loader.token());
  }

  private Set<String> restricted() {
    try (Stream<SimulatedEvent> events = SimulatedForce.of(parameters).events()) {
      return events
          .flatMap(event ->
              event instanceof SimulatedEvent.ReportRestricted one
                  ? Stream.of(one.reference())
                  : Stream.empty())
          .collect(Collectors.toSet());
    }
  }

  /** Half a year before the newest year, so that it has more operations than the one before. */
  private Instant startOfOperations() {
    return parameters.end().minusMonths(18).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void settle(Caller loader, DemoReplay replay, DemoCases cases, List<SimulatedEvent> day)
      throws SQLException {
    Instant end =
        dayOf(day.getFirst())
            .atTime(LocalTime.MAX)
            .toInstant(ZoneOffset.UTC)
            .plus(Duration.ofNanos(1));
    services
        .acts()
        .changeMany(
            loader,
            begin -> {
              for (SimulatedEvent event : day) {
                follow(begin, cases, event.at());
                clock.set(event.at());
                replay.replay(begin, event);
              }
              follow(begin, cases, end);
              return day.size();
            });
    clock.set(end);
    sequencer.settle();
  }

  /** What was done in cases up to a moment. */
  private void follow(Function<String, Act> begin, DemoCases cases, Instant moment) {
    for (DemoCases.Later one : cases.until(moment)) {
      clock.set(one.at());
      one.work().accept(begin.apply(one.kind()));
    }
  }

  private static LocalDate dayOf(SimulatedEvent event) {
    return LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
  }
}
