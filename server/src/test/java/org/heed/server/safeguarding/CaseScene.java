package org.heed.server.safeguarding;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.recognition.PastRulebooks;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;

/** A record with a report of a child, what cases need on it, and people who work on them. */
public final class CaseScene implements AutoCloseable {
  public static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  static final String AREA = "greyport";

  public final ServerFixture server = ServerFixture.create();
  public final RecordServices services =
      RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
  public final Caller officer = someone(AREA, Role.INVESTIGATOR);
  public final Caller colleague = someone(AREA, Role.INVESTIGATOR);
  public final Caller supervisor = someone(AREA, Role.SUPERVISOR);
  final Cases cases = services.cases();
  public final Plans plans = services.plans();
  final Meetings meetings = services.meetings();
  private final CaseStore store = new CaseStore(server.databases());
  private final PlanStore planStore = new PlanStore(server.databases());
  final List<CaseFactSource> sources = new ArrayList<>();
  PastRulebooks rulebooks = PastRulebooks.only(RULEBOOK);
  private int reports;

  /** A fresh one. */
  public CaseScene() {
    sources.add(new RecordedCaseFacts(server.databases()));
    sources.add(new ReportedCaseFacts(server.databases()));
    sources.add(new MeetingStore(server.databases()));
  }

  /** Somebody of the force in an area, or everywhere. */
  public Caller someone(@Nullable String area, Role role) {
    return someone("norchester", area, role);
  }

  /** Somebody of another agency. */
  public Caller of(String agency, Role role) {
    return someone(agency, null, role);
  }

  private Caller someone(String agency, @Nullable String area, Role role) {
    Caller caller =
        server.someone(
            agency, area == null ? null : List.of(area), role.rights().toArray(Right[]::new));
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

  /** Opens cases. */
  public CaseViews views() {
    return new CaseViews(
        server.acts(),
        positions(),
        files(),
        store,
        planStore,
        new MeetingStore(server.databases()),
        clocks(),
        server.time());
  }

  private KnownPositions positions() {
    return new KnownPositions(server.databases());
  }

  private CaseFiles files() {
    return new CaseFiles(server.acts(), positions(), store);
  }

  /** Closes cases to all but their members. */
  public CaseRestrictions restrictions() {
    return new CaseRestrictions(server.acts(), files(), server.databases());
  }

  private CaseClocks clocks() {
    return new CaseClocks(rulebooks, sources, new ChildRecords(server.databases()), server.time());
  }

  /** The deadlines of open cases. */
  public CaseDeadlines deadlines() {
    return new CaseDeadlines(server.acts(), standings(), server.databases());
  }

  Closings closings() {
    return new Closings(server.acts(), store, views(), plans, cases);
  }

  Workloads workloads() {
    return new Workloads(server.acts(), standings(), store, RULEBOOK, server.databases());
  }

  /** How cases stand, kept. */
  public Standings standings() {
    return new Standings(
        server.acts(),
        new StandingStore(server.databases()),
        store,
        planStore,
        clocks(),
        RULEBOOK,
        services.accounts(),
        services.sessions(),
        server.time());
  }

  Handovers handovers() {
    return new Handovers(server.acts(), store, planStore, cases, plans);
  }

  EarlyClosings early() {
    return new EarlyClosings(server.acts(), standings(), server.databases());
  }

  CaseLists lists() {
    return new CaseLists(server.acts(), server.databases());
  }

  /** A crime report of a girl of fourteen and an older man, reported and recorded at a moment. */
  public UUID report(Instant at) {
    server.clock().set(at);
    return services
        .reports()
        .record(
            officer,
            SampleReport.of(
                "test",
                "R/" + ++reports,
                ReportKind.CRIME_REPORT,
                null,
                AREA,
                "She told her teacher of an older man, a new phone and a hotel.",
                at,
                at,
                at,
                at,
                List.of(
                    new NewMention(
                        MentionRole.VICTIM,
                        "Ottoline",
                        "Marsh",
                        LocalDate.of(2012, 3, 14),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                    new NewMention(
                        MentionRole.SUSPECT, "Ash", null, null, 31, null, null, null, null, null))))
        .report();
  }

  /** Whom a report names. */
  public List<ReportFile.Mention> people(UUID report) {
    return server
        .acts()
        .plain(officer, () -> new ReportFiles(server.databases()).find(report, KnownAt.NOW))
        .orElseThrow()
        .people();
  }

  /** Decides yes, and records the crime. */
  void decideYes(UUID report) {
    services
        .crimes()
        .record(
            officer,
            report,
            List.of(people(report).getFirst().id()),
            List.of("71"),
            "She said so.");
    services
        .flags()
        .decide(
            officer,
            new FlagDecision(
                report,
                null,
                FlagDecision.Answer.YES,
                Map.of(),
                null,
                "officer",
                "An older man, a hotel and a phone.",
                null,
                null));
  }

  /** A case for the child of a report, opened now. */
  UUID open(Caller by, UUID report, @Nullable UUID owner) {
    List<ReportFile.Mention> people = people(report);
    return cases.open(
        by,
        new NewCase(
            CaseKind.CHILD,
            AREA,
            "Ottoline Marsh",
            report,
            owner,
            "Exploitation team",
            "Decided yes: a child who needs a plan.",
            List.of(
                new NewCase.Member(CaseRole.CHILD, null, people.get(0).id(), null, null),
                new NewCase.Member(CaseRole.SUSPECT, null, people.get(1).id(), null, null))));
  }

  /** A report decided yes at a moment, and its case. */
  public UUID openAt(Instant at, @Nullable UUID owner) {
    UUID report = report(at);
    decideYes(report);
    return open(officer, report, owner);
  }

  CaseView view(UUID id) {
    return views().open(officer, id, null);
  }

  /** The one clock of a standard. */
  static CaseClock clock(CaseView view, String standard) {
    List<CaseClock> found =
        view.clocks().stream().filter(one -> one.clock().standard().id().equals(standard)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " clocks of " + standard);
    }
    return found.getFirst();
  }

  static CaseFile.Involved member(CaseView view, CaseRole role) {
    return view.file().people().stream()
        .filter(one -> one.role() == role)
        .findFirst()
        .orElseThrow();
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
