package org.heed.server.inspection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.figures.sampling.Frame;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.CaseClock;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.Acts;
import org.springframework.stereotype.Service;

/** Reads what came of inspections: one look, with every case that it names. */
@Service
public class InspectionResults {
  /** Cases of a frame that are held against standards; of a larger one, those drawn alone. */
  private static final int MOST = 2_000;

  private final Acts acts;
  private final Inspections inspections;
  private final FrameStore frames;
  private final GradingStore gradings;
  private final ReferredBackStore referrals;
  private final CaseViews cases;

  public InspectionResults(
      Acts acts,
      Inspections inspections,
      FrameStore frames,
      GradingStore gradings,
      ReferredBackStore referrals,
      CaseViews cases) {
    this.acts = acts;
    this.inspections = inspections;
    this.frames = frames;
    this.gradings = gradings;
    this.referrals = referrals;
    this.cases = cases;
  }

  /** What an inspection shows, as far as it is graded. */
  public InspectionResult read(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.result-read",
        "inspect",
        () -> {
          Inspection one = inspections.find(id);
          Grades grades = gradings.grades(id);
          List<UUID> ids = ids(one);
          Map<UUID, List<CaseClock>> clocks = cases.clocks(ids, one.frame().known());
          InspectionResult result =
              InspectionResult.of(
                  one,
                  grades,
                  Population.of(one, grades, one.population(), clocks),
                  referrals.of(id).size());
          Set<UUID> shown = new LinkedHashSet<>(List.of(id));
          one.cases().forEach(drawn -> shown.add(drawn.caseFile()));
          return new Acts.Seen<>(result, shown);
        });
  }

  private List<UUID> ids(Inspection one) {
    if (one.population() > MOST) {
      return one.cases().stream().map(Inspection.Drawn::caseFile).toList();
    }
    return frames.frame(one.frame()).units().stream()
        .map(Frame.Unit::id)
        .map(UUID::fromString)
        .toList();
  }
}
