package org.heed.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.inspection.FrameStore;
import org.heed.server.inspection.Grading;
import org.heed.server.inspection.GradingStore;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspection;
import org.heed.server.inspection.InspectionStore;
import org.heed.server.inspection.Inspections;
import org.heed.server.inspection.LinkedRecord;
import org.heed.server.inspection.NewInspection;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.RecordRequestStore;
import org.heed.server.inspection.RecordRequests;
import org.heed.server.inspection.ReferredBackStore;
import org.heed.server.inspection.StrataBy;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.ReportFiles;
import org.heed.server.safeguarding.CaseClock;
import org.heed.server.safeguarding.CaseClocks;
import org.heed.server.safeguarding.CaseFiles;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.ChildRecords;
import org.heed.server.safeguarding.MeetingStore;
import org.heed.server.safeguarding.PlanStore;
import org.heed.server.safeguarding.RecordedCaseFacts;
import org.heed.server.safeguarding.ReportedCaseFacts;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Inspections of the demonstration's cases, drawn by the lead: one graded by two inspectors, and
 * one graded by the force itself and, but for the last cases, by an inspector, who finds more
 * wanting and asks for linked records.
 */
final class DemoInspection {
  private static final int NAMED_FOR = 90;
  private static final int SAMPLE = 12;
  private static final int OF_EACH_AREA = 3;

  /** Every so many cases the inspector sees more in the case than its clocks do. */
  private static final int SOME_DIFFER = 4;

  private static final int KINDER = 3;
  private static final int ANSWERED = 2;
  private static final int OF_WHICH_ONE_IS_LEFT = 4;
  private static final List<String> SCALE =
      List.of("inadequate", "requires-improvement", "adequate", "good");

  private final Inspections inspections;
  private final Gradings gradings;
  private final RecordRequests requests;
  private final Clock clock;

  DemoInspection(Databases databases, RulebookInForce rulebook, Clock clock) {
    this.clock = clock;
    Acts acts = new Acts(databases, clock, IdSource.secure(clock));
    KnownPositions positions = new KnownPositions(databases);
    this.inspections =
        new Inspections(
            acts,
            positions,
            new FrameStore(databases),
            new InspectionStore(databases),
            rulebook,
            clock);
    CaseStore store = new CaseStore(databases);
    MeetingStore meetings = new MeetingStore(databases);
    ReferredBackStore referrals = new ReferredBackStore(databases);
    CaseViews cases =
        new CaseViews(
            acts,
            positions,
            new CaseFiles(acts, positions, store),
            store,
            new PlanStore(databases),
            meetings,
            new CaseClocks(
                rulebook,
                List.of(
                    new RecordedCaseFacts(databases),
                    new ReportedCaseFacts(databases),
                    meetings,
                    referrals),
                new ChildRecords(databases),
                clock),
            clock);
    this.gradings =
        new Gradings(
            acts,
            inspections,
            new GradingStore(databases),
            referrals,
            cases,
            new ReportFiles(databases));
    this.requests =
        new RecordRequests(
            acts,
            inspections,
            new RecordRequestStore(databases),
            new ReportFiles(databases),
            cases);
  }

  /** Draws and grades it, where there are cases to draw. */
  void load(Caller lead, Caller supervisor, Caller inspector) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    LocalDate since = today.minusYears(1);
    SortedMap<String, Integer> strata =
        inspections.strata(lead, null, since, today, StrataBy.NOTHING);
    if (strata.isEmpty()) {
      return;
    }
    int size = Math.min(SAMPLE, strata.getOrDefault("all", 0));
    UUID id =
        inspections.draw(
            lead,
            new NewInspection(
                "Cases of the last year",
                "child-protection-2024",
                null,
                since,
                today,
                StrataBy.NOTHING,
                Set.of(Part.SELF, Part.FIRST),
                Map.of("all", size)));
    inspections.name(lead, id, Part.SELF, supervisor.account(), today.plusDays(NAMED_FOR));
    inspections.name(lead, id, Part.FIRST, inspector.account(), today.plusDays(NAMED_FOR));
    for (Inspection.Drawn one : inspections.get(lead, id).cases()) {
      grade(supervisor, id, one, 1 + one.place() % 2);
      if (one.place() <= size - size / OF_WHICH_ONE_IS_LEFT) {
        grade(inspector, id, one, one.place() % SOME_DIFFER == 0 ? KINDER : 0);
      }
    }
    ask(lead, inspector, inspections.get(lead, id), today);
  }

  /** The inspector asks for records of the same people: one is opened, one not, one waits. */
  private void ask(Caller lead, Caller inspector, Inspection one, LocalDate today) {
    Set<UUID> asked = new HashSet<>();
    int answered = 0;
    for (Inspection.Drawn drawn : one.cases()) {
      if (isClosed(inspector, one.id(), drawn) || isClosed(lead, one.id(), drawn)) {
        continue;
      }
      Optional<LinkedRecord> linked =
          requests.linked(inspector, one.id(), drawn.caseFile()).stream()
              .filter(other -> asked.add(other.id()))
              .findFirst();
      if (linked.isPresent()) {
        UUID request =
            requests.ask(
                inspector,
                one.id(),
                drawn.caseFile(),
                linked.get().id(),
                "To see whether what was known before was looked at when the risk was graded.");
        if (answered == ANSWERED) {
          return;
        }
        boolean opens = answered == 0;
        if (isAnswered(lead, one.id(), request, opens ? today.plusYears(1) : null)) {
          answered++;
          if (opens) {
            requests.open(inspector, one.id(), request);
          }
        }
      }
    }
  }

  /** A record that is closed to whoever answers waits for somebody to whom it is open. */
  private boolean isAnswered(
      Caller lead, UUID inspection, UUID request, @Nullable LocalDate until) {
    try {
      requests.answer(
          lead,
          inspection,
          request,
          until,
          until == null
              ? "It is of another child, whom the case is not about."
              : "It bears on the first assessment.");
      return true;
    } catch (Refused closed) {
      if (closed.code() != Refused.Code.NOT_ALLOWED) {
        throw closed;
      }
      return false;
    }
  }

  /**
   * Draws the earlier one, by a clock of then: two grade every case, differ now and then, settle
   * most of that, and one corrects a grade.
   */
  void loadEarlier(Caller lead, Caller supervisor, Caller inspector) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    LocalDate since = today.minusYears(1);
    SortedMap<String, Integer> strata = inspections.strata(lead, null, since, today, StrataBy.AREA);
    if (strata.isEmpty()) {
      return;
    }
    Map<String, Integer> sizes = new HashMap<>();
    strata.forEach((area, size) -> sizes.put(area, Math.min(OF_EACH_AREA, size)));
    UUID id =
        inspections.draw(
            lead,
            new NewInspection(
                "Cases of the weeks before",
                "child-protection-2024",
                null,
                since,
                today,
                StrataBy.AREA,
                Set.of(Part.FIRST, Part.SECOND),
                sizes));
    inspections.name(lead, id, Part.FIRST, inspector.account(), today.plusDays(NAMED_FOR));
    inspections.name(lead, id, Part.SECOND, supervisor.account(), today.plusDays(NAMED_FOR));
    boolean corrected = false;
    for (Inspection.Drawn one : inspections.get(lead, id).cases()) {
      if (isClosed(inspector, id, one)
          || isClosed(supervisor, id, one)
          || isClosed(lead, id, one)) {
        continue;
      }
      grade(inspector, id, one, 0);
      grade(supervisor, id, one, one.place() % 3 == 0 ? 1 : 0);
      Gradings.Opened opened = gradings.open(lead, id, one.caseFile());
      for (Inspection.Criterion criterion : opened.inspection().ofCases()) {
        if (opened.grades().isOpenDisagreement(one.caseFile(), criterion.id())
            && (one.place() % 2 == 0 || criterion.id().equals(Inspection.OVERALL))) {
          gradings.resolve(
              lead,
              id,
              one.caseFile(),
              criterion.id(),
              "requires-improvement",
              "Both looked at the dates again.");
        }
      }
      if (!corrected) {
        corrected = true;
        gradings.correct(
            inspector,
            id,
            one.caseFile(),
            "partnership-working",
            new Grading.Given("adequate", "The record of the meeting was found under the plan."),
            "A meeting was overlooked.");
      }
    }
  }

  /** Grades a case, but for one that is closed to them: what is in it may be restricted. */
  private void grade(Caller by, UUID id, Inspection.Drawn drawn, int kinder) {
    if (isClosed(by, id, drawn)) {
      return;
    }
    Gradings.Opened opened = gradings.open(by, id, drawn.caseFile());
    Map<String, Grading.Given> given = new HashMap<>();
    for (Inspection.Criterion criterion : opened.inspection().ofCases()) {
      List<CaseClock> missed =
          opened.view().clocks().stream()
              .filter(CaseClock::isPast)
              .filter(one ->
                  criterion.id().equals(Inspection.OVERALL)
                      || criterion.standards().contains(one.clock().standard().id()))
              .toList();
      int place = Math.max(0, SCALE.size() - 1 - Math.min(missed.size(), 3));
      int kind = Math.min(SCALE.size() - 1, place + kinder);
      given.put(criterion.id(), new Grading.Given(SCALE.get(kind), reason(missed, kinder > 0)));
    }
    gradings.grade(
        by,
        id,
        drawn.caseFile(),
        given,
        Map.of(Inspection.OVERALL, List.of(opened.view().file().reason())));
  }

  private boolean isClosed(Caller by, UUID id, Inspection.Drawn drawn) {
    return gradings.progress(by, id).closed().contains(drawn.caseFile());
  }

  private static String reason(List<CaseClock> missed, boolean self) {
    if (missed.isEmpty()) {
      return "What was to be done is on record, in time, with reasons.";
    }
    String first = missed.getFirst().clock().standard().title();
    return self
        ? "The team says that it was done; “" + first + "” was not written down."
        : "Nothing on record shows “" + first + "”, and nobody asked why.";
  }
}
