package org.heed.server.inspection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.safeguarding.CaseClocks;
import org.heed.server.safeguarding.CaseFiles;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.ChildRecords;
import org.heed.server.safeguarding.MeetingStore;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.safeguarding.PlanStore;
import org.heed.server.safeguarding.RecordedCaseFacts;
import org.heed.server.safeguarding.ReportedCaseFacts;
import org.heed.server.safeguarding.StandingStore;
import org.heed.server.safeguarding.Standings;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of two boroughs, a lead who plans inspections, and people who grade. */
final class InspectionScene implements AutoCloseable {
  static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));

  final ServerFixture server = ServerFixture.create();
  final RecordServices services =
      RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
  final Caller officer = someone(null, Role.INVESTIGATOR);
  final Caller lead = someone(null, Role.EXPLOITATION_LEAD);
  final Caller first = someone(null, Role.INSPECTOR);
  final Caller second = someone(null, Role.INSPECTOR);
  final Caller own = someone(null, Role.SUPERVISOR);
  final ReferredBackStore referrals = new ReferredBackStore(server.databases());
  final CaseViews cases = views();
  final FrameStore frames = new FrameStore(server.databases());
  final Inspections inspections =
      new Inspections(
          server.acts(),
          new KnownPositions(server.databases()),
          frames,
          new InspectionStore(server.databases()),
          RULEBOOK,
          server.time());
  final GradingStore gradingStore = new GradingStore(server.databases());
  final Gradings gradings =
      new Gradings(
          server.acts(),
          inspections,
          gradingStore,
          referrals,
          cases,
          new ReportFiles(server.databases()));
  final InspectionResults results =
      new InspectionResults(
          server.acts(),
          inspections,
          gradingStore,
          referrals,
          new FrameEvidence(cases, frames, RULEBOOK),
          new ActionStore(server.databases()));
  final RecordRequests requests =
      new RecordRequests(
          server.acts(),
          inspections,
          new RecordRequestStore(server.databases()),
          new ReportFiles(server.databases()),
          cases);
  final List<UUID> opened = new ArrayList<>();

  InspectionScene() {
    server.clock().set(Instant.parse("2026-11-02T09:00:00Z"));
    for (int i = 0; i < 12; i++) {
      opened.add(open(i < 8 ? "greyport" : "alder-vale", i));
    }
    settle();
    server.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    settle();
  }

  private UUID open(String area, int number) {
    return services
        .cases()
        .open(
            officer,
            new NewCase(
                CaseKind.CHILD,
                area,
                "Child " + number,
                null,
                null,
                "Exploitation team",
                "A teacher worries: a new phone and an older man.",
                List.of(
                    new NewCase.Member(
                        CaseRole.CHILD, null, null, "Child " + number, LocalDate.of(2012, 5, 1)))));
  }

  private CaseViews views() {
    KnownPositions positions = new KnownPositions(server.databases());
    CaseStore store = new CaseStore(server.databases());
    MeetingStore meetings = new MeetingStore(server.databases());
    return new CaseViews(
        server.acts(),
        positions,
        new CaseFiles(server.acts(), positions, store),
        store,
        new PlanStore(server.databases()),
        meetings,
        new CaseClocks(
            RULEBOOK,
            List.of(
                new RecordedCaseFacts(server.databases()),
                new ReportedCaseFacts(server.databases()),
                meetings,
                referrals),
            new ChildRecords(server.databases()),
            server.time()),
        server.time());
  }

  Caller someone(@Nullable String area, Role role) {
    Caller caller =
        server.someone(
            "norchester", area == null ? null : List.of(area), role.rights().toArray(Right[]::new));
    server.asOwner(
        "insert into access.role_grant (entry, ordinal, account, seq, role, area, granted, reason)"
            + " values ('"
            + server.ids().next()
            + "', 0, '"
            + caller.account()
            + "', 1, '"
            + role.code()
            + "', "
            + (area == null ? "null" : "'" + area + "'")
            + ", true, 'made for a test')");
    return caller;
  }

  /** Draws so many of each borough, graded in these parts. */
  UUID draw(Map<String, Integer> sizes, Part... parts) {
    return inspections.draw(
        lead,
        new NewInspection(
            "Autumn sample",
            "child-protection-2024",
            null,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 22),
            StrataBy.AREA,
            Set.of(parts),
            sizes));
  }

  void name(UUID inspection, Part part, Caller who) {
    name(lead, inspection, part, who);
  }

  /** As the other, by somebody; for as long as tests run, whatever the database's own day is. */
  void name(Caller by, UUID inspection, Part part, Caller who) {
    inspections.name(by, inspection, part, who.account(), LocalDate.of(2027, 1, 31));
    server.asOwner("update record.inspection_grader set until = '2100-01-01' where until > at");
  }

  /** Gives every criterion the same grade. */
  void grade(Caller by, UUID inspection, UUID caseFile, String grade) {
    Map<String, Grading.Given> all = new LinkedHashMap<>();
    inspections
        .get(by, inspection)
        .ofCases()
        .forEach(
            one -> all.put(one.id(), new Grading.Given(grade, "She was seen after nine days.")));
    gradings.grade(by, inspection, caseFile, all);
  }

  /** The grades of an inspection as somebody sees them. */
  Grades grades(Caller caller, UUID inspection) {
    return server.acts().plain(caller, () -> gradingStore.grades(inspection));
  }

  /** A count as the database gives it to somebody. */
  long count(Caller caller, String query) {
    return server
        .acts()
        .plain(
            caller,
            () ->
                JdbcClient.create(server.databases().app()).sql(query).query(Long.class).single());
  }

  List<UUID> drawn(UUID inspection) {
    return inspections.get(lead, inspection).cases().stream()
        .map(Inspection.Drawn::caseFile)
        .toList();
  }

  /** A report of the child of a case, which nobody has linked to the case. */
  UUID linkedReport(UUID caseFile) {
    UUID report =
        services
            .reports()
            .record(
                officer,
                new NewReport(
                    "made",
                    "LINKED/1",
                    ReportKind.INTELLIGENCE,
                    null,
                    "greyport",
                    "He waits at the gate on Thursdays.",
                    null,
                    null,
                    null,
                    Instant.parse("2026-11-09T08:00:00Z"),
                    null,
                    "B2",
                    null,
                    "safeguarding",
                    null,
                    null,
                    List.of(
                        new NewMention(
                            MentionRole.VICTIM,
                            "Child",
                            null,
                            null,
                            14,
                            null,
                            null,
                            null,
                            null,
                            null)),
                    List.of()))
            .report();
    UUID person = server.ids().next();
    UUID mention =
        UUID.fromString(
            server.text("select id::text from record.mention where report = '" + report + "'"));
    server.asOwner(
        "insert into record.person (entry, ordinal, id) values ('"
            + server.ids().next()
            + "', 0, '"
            + person
            + "'); insert into record.mention_person (entry, ordinal, mention, report, person,"
            + " same, seq, reason) values ('"
            + server.ids().next()
            + "', 0, '"
            + mention
            + "', '"
            + report
            + "', '"
            + person
            + "', true, 1, 'told'); update record.case_person set person = '"
            + person
            + "' where case_file = '"
            + caseFile
            + "'");
    return report;
  }

  /** Restricts a case to nobody. */
  void restrict(UUID caseFile) {
    server.asOwner(
        "insert into record.case_restriction (entry, ordinal, case_file, seq, restricted, members,"
            + " reason, by_account, at) values ('"
            + server.ids().next()
            + "', 0, '"
            + caseFile
            + "', 1, true, '', 'A relative works here.', '"
            + lead.account()
            + "', now())");
  }

  /** Works out how cases stand now. */
  void workOut() {
    standings().settle();
  }

  /** What keeps how cases stand. */
  Standings standings() {
    CaseStore store = new CaseStore(server.databases());
    return new Standings(
        server.acts(),
        new StandingStore(server.databases()),
        store,
        new PlanStore(server.databases()),
        new CaseClocks(
            RULEBOOK,
            List.of(
                new RecordedCaseFacts(server.databases()),
                new ReportedCaseFacts(server.databases()),
                new MeetingStore(server.databases()),
                referrals),
            new ChildRecords(server.databases()),
            server.time()),
        RULEBOOK,
        services.accounts(),
        services.sessions(),
        server.time());
  }

  void settle() {
    try {
      server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
