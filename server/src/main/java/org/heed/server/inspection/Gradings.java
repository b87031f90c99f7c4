package org.heed.server.inspection;

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
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Grades what was drawn, refers back what cannot wait, and settles disagreements. Each case opens
 * as it was known when the sample was drawn; each look at one is an entry of the ledger.
 */
@Service
public class Gradings {
  private static final int LONGEST = 10_000;

  private final Acts acts;
  private final Inspections inspections;
  private final GradingStore store;
  private final ReferredBackStore referrals;
  private final CaseViews cases;

  public Gradings(
      Acts acts,
      Inspections inspections,
      GradingStore store,
      ReferredBackStore referrals,
      CaseViews cases) {
    this.acts = acts;
    this.inspections = inspections;
    this.store = store;
    this.referrals = referrals;
    this.cases = cases;
  }

  /**
   * A case drawn, with the grades that are open to whoever looks.
   *
   * @param part in which the asker grades, if in any
   */
  public record Opened(
      Inspection inspection,
      Inspection.Drawn drawn,
      CaseView view,
      Grades grades,
      List<ReferredBack> referrals,
      Optional<Part> part) {
    public Opened {
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
          Opened opened =
              new Opened(
                  one,
                  drawn,
                  view,
                  store.grades(inspection),
                  referrals.of(inspection, caseFile),
                  partOf(caller, one));
          return new Acts.Seen<>(opened.blindFor(caller.account()), shown);
        });
  }

  private Optional<Part> partOf(Caller caller, Inspection one) {
    return one.partOf(caller.account(), acts.now());
  }

  /** What is graded and by whom, without how. */
  public record Progress(Inspection inspection, Set<GradingStore.Done> done, Optional<Part> mine) {
    public Progress {
      done = Set.copyOf(done);
    }

    /** How many cases a part has graded. */
    public long graded(Part part) {
      return done.stream().filter(one -> one.caseFile() != null && one.part() == part).count();
    }

    /** Whether a part has graded a case; null: the force. */
    public boolean isGraded(@Nullable UUID caseFile, Part part) {
      return done.contains(new GradingStore.Done(caseFile, part));
    }

    /** The first case that the asker has still to grade. */
    public Optional<Inspection.Drawn> next() {
      return mine.flatMap(part ->
          inspection.cases().stream().filter(one -> !isGraded(one.caseFile(), part)).findFirst());
    }
  }

  /** How many cases the caller has still to grade, in all inspections. */
  public long waiting(Caller caller) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, () -> store.waiting(caller.account()));
  }

  /** How far an inspection is. */
  public Progress progress(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          Inspection one = inspections.find(inspection);
          return new Progress(one, store.done(inspection), partOf(caller, one));
        });
  }

  /** The grades of the force that are open to the caller. */
  public Grades ofTheForce(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          Grades all = store.grades(inspection);
          return new Grades(
              all.gradings().stream().filter(one -> one.caseFile() == null).toList(),
              all.resolutions().stream().filter(one -> one.caseFile() == null).toList());
        });
  }

  /**
   * Grades a case, or the force, by every criterion at once.
   *
   * @param caseFile null: the force
   */
  public void grade(
      Caller caller, UUID inspection, @Nullable UUID caseFile, Map<String, Given> grades) {
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
          });
    } catch (DuplicateKeyException twice) {
      throw new Refused(Refused.Code.CONFLICT, "This is graded in your part already.");
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

  private static Refused notDrawn() {
    return new Refused(Refused.Code.NOT_FOUND, "The case was not drawn for this inspection.");
  }
}
