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

  private static final String SHE = "\\m([Ss]he|[Hh]er)\\M";

  /** Events of cases whose children's recorded sex is one alone. */
  private static final String OF =
      "select count(*) from record.case_event e join (select p.case_file, min(m.sex) as sex"
          + " from record.case_person p join record.mention m on m.id = p.mention"
          + " where p.role = 'child' group by p.case_file having count(distinct m.sex) = 1) c"
          + " on c.case_file = e.case_file where c.sex = ";

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
      assertThat(server.count(OF + "'female' and e.says ~ '" + SHE + "'")).isPositive();
      assertThat(server.count(OF + "'male' and e.says ~ '" + SHE + "'"))
          .as("what is told of a boy is not told of a girl")
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
