package org.heed.server.inspection;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.inspection.Grading.Given;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Grades what was drawn, refers back what cannot wait, and settles disagreements. Each case opens
 * as it was known when the sample was drawn; each look at one is an entry of the ledger.
 *
 * <p>What keeps it whole: no grader is shown another's grade of a case before their own of it
 * stands.
 */
@Service
public class Gradings {
  private static final int LONGEST = 10_000;

  private final Acts acts;
  private final Inspections inspections;
  private final GradingStore store;
  private final ReferredBackStore referrals;
  private final CaseViews cases;
  private final ReportFiles reports;

  public Gradings(
      Acts acts,
      Inspections inspections,
      GradingStore store,
      ReferredBackStore referrals,
      CaseViews cases,
      ReportFiles reports) {
    this.reports = reports;
    this.acts = acts;
    this.inspections = inspections;
    this.store = store;
    this.referrals = referrals;
    this.cases = cases;
  }

  /**
   * A case drawn, with the grades that are open to whoever looks.
   *
   * @param reports that it is about and that are open to the asker
   * @param part in which the asker grades, if in any
   */
  public record Opened(
      Inspection inspection,
      Inspection.Drawn drawn,
      CaseView view,
      List<ReportFile> reports,
      Grades grades,
      List<ReferredBack> referrals,
      Optional<Part> part) {
    public Opened {
      reports = List.copyOf(reports);
      referrals = List.copyOf(referrals);
    }

    /** Without what others said of it, for whoever is still to grade it. */
    Opened blindFor(UUID account) {
      return part.isEmpty() || isGraded()
          ? this
          : new Opened(
              inspection,
              drawn,
              view,
              reports,
              grades,
              referrals.stream().filter(one -> one.account().equals(account)).toList(),
              part);
    }

    /** Whether the asker has graded it. */
    public boolean isGraded() {
      return part.flatMap(one -> grades.grading(drawn.caseFile(), one)).isPresent();
    }

    /** Whether every part has, so that all grades are open. */
    public boolean isOpen() {
      return inspection.parts().stream()
          .allMatch(one -> grades.grading(drawn.caseFile(), one).isPresent());
    }

    /** The identifiers only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + drawn.caseFile() + "]";
    }
  }

  /** Opens a case that was drawn. */
  public Opened open(Caller caller, UUID inspection, UUID caseFile) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.case-opened",
        "inspect",
        () -> {
          Inspection one = inspections.find(inspection);
          Inspection.Drawn drawn = one.find(caseFile).orElseThrow(Gradings::notDrawn);
          CaseView view = cases.known(caseFile, one.frame().known());
          Set<UUID> shown = new LinkedHashSet<>(view.file().subjects());
          shown.add(inspection);
          List<ReportFile> narratives = narratives(view, one);
          narratives.forEach(report -> shown.add(report.id()));
          Opened opened =
              new Opened(
                  one,
                  drawn,
                  view,
                  narratives,
                  store.grades(inspection),
                  referrals.of(inspection, caseFile),
                  partOf(caller, one));
          return new Acts.Seen<>(opened.blindFor(caller.account()), shown);
        });
  }

  private List<ReportFile> narratives(CaseView view, Inspection one) {
    return view.file().reports().stream()
        .flatMap(report -> reports.find(report.report(), one.frame().known()).stream())
        .toList();
  }

  /**
   * Which line of the words copied for each criterion stands nowhere in the record, the first of
   * each; it is a look at the case.
   *
   * @param words by criterion, one passage a line
   */
  public Map<String, Integer> unfound(
      Caller caller, UUID inspection, UUID caseFile, Map<String, List<String>> words) {
    caller.require(Right.INSPECT);
    if (words.values().stream().allMatch(List::isEmpty)) {
      return Map.of();
    }
    Opened opened = open(caller, inspection, caseFile);
    Citations citations = new Citations(opened.view(), opened.reports());
    Map<String, Integer> unfound = new HashMap<>();
    words.forEach((criterion, lines) -> {
      for (int i = 0; i < lines.size(); i++) {
        if (citations.find(criterion, lines.get(i)).isEmpty()) {
          unfound.putIfAbsent(criterion, i + 1);
        }
      }
    });
    return unfound;
  }

  private Optional<Part> partOf(Caller caller, Inspection one) {
    return one.partOf(caller.account(), acts.now());
  }

  /**
   * What is graded and by whom, without how.
   *
   * @param closed cases drawn that are not open to the asker, such as those restricted since: they
   *     stay ungraded, and wait for nobody
   */
  public record Progress(
      Inspection inspection, Set<GradingStore.Done> done, Optional<Part> mine, Set<UUID> closed) {
    public Progress {
      done = Set.copyOf(done);
      closed = Set.copyOf(closed);
    }

    /** How many cases a part has graded. */
    public long graded(Part part) {
      return done.stream().filter(one -> one.caseFile() != null && one.part() == part).count();
    }

    /** Whether a part has graded a case; null: the force. */
    public boolean isGraded(@Nullable UUID caseFile, Part part) {
      return done.contains(new GradingStore.Done(caseFile, part));
    }

    /** Whether the asker has still to grade a case. */
    public boolean waits(UUID caseFile) {
      return !closed.contains(caseFile)
          && mine.filter(part -> !isGraded(caseFile, part)).isPresent();
    }

    /** The first case that the asker has still to grade. */
    public Optional<Inspection.Drawn> next() {
      return inspection.cases().stream().filter(one -> waits(one.caseFile())).findFirst();
    }
  }

  /** How many cases the caller has still to grade, in all inspections. */
  public long waiting(Caller caller) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, () -> store.waiting());
  }

  /** How far an inspection is, for whoever goes on in it. */
  public Progress progress(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, () -> far(caller, inspection));
  }

  /** The sample, case by case, and how far it is. */
  public Progress sample(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.sample-opened",
        "inspect",
        () -> {
          Progress far = far(caller, inspection);
          Set<UUID> shown = new LinkedHashSet<>(Set.of(inspection));
          far.inspection().cases().forEach(one -> shown.add(one.caseFile()));
          return new Acts.Seen<>(far, shown);
        });
  }

  private Progress far(Caller caller, UUID inspection) {
    Inspection one = inspections.find(inspection);
    return new Progress(one, store.done(inspection), partOf(caller, one), store.closed(inspection));
  }

  /** The grades of the force that are open to the caller. */
  public Grades ofTheForce(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.force-opened",
        "inspect",
        () -> {
          Grades all = store.grades(inspection);
          return Acts.Seen.one(
              new Grades(
                  all.gradings().stream().filter(one -> one.caseFile() == null).toList(),
                  all.resolutions().stream().filter(one -> one.caseFile() == null).toList()),
              inspection);
        });
  }

  /**
   * Grades a case, or the force, by every criterion at once.
   *
   * @param caseFile null: the force
   */
  public void grade(
      Caller caller, UUID inspection, @Nullable UUID caseFile, Map<String, Given> grades) {
    grade(caller, inspection, caseFile, grades, Map.of());
  }

  /**
   * As above, citing passages of the case.
   *
   * @param words copied from the record, by criterion
   */
  public void grade(
      Caller caller,
      UUID inspection,
      @Nullable UUID caseFile,
      Map<String, Given> grades,
      Map<String, List<String>> words) {
    caller.require(Right.INSPECT);
    try {
      acts.changing(
          caller,
          caseFile == null ? "inspection.force-graded" : "inspection.case-graded",
          act -> {
            Inspection one = inspections.find(inspection);
            if (caseFile != null) {
              requireDrawn(one, caseFile);
              act.concerns(caseFile);
            }
            act.concerns(inspection);
            Part part =
                one.partOf(caller.account(), act.at())
                    .orElseThrow(() ->
                        new Refused(
                            Refused.Code.NOT_ALLOWED,
                            "You are not named as a grader of this inspection, or your time is"
                                + " over."));
            requireOpen(caseFile);
            List<Inspection.Criterion> asked = caseFile == null ? one.ofTheForce() : one.ofCases();
            UUID id = act.newId();
            act.add(
                Tables.INSPECTION_GRADING,
                id,
                inspection,
                caseFile,
                part.code(),
                caller.account(),
                act.at());
            for (Inspection.Criterion criterion : asked) {
              Given given = grades.get(criterion.id());
              if (given == null || !one.scale().allows(given.grade())) {
                throw Inspections.invalid("Grade by every criterion, on the scale.");
              }
              act.add(
                  Tables.INSPECTION_GRADE,
                  id,
                  criterion.id(),
                  given.grade(),
                  checked(given.reason()));
            }
            if (caseFile != null && words.values().stream().anyMatch(lines -> !lines.isEmpty())) {
              cite(act, one, caseFile, id, words);
            }
          });
    } catch (DuplicateKeyException twice) {
      throw new Refused(Refused.Code.CONFLICT, "This is graded in your part already.");
    }
  }

  private void cite(
      Act act, Inspection one, UUID caseFile, UUID grading, Map<String, List<String>> words) {
    CaseView view = cases.known(caseFile, one.frame().known());
    List<ReportFile> narratives = narratives(view, one);
    view.file().subjects().forEach(act::concerns);
    narratives.forEach(report -> act.concerns(report.id()));
    Citations citations = new Citations(view, narratives);
    for (Inspection.Criterion criterion : one.ofCases()) {
      int place = 0;
      for (String line : words.getOrDefault(criterion.id(), List.of())) {
        Grading.Passage passage =
            citations
                .find(criterion.id(), line)
                .orElseThrow(
                    () -> Inspections.invalid("Cite passages of the record word for word."));
        act.add(
            Tables.INSPECTION_PASSAGE,
            grading,
            criterion.id(),
            ++place,
            passage.record(),
            passage.source(),
            passage.start(),
            passage.end(),
            passage.quote());
      }
    }
  }

  /**
   * Corrects a grade that the caller gave; what was given before stays.
   *
   * @param caseFile null: the force
   * @param given what it is now, and what it rests on
   * @param why it is corrected
   */
  public void correct(
      Caller caller,
      UUID inspection,
      @Nullable UUID caseFile,
      String criterion,
      Given given,
      String why) {
    caller.require(Right.INSPECT);
    try {
      acts.changing(
          caller,
          "inspection.grade-corrected",
          act -> {
            requireOpen(caseFile);
            Inspection one = inspections.find(inspection);
            Grading own =
                one.partOf(caller.account(), act.at())
                    .flatMap(part -> store.grades(inspection).grading(caseFile, part))
                    .filter(grading -> grading.account().equals(caller.account()))
                    .orElseThrow(() ->
                        new Refused(
                            Refused.Code.NOT_ALLOWED,
                            "A grade is corrected by who gave it, while their time lasts."));
            if (!own.grades().containsKey(criterion) || !one.scale().allows(given.grade())) {
              throw Inspections.invalid("Choose the criterion and the grade from the lists.");
            }
            act.concerns(inspection);
            if (caseFile != null) {
              act.concerns(caseFile);
            }
            long before =
                own.corrections().stream()
                    .filter(each -> each.criterion().equals(criterion))
                    .count();
            act.add(
                Tables.INSPECTION_CORRECTION,
                own.id(),
                criterion,
                (int) before + 1,
                given.grade(),
                checked(given.reason()),
                checked(why),
                caller.account(),
                act.at());
          });
    } catch (DuplicateKeyException twice) {
      throw new Refused(Refused.Code.CONFLICT, "It was corrected meanwhile: look at it again.");
    }
  }

  /** Refers a case back at once: a child may be at continuing risk. */
  public void refer(Caller caller, UUID inspection, UUID caseFile, String reason) {
    caller.require(Right.INSPECT);
    acts.changing(
        caller,
        "inspection.case-referred-back",
        act -> {
          requireDrawn(inspections.find(inspection), caseFile);
          requireOpen(caseFile);
          act.concerns(inspection);
          act.concerns(caseFile);
          act.add(
              Tables.INSPECTION_REFERRAL,
              act.newId(),
              inspection,
              caseFile,
              checked(reason),
              caller.account(),
              act.at());
        });
  }

  /** Settles in the open what the parts graded differently. */
  public void resolve(
      Caller caller,
      UUID inspection,
      @Nullable UUID caseFile,
      String criterion,
      String grade,
      String reason) {
    caller.require(Right.INSPECT);
    acts.changing(
        caller,
        "inspection.disagreement-resolved",
        act -> {
          requireOpen(caseFile);
          Inspection one = inspections.find(inspection);
          Grades grades = store.grades(inspection);
          boolean open =
              one.parts().stream().allMatch(part -> grades.grading(caseFile, part).isPresent());
          if (!open) {
            throw new Refused(
                Refused.Code.CONFLICT, "Not every part has graded it: nothing is settled before.");
          }
          List<Inspection.Criterion> asked = caseFile == null ? one.ofTheForce() : one.ofCases();
          if (asked.stream().noneMatch(each -> each.id().equals(criterion))
              || !one.scale().allows(grade)) {
            throw Inspections.invalid("Choose the criterion and the grade from the lists.");
          }
          act.concerns(inspection);
          if (caseFile != null) {
            act.concerns(caseFile);
          }
          if (!grades.isApart(caseFile, criterion)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "The inspectors graded it alike: there is nothing to settle.");
          }
          int seq = grades.resolution(caseFile, criterion).map(Grading.Resolution::seq).orElse(0);
          act.add(
              Tables.INSPECTION_RESOLUTION,
              inspection,
              caseFile,
              criterion,
              seq + 1,
              grade,
              checked(reason),
              caller.account(),
              act.at());
        });
  }

  static String checked(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw Inspections.invalid("Give a reason of at most " + LONGEST + " characters.");
    }
    return text.strip();
  }

  private static void requireDrawn(Inspection one, UUID caseFile) {
    if (one.find(caseFile).isEmpty()) {
      throw notDrawn();
    }
  }

  private void requireOpen(@Nullable UUID caseFile) {
    if (caseFile != null && !store.isOpen(caseFile)) {
      throw new Refused(
          Refused.Code.NOT_ALLOWED, "The case is closed to you: nothing is written on it.");
    }
  }

  private static Refused notDrawn() {
    return new Refused(Refused.Code.NOT_FOUND, "The case was not drawn for this inspection.");
  }
}
