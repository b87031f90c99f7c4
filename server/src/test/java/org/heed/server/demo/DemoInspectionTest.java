package org.heed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.Restrictions;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.Scenario;
import org.junit.jupiter.api.Test;

/** The demonstration has an inspection and an audit of recording, done but for the last drawn. */
class DemoInspectionTest {
  private static final ForceParameters MONTHS =
      new ForceParameters(
          1,
          600,
          ForceParameters.DEFAULT_END.minusYears(1).plusDays(1),
          ForceParameters.DEFAULT_END,
          Scenario.COUNTY);

  @Test
  void inspection_isDrawnSelfGradedAndGraded() throws Exception {
    RulebookInForce rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
    try (ServerFixture server = ServerFixture.create()) {
      new DemoForce(server.databases(), server.key(), rulebook, MONTHS).load(_ -> {});
      RecordServices services =
          RecordServices.of(
              server.databases(), server.time(), server.ids(), rulebook, new Random(3));
      DemoSignIns.ensure(services, "long enough to keep");
      Instant now =
          ForceParameters.DEFAULT_END.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
      server.clock().set(now);
      new DemoInspection(
              server.databases(), rulebook, Clock.offset(server.time(), Duration.ofDays(-20)))
          .loadEarlier(
              signedIn(services, "lead"),
              signedIn(services, "supervisor"),
              signedIn(services, "inspector"));
      long earlier = server.count("select count(*) from record.inspection_case");
      assertThat(
              server.count(
                  "select count(*) from record.case_report r"
                      + " join record.restriction x on x.report = r.report"))
          .as("whoever grades a case may open it")
          .isZero();
      assertThat(earlier).isPositive();
      assertThat(
              server.count("select count(*) from record.inspection_grading where part = 'second'"))
          .isEqualTo(earlier);
      assertThat(server.count("select count(*) from record.inspection_correction")).isEqualTo(1);
      server.sequencer().settle();
      new Restrictions(server.acts(), server.databases())
          .restrict(
              signedIn(services, "supervisor"),
              UUID.fromString(
                  server.text(
                      "select report::text from record.case_report where linked"
                          + " order by case_file, report limit 1")),
              List.of(),
              "A colleague is named.");
      new DemoInspection(server.databases(), rulebook, server.time())
          .load(
              signedIn(services, "lead"),
              signedIn(services, "supervisor"),
              signedIn(services, "inspector"));
      assertThat(
              server.texts(
                  "select g.granted::text from record.inspection_grant g"
                      + " join ledger.entry e on e.id = g.entry order by e.tx"))
          .as("the first that is answered is opened, another is not")
          .startsWith("true")
          .hasSizeLessThanOrEqualTo(2);
      assertThat(
              server.count(
                  "select count(*) from ledger.entry where kind ="
                      + " 'inspection.linked-record-opened'"))
          .isEqualTo(1);
      new DemoRecordingAudit(server.databases(), services, rulebook, server.time())
          .load(
              signedIn(services, "lead"),
              signedIn(services, "registrar"),
              signedIn(services, "inspector"));
      assertThat(
              server.count(
                  "select (select count(*) from record.recording_audit_report)"
                      + " - (select count(*) from record.recording_audited)"))
          .isEqualTo(4);
      assertThat(server.count("select sum(recorded) from record.recording_audited")).isPositive();
      long closed =
          server.count(
              "select count(*) from record.inspection_case d join record.inspection i on i.id ="
                  + " d.inspection and i.parts like 'self%' where d.place <= (select count(*) -"
                  + " count(*) / 4 from record.inspection_case e   where e.inspection ="
                  + " d.inspection) and d.case_file in (select r.case_file from record.case_report"
                  + " r join record.restriction x on x.report = r.report where r.linked)");
      assertThat(closed).as("drawn, and restricted before it was graded").isPositive();
      long drawn = server.count("select count(*) from record.inspection_case") - earlier;
      assertThat(drawn).isBetween(3L, 12L);
      assertThat(server.count("select count(*) from record.inspection_grading where part = 'self'"))
          .isEqualTo(drawn);
      assertThat(
              server.count("select count(*) from record.inspection_grading where part = 'first'"))
          .isEqualTo(earlier + drawn - drawn / 4 - closed);
    }
  }

  private static Caller signedIn(RecordServices services, String name) {
    return services
        .sessions()
        .signIn(name, "long enough to keep", "api")
        .flatMap(services.sessions()::find)
        .orElseThrow();
  }
}
