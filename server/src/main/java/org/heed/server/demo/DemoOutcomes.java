package org.heed.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.access.Caller;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.CrimeEnd;
import org.heed.server.outcome.MeasureStep;
import org.heed.server.outcome.OutcomeStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.CaseClocks;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseFiles;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.ChildRecords;
import org.heed.server.safeguarding.MeetingStore;
import org.heed.server.safeguarding.PlanStore;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of crimes of the demonstration's cases, suspects interviewed and not, and a notice
 * and a closure: one broken, one due to be reviewed.
 */
final class DemoOutcomes {
  private static final List<String> ENDS = List.of("outcome-1", "outcome-16", "outcome-15");

  private final ReplayClock clock = new ReplayClock();
  private final Acts acts;
  private final JdbcClient sql;
  private final RecordServices services;
  private final CaseOutcomes outcomes;
  private final Caller by;
  private final Instant now;

  /**
   * @param by who records them
   * @param now the present
   */
  DemoOutcomes(
      Databases databases,
      RecordServices services,
      RulebookInForce rulebook,
      Caller by,
      Instant now) {
    this.acts = new Acts(databases, clock, IdSource.secure(clock));
    this.sql = JdbcClient.create(databases.app());
    this.services = services;
    KnownPositions positions = new KnownPositions(databases);
    CaseStore cases = new CaseStore(databases);
    CaseViews views =
        new CaseViews(
            acts,
            positions,
            new CaseFiles(acts, positions, cases),
            cases,
            new PlanStore(databases),
            new MeetingStore(databases),
            new CaseClocks(rulebook, List.of(), new ChildRecords(databases), clock),
            clock);
    this.outcomes = new CaseOutcomes(acts, views, new OutcomeStore(databases), rulebook);
    this.by = by;
    this.now = now;
    clock.set(now);
  }

  void load() {
    int number = 0;
    boolean noticed = false;
    for (UUID id : cases()) {
      CaseOutcomes.Opened opened = outcomes.open(by, id);
      Optional<CaseFile.Involved> suspect =
          CaseOutcomes.suspects(opened.view().file()).stream().findFirst();
      if (suspect.isPresent() && number % 3 < 2) {
        interviewed(id);
        end(opened, ENDS.get(number % ENDS.size()));
      } else if (suspect.isEmpty() && number % 2 == 0) {
        end(opened, "outcome-18");
      }
      if (suspect.isPresent() && !noticed) {
        noticed = true;
        measures(id, suspect.get().member());
      }
      number++;
    }
  }

  private List<UUID> cases() {
    return acts.plain(
        by,
        () ->
            sql.sql(
                    """
                    select c.id from record.case_file c where c.area = :area
                    order by c.opened_at desc, c.id
                    """)
                .param("area", DemoCases.AREA)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list());
  }

  private void interviewed(UUID id) {
    clock.set(now.minus(Duration.ofDays(5)));
    acts.changing(
        by,
        "case.event-recorded",
        act ->
            services
                .cases()
                .event(
                    act,
                    id,
                    "suspect-interviewed",
                    act.at().minus(Duration.ofHours(4)),
                    null,
                    null,
                    "Interviewed under caution with a solicitor; he answered no question.",
                    null));
  }

  private void end(CaseOutcomes.Opened opened, String outcome) {
    clock.set(now.minus(Duration.ofDays(2)));
    for (CrimeEnd crime : opened.crimes()) {
      outcomes.give(
          by,
          opened.view().file().id(),
          crime.crime(),
          outcome,
          clock.instant().minus(Duration.ofDays(1)),
          "As the reviewing lawyer and the supervisor agreed, with the reasons in the file.");
    }
  }

  private void measures(UUID id, UUID member) {
    Spoken child = acts.plain(by, () -> Spoken.ofCase(sql, id));
    Instant issued = now.minus(Duration.ofDays(40));
    clock.set(issued.plus(Duration.ofHours(2)));
    UUID notice =
        issue(
            id,
            "child-abduction-warning-notice",
            member,
            "",
            child.says("Not to be with {her}, to ring {her} or to wait at {hers} school."),
            issued,
            null);
    UUID closure =
        issue(
            id,
            "closure-order",
            null,
            "Room above the car wash, Quay Lane",
            "Nobody but the owner enters for three months.",
            issued,
            issued.plus(Duration.ofDays(90)));
    clock.set(now.minus(Duration.ofDays(15)));
    outcomes.step(
        by,
        id,
        notice,
        MeasureStep.REVIEWED,
        clock.instant(),
        child.says("Served and understood; {hers} carer and the school have a copy."));
    clock.set(now.minus(Duration.ofDays(6)));
    outcomes.step(
        by,
        id,
        notice,
        MeasureStep.BREACHED,
        clock.instant().minus(Duration.ofHours(9)),
        child.says("Seen with {her} at the station; drove away when officers came."));
    outcomes.step(
        by,
        id,
        closure,
        MeasureStep.REVIEWED,
        clock.instant(),
        "Checked at night: locked, and nobody there.");
  }

  private UUID issue(
      UUID id,
      String measure,
      @Nullable UUID member,
      String place,
      String conditions,
      Instant issued,
      @Nullable Instant expires) {
    return outcomes.issue(
        by,
        id,
        new CaseOutcomes.NewMeasure(measure, member, null, place, conditions, "", issued, expires));
  }
}
