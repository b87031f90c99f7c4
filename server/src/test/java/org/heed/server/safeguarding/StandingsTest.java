package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.heed.clocks.State;
import org.heed.linkage.decision.Verdict;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.inspection.ReferredBackStore;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Interview;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingFacts;
import org.heed.server.missing.MissingStore;
import org.heed.server.missing.NewEpisode;
import org.heed.server.missing.RiskGrade;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.IssuedMeasure;
import org.heed.server.outcome.MeasureFacts;
import org.heed.server.outcome.MeasureStep;
import org.heed.server.outcome.OutcomeStore;
import org.heed.server.person.Identities;
import org.heed.server.person.NewPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.referral.Agreement;
import org.heed.server.referral.Basis;
import org.heed.server.referral.NewReferral;
import org.heed.server.referral.Outcome;
import org.heed.server.referral.ReferralFacts;
import org.heed.server.referral.ReferralSteps;
import org.heed.server.referral.ReferralStore;
import org.heed.server.referral.Referrals;
import org.heed.server.referral.Service;
import org.heed.server.referral.Step;
import org.heed.server.safeguarding.CasePlan.LineAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How cases stand is kept as it would be worked out anew, after every fact and every moment. */
class StandingsTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final int STEPS = 60;

  private CaseScene scene;
  private Standings standings;
  private Missing missing;
  private Referrals referrals;
  private ReferralSteps referralSteps;
  private CaseOutcomes outcomes;
  private Identities identities;
  private Caller lead;
  private Random random = new Random(0);
  private final List<UUID> cases = new ArrayList<>();
  private final List<UUID> reports = new ArrayList<>();
  private final List<UUID> children = new ArrayList<>();
  private final List<UUID> episodes = new ArrayList<>();
  private final List<UUID> referred = new ArrayList<>();

  @BeforeEach
  void start() {
    scene = new CaseScene();
    MissingStore store = new MissingStore(scene.server.databases());
    scene.sources.add(new MissingFacts(store));
    ReferralStore referralStore = new ReferralStore(scene.server.databases());
    OutcomeStore outcomeStore = new OutcomeStore(scene.server.databases());
    scene.sources.add(new ReferralFacts(referralStore));
    scene.sources.add(new MeasureFacts(outcomeStore));
    scene.sources.add(new ReferredBackStore(scene.server.databases()));
    missing =
        new Missing(
            scene.server.acts(),
            store,
            new PersonStore(scene.server.databases()),
            new EpisodeClocks(CaseScene.RULEBOOK, scene.server.time()),
            CaseScene.RULEBOOK,
            scene.server.time());
    referrals =
        new Referrals(
            scene.server.acts(), referralStore, new PersonStore(scene.server.databases()), missing);
    referralSteps = new ReferralSteps(scene.server.acts(), referralStore, scene.server.time());
    outcomes =
        new CaseOutcomes(scene.server.acts(), scene.views(), outcomeStore, CaseScene.RULEBOOK);
    identities =
        new Identities(
            scene.server.acts(),
            scene.server.databases(),
            new PersonStore(scene.server.databases()));
    standings = scene.standings();
    lead =
        scene.server.someone(
            "norchester",
            List.of(CaseScene.AREA),
            Right.CASES,
            Right.SUPERVISE,
            Right.PEOPLE,
            Right.READ,
            Right.RECORD,
            Right.REVIEW,
            Right.CRIME);
    scene.server.clock().set(START);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void kept_isWhatIsWorkedOutAnew_whateverComesAndWheneverOneLooks(long seed) throws SQLException {
    random = new Random(seed);
    open();
    for (int step = 0; step < STEPS; step++) {
      scene.server.clock().set(now().plus(Duration.ofMinutes(random.nextInt(60 * 30))));
      for (int facts = random.nextInt(3); facts >= 0; facts--) {
        try {
          happen(random.nextInt(26));
        } catch (Refused asItShould) {
          // What cannot happen to the case as it stands does not, and the sequence goes on.
        }
      }
      standings.settle();
      assertThat(kept()).as("after step " + step).isEqualTo(anew());
      assertThat(closedTooSoon()).as("after step " + step).isEqualTo(closedTooSoonByTheRecord());
    }
    List<String> before = kept();
    assertThat(standings.settle()).as("nothing asks").isZero();
    standings.rebuild();
    assertThat(standings.settle()).isEqualTo(cases.size());
    assertThat(kept()).isEqualTo(before);
  }

  private Instant now() {
    return scene.server.acts().now();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void open() {
    UUID report = scene.report(now());
    reports.add(report);
    if (random.nextBoolean()) {
      scene.decideYes(report);
    }
    cases.add(
        scene.open(scene.officer, report, random.nextBoolean() ? scene.officer.account() : null));
  }

  /** Something happens: to a case, to what it is about, or elsewhere. */
  private void happen(int what) {
    UUID id = one(cases);
    List<String> kinds = List.copyOf(new CaseEventKinds(CaseScene.RULEBOOK).all().keySet());
    CasePlan plan = scene.view(id).plan();
    switch (what) {
      case 0 -> open();
      case 1 -> scene.decideYes(one(reports));
      case 2, 3, 4 ->
          scene.cases.record(
              lead,
              id,
              one(kinds),
              now().minus(Duration.ofHours(random.nextInt(90))),
              null,
              random.nextBoolean() ? "The school is closed until Monday." : null,
              "Recorded by the team.");
      case 5 -> {
        List<CaseFile.Event> events = scene.view(id).file().events();
        if (!events.isEmpty()) {
          scene.cases.withdraw(lead, id, one(events).id(), "Entered in the wrong case.");
        }
      }
      case 6 ->
          scene.cases.assign(
              lead,
              id,
              one(List.of(scene.officer, scene.colleague)).account(),
              random.nextBoolean() ? "Exploitation team" : "Missing team",
              "Away.");
      case 7 -> scene.cases.link(scene.officer, id, one(reports), random.nextBoolean(), "Named.");
      case 8 ->
          scene.plans.act(
              scene.officer,
              id,
              "Ask the hotel",
              one(List.of(scene.officer, scene.colleague)).account(),
              now().plus(Duration.ofHours(random.nextInt(80))));
      case 9 -> {
        if (!plan.openActions().isEmpty()) {
          UUID action = one(plan.openActions()).id();
          if (random.nextBoolean()) {
            scene.plans.done(scene.officer, id, action, "Its register was handed over.");
          } else {
            scene.plans.move(
                scene.officer, id, action, now().plus(Duration.ofDays(2)), "Closed today.");
          }
        }
      }
      case 10 -> scene.plans.grade(scene.officer, id, one(List.of("high", "medium")), "As told.");
      case 11 -> {
        scene.closings().propose(scene.officer, id, "Nothing more to do.");
        scene
            .closings()
            .sign(
                scene.colleague,
                id,
                "Agreed.",
                plan.openLines().stream()
                    .collect(
                        Collectors.toMap(
                            CasePlan.Line::id,
                            _ -> new Closings.Settled(LineAct.REFUSED, "Nobody to ask."))));
      }
      case 12 -> scene.closings().reopen(scene.colleague, id, "He is back.");
      case 13 -> {
        UUID meeting =
            scene.meetings.plan(
                scene.officer,
                id,
                one(List.of(MeetingKind.values())),
                now().plusSeconds(60),
                "What to do tonight.",
                Set.of(),
                List.of());
        scene.meetings.hold(
            scene.officer, id, meeting, now(), "Agreed.", List.of(), List.of(), List.of());
      }
      case 14 -> child(id);
      case 15 -> episode();
      case 16 -> referral();
      case 17 -> measure(id);
      case 18 -> referBack(id);
      case 20, 21 -> line(id, plan);
      case 22 ->
          scene.cases.involve(
              lead,
              id,
              new NewCase.Member(CaseRole.SUSPECT, null, null, "Man with a grey car", null),
              "She named him.");
      case 19 -> outcomes.open(one(List.of(scene.officer, scene.colleague)), id);
      case 23 -> same();
      case 24 -> mean(id);
      default -> scene.views().open(one(List.of(scene.officer, scene.colleague)), id, null);
    }
  }

  private UUID person() {
    return scene
        .services
        .people()
        .create(
            lead,
            new NewPerson(
                "Elodie", "Marsh", LocalDate.of(2013, 4, 2), "day", null, null, null, null, null),
            "Known");
  }

  private UUID child(UUID id) {
    UUID child = person();
    children.add(child);
    scene.cases.involve(
        lead, id, new NewCase.Member(CaseRole.SIBLING, child, null, null, null), "Same home.");
    return child;
  }

  /** Somebody says of two records that they are of one child, or not. */
  private void same() {
    if (children.size() > 1) {
      say(one(children), one(children), random.nextInt(3) > 0 ? Verdict.SAME : Verdict.DIFFERENT);
    }
  }

  private void say(UUID one, UUID other, Verdict verdict) {
    identities.decide(
        lead,
        one,
        other,
        verdict,
        "The school knows her.",
        false,
        new People.Evidence("{}", "none"));
  }

  /** Somebody says whom a report of the case means, or that it is nobody known. */
  private void mean(UUID id) {
    UUID mention = CaseScene.member(scene.view(id), CaseRole.CHILD).mention();
    if (children.isEmpty() || mention == null) {
      return;
    }
    UUID child = one(children);
    if (random.nextInt(3) > 0) {
      scene.services.people().choose(lead, mention, child, "Her mother says so.");
    } else {
      scene.services.people().refuse(lead, mention, List.of(child), "Her mother says no.");
    }
  }

  @Test
  void episodesUnderTwoRecordsOfOneChild_addUpFromWhenSomebodySaidThatTheyAreOne() {
    UUID report = scene.report(now());
    scene.decideYes(report);
    UUID id = scene.open(scene.officer, report, null);
    cases.add(id);
    UUID mention =
        Objects.requireNonNull(CaseScene.member(scene.view(id), CaseRole.CHILD).mention());
    UUID first = person();
    UUID second = person();
    for (UUID child : List.of(first, second, first)) {
      scene.server.clock().set(now().plus(Duration.ofDays(1)));
      UUID episode =
          missing.report(
              lead,
              child,
              new NewEpisode(CaseScene.AREA, null, null, now(), "Staff", "Phone off."));
      missing.found(lead, episode, now(), "A hotel.", "PC, on patrol.", "Tired, cold.");
    }
    assertThat(meetings(id)).as("nobody said whom the report means").isEmpty();
    scene.services.people().choose(lead, mention, first, "Her mother says so.");
    standings.settle();
    assertThat(meetings(id)).as("two of the three are hers").isEmpty();
    scene.settle();
    Instant before = now();
    scene.server.clock().set(now().plus(Duration.ofHours(1)));
    say(first, second, Verdict.SAME);
    standings.settle();
    assertThat(meetings(id)).containsExactly(State.DUE);
    assertThat(keptMeetings(id)).isEqualTo(1);
    scene.settle();
    assertThat(started(scene.views().open(scene.officer, id, before)))
        .as("as known before")
        .isEmpty();
    say(first, second, Verdict.DIFFERENT);
    standings.settle();
    assertThat(meetings(id)).isEmpty();
    assertThat(keptMeetings(id)).isZero();
  }

  /** A child opened as a person of whom a report speaks, and the report then speaks of another. */
  @Test
  void reportThatMeansSomebodyElseNow_bringsTheOthersEpisodes_andNotBoth() {
    UUID report = scene.report(now());
    scene.decideYes(report);
    UUID id = scene.open(scene.officer, report, null);
    cases.add(id);
    UUID mention =
        Objects.requireNonNull(CaseScene.member(scene.view(id), CaseRole.CHILD).mention());
    UUID wrong = person();
    UUID right = person();
    scene.cases.involve(
        lead,
        id,
        new NewCase.Member(CaseRole.CHILD_AT_RISK, wrong, mention, null, null),
        "Named in the report.");
    for (UUID child : List.of(wrong, right, right)) {
      scene.server.clock().set(now().plus(Duration.ofDays(1)));
      UUID episode =
          missing.report(
              lead,
              child,
              new NewEpisode(CaseScene.AREA, null, null, now(), "Staff", "Phone off."));
      missing.found(lead, episode, now(), "A hotel.", "PC, on patrol.", "Tired, cold.");
    }
    scene.services.people().choose(lead, mention, wrong, "Her mother says so.");
    assertThat(missed(id)).isEqualTo(1);
    scene.services.people().undo(lead, mention, wrong, "It is her cousin.");
    assertThat(missed(id)).isZero();
    scene.services.people().choose(lead, mention, right, "Her mother says so.");
    assertThat(missed(id)).isEqualTo(2);
    assertThat(meetings(id)).isEmpty();
  }

  private long missed(UUID id) {
    return scene.view(id).clocks().stream()
        .filter(one -> one.clock().standard().id().equals("return-interview"))
        .filter(one -> one.clock().start().isPresent())
        .count();
  }

  private List<State> meetings(UUID id) {
    return started(scene.view(id));
  }

  private static List<State> started(CaseView view) {
    return view.clocks().stream()
        .filter(one -> one.clock().standard().id().equals("repeat-missing-meeting"))
        .filter(one -> one.clock().start().isPresent())
        .map(one -> one.clock().state())
        .toList();
  }

  private long keptMeetings(UUID id) {
    return scene.server.count(
        "select count(*) from work.case_clock where standard = 'repeat-missing-meeting' and"
            + " case_file = '"
            + id
            + "'");
  }

  private void episode() {
    if (children.isEmpty()) {
      return;
    }
    if (episodes.isEmpty() || random.nextBoolean()) {
      episodes.add(
          missing.report(
              lead,
              one(children),
              new NewEpisode(CaseScene.AREA, null, null, now(), "Staff", "Phone off.")));
      return;
    }
    UUID episode = episodes.getLast();
    switch (random.nextInt(3)) {
      case 0 -> missing.grade(lead, episode, RiskGrade.HIGH, "Seen near the hotel again.");
      case 1 -> missing.found(lead, episode, now(), "A hotel.", "PC, on patrol.", "Tired, cold.");
      default ->
          missing.interview(
              lead,
              episode,
              new Interview(
                  Interview.Kind.RETURN,
                  Interview.Outcome.HELD,
                  now(),
                  "Youth worker",
                  true,
                  null,
                  "She spoke of a car.",
                  ""));
    }
  }

  private void line(UUID id, CasePlan plan) {
    if (plan.lines().isEmpty() || random.nextBoolean()) {
      scene.plans.enquire(scene.officer, id, "Who paid for the room?");
      return;
    }
    scene.plans.settle(
        scene.officer,
        id,
        one(plan.lines()).id(),
        one(List.of(CasePlan.LineAct.values())),
        "The hotel has no register.");
  }

  private void referral() {
    if (children.isEmpty()) {
      return;
    }
    if (referred.isEmpty() || random.nextBoolean()) {
      referred.add(
          referrals.write(
              lead,
              one(children),
              new NewReferral(
                  one(List.of(Service.values())),
                  CaseScene.AREA,
                  "Greyport front door",
                  null,
                  "An older male collects her by car; she is frightened of him.",
                  Basis.SAFEGUARDING,
                  "At risk of significant harm.",
                  Agreement.NOT_ASKED,
                  "At school only, by the school nurse.",
                  "He waits outside the home.")));
      return;
    }
    Step step = one(List.of(Step.values()));
    UUID referral = one(referred);
    if (step == Step.OUTCOME) {
      referralSteps.outcome(lead, referral, Outcome.SAFER, now(), "The team says so.");
    } else {
      referralSteps.step(lead, referral, step, now(), "The team says so.");
    }
  }

  private void measure(UUID id) {
    List<IssuedMeasure> issued = outcomes.open(scene.officer, id).measures();
    if (issued.isEmpty() || random.nextBoolean()) {
      outcomes.issue(
          scene.officer,
          id,
          new CaseOutcomes.NewMeasure(
              "closure-notice",
              null,
              null,
              "Room above the car wash",
              "Nobody but the owner enters.",
              "",
              now(),
              random.nextBoolean() ? now().plus(Duration.ofDays(3)) : null));
      return;
    }
    outcomes.step(
        scene.officer,
        id,
        one(issued).id(),
        one(List.of(MeasureStep.values())),
        now(),
        "Nobody was there.");
  }

  /** As an inspection does: its own steps are no part of this. */
  private void referBack(UUID id) {
    scene.server.asOwner(
        "insert into record.inspection_referral (entry, ordinal, id, inspection, case_file, reason,"
            + " by_account, at) values ('"
            + scene.server.ids().next()
            + "', 0, '"
            + scene.server.ids().next()
            + "', '"
            + scene.server.ids().next()
            + "', '"
            + id
            + "', 'Nobody asked where she went.', '"
            + lead.account()
            + "', '"
            + now()
            + "')");
  }

  /** What is kept, a line each. */
  private List<String> kept() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection owner = scene.server.owner();
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select concat_ws('|', s.case_file, s.area, s.team, s.owner, s.open, extract(epoch from s.oldest_report),
                  s.children, s.grade, s.unopened, s.past, s.late, extract(epoch from s.next_at), s.rulebook, extract(epoch from s.closed_at), s.lines, s.suspects,
                  k.area, k.open, k.about, k.standard, k.of_what, k.action, k.owner, k.state, k.asking, k.danger,
                  extract(epoch from k.due), extract(epoch from k.nears), extract(epoch from k.changes),
                  extract(epoch from k.escalates), k.escalates_to, extract(epoch from k.stopped), k.stopped_by, s.stopped)
                from work.case_standing s left join work.case_clock k on k.case_file = s.case_file
                order by s.case_file, k.place
                """)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }

  private List<String> closedTooSoon() {
    return new EarlyClosings(scene.server.acts(), standings, scene.server.databases())
        .list(lead, 1).rows().stream()
            .map(one -> one.id() + " " + one.lines() + " " + one.suspects())
            .toList();
  }

  /** Slow and plain: every closed case, asked of the record. */
  private List<String> closedTooSoonByTheRecord() throws SQLException {
    List<String> early = new ArrayList<>();
    try (Connection owner = scene.server.owner();
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select concat_ws(' ', c.id, l.open, w.waiting)
                from record.case_file c
                join lateral (select f.act, f.at from record.case_state f where f.case_file = c.id
                              order by f.seq desc limit 1) s on s.act = 'closed'
                join lateral (select count(*) as open from record.case_line n
                              where n.case_file = c.id
                                and (select f.state from record.case_line_state f where f.line = n.id
                                     order by f.seq desc limit 1) = 'open') l on true
                join lateral (select count(*) as waiting from record.case_person p
                              where p.case_file = c.id and p.role = 'suspect' and p.linked
                                and not exists (select 1 from record.case_person later
                                  where later.member = p.member and later.seq > p.seq)
                                and not exists (select 1 from record.case_event e
                                  where e.case_file = c.id and e.withdraws is null
                                    and (e.kind = 'suspect-interviewed'
                                      or e.kind = 'suspect-not-interviewed' and e.reason <> '')
                                    and (e.of_what = p.member::text or e.of_what is null
                                      and 1 = (select count(distinct o.member) from record.case_person o
                                        where o.case_file = c.id and o.role = 'suspect' and o.linked
                                          and not exists (select 1 from record.case_person later
                                            where later.member = o.member and later.seq > o.seq)))
                                    and not exists (select 1 from record.case_event w
                                      where w.case_file = c.id and w.withdraws = e.id))) w
                  on l.open > 0 or w.waiting > 0
                order by s.at desc, c.id
                """)) {
      while (row.next()) {
        early.add(row.getString(1));
      }
    }
    return early;
  }

  /** The same, made from the record alone and put back. */
  private List<String> anew() throws SQLException {
    Caller program = standings.program();
    StandingStore store = new StandingStore(scene.server.databases());
    List<String> anew = new ArrayList<>();
    scene
        .server
        .acts()
        .plain(
            program,
            () -> {
              UUID[] ids = cases.toArray(UUID[]::new);
              store.remove(ids);
              store.add(standings.of(cases, now()), CaseScene.RULEBOOK.name(), now());
              return true;
            });
    anew.addAll(kept());
    return anew;
  }

  @Test
  void factThatWasOpenWhileItsReportCameIntoTheCase_countsOnceItIsCommitted() throws SQLException {
    UUID id = scene.openAt(START, scene.officer.account());
    cases.add(id);
    UUID report = scene.report(START);
    try (Connection other = scene.server.owner();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      assertThat(
              statement.executeUpdate(
                  """
                  insert into record.flag select (jsonb_populate_record(f, jsonb_build_object(
                    'entry', gen_random_uuid(), 'report', '%s'))).* from record.flag f where f.seq = 1 limit 1
                  """
                      .replace("%s", report.toString())))
          .isOne();
      scene.cases.link(scene.officer, id, report, true, "She is named in it.");
      standings.settle();
      List<String> without = kept();
      other.commit();
      standings.settle();
      assertThat(kept()).isNotEqualTo(without).isEqualTo(anew());
    }
  }

  @Test
  void ownerWhoOpensACase_whileItIsWorkedOut_hasOpenedIt() throws SQLException {
    UUID id = scene.openAt(START, null);
    cases.add(id);
    scene.server.clock().set(START.plusSeconds(60));
    scene.cases.assign(lead, id, scene.officer.account(), "Exploitation team", "Away.");
    scene.server.clock().set(START.plusSeconds(120));
    Caller program = standings.program();
    StandingStore store = new StandingStore(scene.server.databases());
    scene
        .server
        .acts()
        .plain(
            program,
            () -> {
              UUID[] ids = {id};
              List<Long> asked = store.asked(ids);
              List<Standing> before = standings.of(cases, now());
              CompletableFuture.runAsync(() -> scene.views().open(scene.officer, id, null)).join();
              store.remove(ids);
              store.add(before, CaseScene.RULEBOOK.name(), now());
              store.answered(asked);
              return true;
            });
    standings.settle();
    assertThat(kept()).isEqualTo(anew());
    assertThat(scene.workloads().team(scene.supervisor, "", "", 1).cases())
        .singleElement()
        .satisfies(one -> assertThat(one.unopened()).isFalse());
  }

  @Test
  void episodesOfTwoChildrenOfACase_addUpForEachApart() throws SQLException {
    UUID id = scene.openAt(START, scene.officer.account());
    cases.add(id);
    UUID elder = child(id);
    UUID younger = child(id);
    missingForANight(elder, 1);
    missingForANight(younger, 8);
    missingForANight(elder, 15);
    assertThat(meetingsAsked(id)).isEmpty();
    standings.settle();
    assertThat(kept()).isEqualTo(anew()).noneMatch(one -> one.contains("repeat-missing-meeting"));
    UUID third = missingForANight(elder, 22);
    missingForANight(younger, 23);
    assertThat(meetingsAsked(id)).containsExactly(third + " due");
    standings.settle();
    assertThat(kept())
        .isEqualTo(anew())
        .filteredOn(one -> one.contains("repeat-missing-meeting"))
        .singleElement()
        .satisfies(one -> assertThat(one).contains(third.toString()));
  }

  private UUID missingForANight(UUID child, int day) {
    scene.server.clock().set(START.plus(Duration.ofDays(day)));
    UUID episode =
        missing.report(
            lead, child, new NewEpisode(CaseScene.AREA, null, null, now(), "Staff", "Phone off."));
    scene.server.clock().set(START.plus(Duration.ofDays(day)).plus(Duration.ofHours(10)));
    missing.found(lead, episode, now(), "A hotel.", "PC, on patrol.", "Tired, cold.");
    return episode;
  }

  private List<String> meetingsAsked(UUID id) {
    return scene.view(id).clocks().stream()
        .filter(one -> one.clock().standard().id().equals("repeat-missing-meeting"))
        .filter(one -> one.clock().start().isPresent())
        .map(one -> one.of().orElseThrow() + " " + one.clock().state().word())
        .toList();
  }

  @Test
  void factOfACase_isInTheListAtOnce_andTimeBringsTheRest() {
    UUID id = scene.openAt(START, scene.officer.account());
    assertThat(scene.workloads().mine(scene.officer))
        .extracting(WorkItem::what)
        .contains("Child seen and spoken to");
    assertThat(scene.workloads().mine(scene.officer, 1).late()).isZero();
    scene.server.clock().set(START.plus(Duration.ofHours(25)));
    long late = scene.workloads().mine(scene.officer, 1).late();
    assertThat(late).isPositive();
    scene.cases.record(
        scene.officer,
        id,
        "child-seen",
        START.plus(Duration.ofHours(20)),
        null,
        null,
        "Seen at school with her aunt.");
    assertThat(scene.workloads().mine(scene.officer))
        .extracting(WorkItem::what)
        .doesNotContain("Child seen and spoken to");
    assertThat(scene.workloads().mine(scene.officer, 1).late()).isEqualTo(late - 1);
  }

  @Test
  void whoHasMoreThanAPage_seesAllOfIt_eachThingOnce() {
    UUID id = scene.openAt(START, null);
    for (int i = 0; i < Workloads.PAGE + 10; i++) {
      scene.plans.act(
          scene.officer,
          id,
          "Ask hotel " + i,
          scene.colleague.account(),
          START.plus(Duration.ofHours(30 + i)));
    }
    Workloads.Work first = scene.workloads().mine(scene.colleague, 1);
    Workloads.Work second = scene.workloads().mine(scene.colleague, 2);
    assertThat(first.total()).isEqualTo(Workloads.PAGE + 10);
    assertThat(first.pages()).isEqualTo(2);
    List<String> all = new ArrayList<>();
    first.items().forEach(one -> all.add(one.what()));
    second.items().forEach(one -> all.add(one.what()));
    assertThat(all).hasSize(Workloads.PAGE + 10).doesNotHaveDuplicates();
    assertThat(all.getFirst()).isEqualTo("Ask hotel 0");
    assertThat(scene.workloads().mine(scene.colleague, 99).items()).hasSize(10);
  }

  @Test
  void casesOfOtherAreas_andOfReportsThatAreClosed_areNotToldOf() {
    UUID report = scene.report(START);
    scene.decideYes(report);
    UUID id = scene.open(scene.officer, report, scene.officer.account());
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    standings.settle();
    assertThat(scene.workloads().team(scene.supervisor, "", "", 1).total()).isEqualTo(1);
    assertThat(scene.workloads().team(elsewhere, "", "", 1).total()).isZero();
    scene.server.asOwner(
        "insert into record.restriction (entry, ordinal, report, seq, restricted, members, reason)"
            + " values ('"
            + scene.server.ids().next()
            + "', 0, '"
            + report
            + "', 1, true, '"
            + scene.officer.account()
            + "', 'A colleague’s child')");
    Workloads.Team told = scene.workloads().team(scene.supervisor, "", "", 1);
    assertThat(told.total()).isZero();
    assertThat(told.backlog().children()).isZero();
    assertThat(scene.workloads().mine(scene.officer)).isNotEmpty();
    assertThat(standings.settle()).as("the program sees it still").isZero();
    assertThat(scene.view(id).file().isOpen()).isTrue();
  }
}
