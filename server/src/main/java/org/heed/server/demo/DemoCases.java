package org.heed.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.heed.server.RecordServices;
import org.heed.server.safeguarding.AgencyKind;
import org.heed.server.safeguarding.CaseAct;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.MeetingKind;
import org.heed.server.safeguarding.Meetings;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.store.Act;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Cases of the simulated force's last months, most in one borough: some kept well, some left lying,
 * so that clocks, plans, the team's page and closing have something to show. What was done follows
 * the decision that led to a case by hours and days, each on the record when it was done.
 */
final class DemoCases {
  static final String AREA = "greyport";

  private static final int MOST = 12;

  private final RecordServices services;
  private final Instant from;
  private final Instant late;
  private final @Nullable UUID investigator;
  private final @Nullable UUID supervisor;
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparing(Later::at).thenComparingInt(Later::number));
  private int opened;
  private int away;
  private int numbered;

  /**
   * @param from decisions since then lead to cases in the borough
   * @param late decisions since then lead to cases elsewhere
   * @param investigator who owns most of them; null: nobody does
   * @param supervisor who owns some
   */
  DemoCases(
      RecordServices services,
      Instant from,
      Instant late,
      @Nullable UUID investigator,
      @Nullable UUID supervisor) {
    this.services = services;
    this.from = from;
    this.late = late;
    this.investigator = investigator;
    this.supervisor = supervisor;
  }

  /** Something that is done later. */
  record Later(Instant at, int number, String kind, Consumer<Act> work) {}

  /** Opens a case for the child of a report decided yes, where there is room for one more. */
  void decided(
      Function<String, Act> begin,
      UUID report,
      String area,
      Instant at,
      String subject,
      Spoken child,
      List<NewCase.Member> who) {
    boolean home = area.equals(AREA);
    if (at.isBefore(home ? from : late) || (home ? opened : away) >= MOST || who.isEmpty()) {
      return;
    }
    int number = home ? opened++ : away++;
    UUID lead = home ? investigator : supervisor;
    UUID owner = number % 4 == 3 ? null : number % 4 == 2 ? supervisor : lead;
    NewCase made =
        new NewCase(
            CaseKind.CHILD,
            area,
            subject,
            report,
            owner,
            "Exploitation team, " + Words.title(area),
            "Decided to be exploitation: the child needs a plan with every partner.",
            who);
    UUID id = services.cases().add(begin.apply("case.opened"), made);
    switch (number % 4) {
      case 0 -> keptWell(id, at, owner, child, number == 0);
      case 1 -> seenLate(id, at, owner, child);
      case 2 -> waiting(id, at, owner, child);
      default -> allocatedLate(id, at, lead, made.team());
    }
  }

  private void keptWell(UUID id, Instant at, @Nullable UUID owner, Spoken child, boolean closes) {
    event(
        id,
        at,
        5,
        "child-seen",
        child.says("Seen at school by an officer {she} chose, with {hers} form tutor."));
    event(id, at, 2, "significant-harm-suspected", "The officer suspects significant harm.");
    event(id, at, 6, "social-care-referred", "Referred by telephone and in writing the same day.");
    event(id, at, 30, "social-care-decided", "Social care agreed to a joint enquiry.");
    event(id, at, 19, "needs-assessed", "Needs assessed by the officer with the school nurse.");
    event(
        id,
        at,
        20,
        "support-referred",
        child.says("Referred to the children’s support service; {she} agreed."));
    event(
        id, at, 26, "trafficking-suspected", child.says("{She} was taken to another town twice."));
    event(id, at, 60, "trafficking-referred", "Referral sent by the officer in the case.");
    event(id, at, 40, "supervisor-reviewed", "Reviewed: direction given on the phone and the car.");
    UUID[] made = new UUID[3];
    then(
        at,
        7,
        "case.action-set",
        act -> {
          made[0] =
              services
                  .plans()
                  .add(
                      act,
                      id,
                      child.says("Ask the hotel for its register for the nights {she} was missing"),
                      owner,
                      at.plus(Duration.ofDays(4)),
                      null);
          made[1] =
              services
                  .plans()
                  .add(
                      act,
                      id,
                      child.says("Agree with {her} and {hers} carer how {she} can call for help"),
                      owner,
                      at.plus(Duration.ofDays(2)),
                      null);
        });
    then(
        at,
        8,
        "case.line-opened",
        act ->
            made[2] =
                services
                    .plans()
                    .addLine(
                        act, id, child.says("Who bought the phone that {she} came back with?")));
    UUID[] meeting = new UUID[1];
    then(
        at,
        9,
        "case.meeting-planned",
        act ->
            meeting[0] =
                services
                    .meetings()
                    .add(
                        act,
                        id,
                        MeetingKind.STRATEGY_DISCUSSION,
                        at.plus(Duration.ofHours(28)),
                        child.says(
                            "Where {she} is safe tonight, who speaks with {her}, what each agency"
                                + " knows."),
                        Set.of(),
                        List.of(
                            new Meetings.Guest(
                                "Duty social worker",
                                AgencyKind.SOCIAL_CARE,
                                "children’s social care",
                                CaseMeeting.Attends.PRESENT),
                            new Meetings.Guest(
                                "Officer in the case",
                                AgencyKind.POLICE,
                                "police",
                                CaseMeeting.Attends.PRESENT),
                            new Meetings.Guest(
                                "Designated safeguarding lead",
                                AgencyKind.EDUCATION,
                                "school",
                                CaseMeeting.Attends.PRESENT))));
    then(
        at,
        30,
        "case.meeting-held",
        act ->
            services
                .meetings()
                .state(
                    act,
                    id,
                    meeting[0],
                    2,
                    CaseMeeting.Act.HELD,
                    at.plus(Duration.ofHours(28)),
                    child.says(
                        "{She} stays with {hers} aunt. School keeps a place to talk. Police look"
                            + " for the car.")));
    then(
        at,
        48,
        "case.action-done",
        act ->
            done(
                act,
                id,
                made[1],
                owner,
                at.plus(Duration.ofDays(2)),
                "A word and a number agreed."));
    then(
        at,
        95,
        "case.action-done",
        act ->
            done(
                act,
                id,
                made[0],
                owner,
                at.plus(Duration.ofDays(4)),
                "The register names who paid for two of the nights."));
    then(
        at,
        200,
        "case.line-closed",
        act ->
            services
                .plans()
                .lineState(
                    act,
                    id,
                    made[2],
                    2,
                    CasePlan.LineAct.CLOSED,
                    "The shop kept the receipt; the buyer is named and interviewed."));
    if (closes) {
      then(
          at,
          600,
          "case.closure-proposed",
          act ->
              services
                  .cases()
                  .state(
                      act,
                      id,
                      2,
                      CaseAct.CLOSURE_PROPOSED,
                      child.says(
                          "The plan is carried through; social care and school go on with {her}."),
                      null));
    }
  }

  private void done(
      Act act, UUID id, UUID action, @Nullable UUID owner, Instant due, String outcome) {
    services.plans().state(act, id, action, 2, CasePlan.ActionAct.DONE, owner, due, outcome);
  }

  private void seenLate(UUID id, Instant at, @Nullable UUID owner, Spoken child) {
    event(
        id,
        at,
        11 * 24,
        "child-seen",
        child.says("Seen at home on the third attempt; {she} was tired and wary."));
    event(id, at, 26, "significant-harm-suspected", "A carer tells of a second missing night.");
    event(id, at, 12 * 24, "social-care-referred", "Referred after the visit.");
    then(
        at,
        30,
        "case.action-set",
        act -> {
          UUID action =
              services
                  .plans()
                  .add(
                      act,
                      id,
                      "Find out whose car waits outside the children’s home",
                      owner,
                      at.plus(Duration.ofDays(5)),
                      null);
          services
              .plans()
              .state(
                  act,
                  id,
                  action,
                  2,
                  CasePlan.ActionAct.MOVED,
                  owner,
                  at.plus(Duration.ofDays(12)),
                  "The camera’s pictures come a week later.");
        });
    then(
        at,
        31,
        "case.line-opened",
        act ->
            services
                .plans()
                .addLine(
                    act, id, child.says("Which of the adults {she} names is known elsewhere?")));
  }

  private void waiting(UUID id, Instant at, @Nullable UUID owner, Spoken child) {
    event(id, at, 3, "significant-harm-suspected", "Gifts, an older adult and two late returns.");
    then(
        at,
        4,
        "case.action-set",
        act ->
            services
                .plans()
                .add(
                    act,
                    id,
                    child.says("Speak with the school nurse, to whom {she} talks"),
                    owner,
                    at.plus(Duration.ofDays(3)),
                    null));
  }

  private void allocatedLate(UUID id, Instant at, @Nullable UUID lead, String team) {
    then(
        at,
        17 * 24,
        "case.assigned",
        act ->
            services.cases().owner(act, id, 2, lead, team, "Nobody had it; given at the review."));
  }

  private void event(UUID id, Instant at, int hours, String kind, String says) {
    then(
        at,
        hours,
        "case.event-recorded",
        act ->
            services
                .cases()
                .event(act, id, kind, at.plus(Duration.ofHours(hours)), null, null, says, null));
  }

  private void then(Instant at, int hours, String kind, Consumer<Act> work) {
    later.add(new Later(at.plus(Duration.ofHours(hours)), numbered++, kind, work));
  }

  /** What is due to be done by a moment, in order. */
  List<Later> until(Instant moment) {
    List<Later> due = new ArrayList<>();
    while (!later.isEmpty() && !later.peek().at().isAfter(moment)) {
      due.add(later.poll());
    }
    return due;
  }
}
