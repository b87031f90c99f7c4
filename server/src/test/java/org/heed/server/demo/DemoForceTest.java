package org.heed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.heed.server.ServerFixture;
import org.heed.server.recognition.RulebookInForce;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.Scenario;
import org.heed.simulator.SimulatedEvent;
import org.heed.simulator.SimulatedForce;
import org.junit.jupiter.api.Test;

class DemoForceTest {
  private static final ForceParameters YEAR =
      new ForceParameters(
          1,
          600,
          ForceParameters.DEFAULT_END.minusYears(1).plusDays(1),
          ForceParameters.DEFAULT_END,
          Scenario.COUNTY);

  /** Events of cases that have no girl. */
  private static final String OF_NO_GIRL =
      "select count(*) from record.case_event e where not exists (select 1 from record.case_person p"
          + " join record.mention m on m.id = p.mention where p.case_file = e.case_file"
          + " and p.role = 'child' and m.sex = 'female')";

  private static final String SPOKEN =
      "select count(*) from record.case_event where says ~ '(she|he|the child) chose'";

  @Test
  void everyEventOfTheForceIsOnTheRecordAndSettled() throws SQLException {
    RulebookInForce rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
    try (ServerFixture server = ServerFixture.create()) {
      AtomicInteger done = new AtomicInteger();

      new DemoForce(server.databases(), server.key(), rulebook, YEAR).load(done::set);

      assertThat(server.count("select count(*) from record.report"))
          .isEqualTo(events(SimulatedEvent.ReportMade.class));
      assertThat(server.count("select count(*) from record.crime"))
          .isEqualTo(events(SimulatedEvent.CrimeRecorded.class))
          .isPositive();
      assertThat(server.count("select count(*) from record.flag"))
          .isEqualTo(events(SimulatedEvent.FlagDecided.class))
          .isPositive();
      assertThat(server.count("select count(*) from record.restriction"))
          .isEqualTo(events(SimulatedEvent.ReportRestricted.class))
          .isPositive();
      assertThat(server.count("select count(*) from record.report_operation"))
          .as("reports of operations")
          .isGreaterThan(5);
      assertThat(server.count("select count(*) from record.case_file")).isPositive();
      assertThat(server.count("select count(*) from record.case_event")).isPositive();
      assertThat(server.count(SPOKEN)).isPositive();
      assertThat(server.count(OF_NO_GIRL + " and e.says ~ '\\m([Ss]he|[Hh]er)\\M'"))
          .as("nobody is spoken of as a girl who is none")
          .isZero();
      assertThat(server.count("select count(*) from record.case_event where says ~ '[{}]'"))
          .isZero();
      assertThat(done).hasValue((int) events(SimulatedEvent.class));
      assertThat(server.sequencer().settle()).isZero();
    }
  }

  private static long events(Class<? extends SimulatedEvent> kind) {
    try (var events = SimulatedForce.of(YEAR).events()) {
      return events.filter(kind::isInstance).count();
    }
  }
}
