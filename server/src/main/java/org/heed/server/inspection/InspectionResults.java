package org.heed.server.inspection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.figures.sampling.Frame;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.springframework.stereotype.Service;

/** Reads what came of inspections: one look, with every case that it names. */
@Service
public class InspectionResults {
  /** Cases of a frame that are held against standards; of a larger one, those drawn alone. */
  private static final int MOST = 10_000;

  private final Acts acts;
  private final Inspections inspections;
  private final GradingStore gradings;
  private final ReferredBackStore referrals;
  private final FrameEvidence evidence;
  private final ActionStore actions;

  public InspectionResults(
      Acts acts,
      Inspections inspections,
      GradingStore gradings,
      ReferredBackStore referrals,
      FrameEvidence evidence,
      ActionStore actions) {
    this.actions = actions;
    this.acts = acts;
    this.inspections = inspections;
    this.gradings = gradings;
    this.referrals = referrals;
    this.evidence = evidence;
  }

  /** What an inspection shows, as far as it is graded. */
  public InspectionResult read(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.result-read",
        "inspect",
        () -> {
          Worked worked = work(caller, id);
          return new Acts.Seen<>(worked.result(), worked.shown());
        });
  }

  /**
   * An inspection in one archive, pseudonymised and with checksums, of what is open to the caller.
   */
  public byte[] pack(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.pack-taken",
        "inspect",
        () -> {
          Worked worked = work(caller, id);
          Inspection one = worked.result().inspection();
          return new Acts.Seen<>(
              new InspectionPack(
                      worked.result(),
                      worked.grades(),
                      inspections.frame(one),
                      worked.held(),
                      actions.of(id),
                      evidence.rulebook())
                  .zip(),
              worked.shown());
        });
  }

  private record Worked(InspectionResult result, Grades grades, Map<UUID, CaseEvidence> held) {
    Set<UUID> shown() {
      Set<UUID> shown = new LinkedHashSet<>(List.of(result.inspection().id()));
      result.inspection().cases().forEach(drawn -> shown.add(drawn.caseFile()));
      return shown;
    }
  }

  private Worked work(Caller caller, UUID id) {
    Inspection one = inspections.find(id);
    Grades grades = gradings.grades(id);
    Map<UUID, CaseEvidence> held = evidence.of(caller, ids(one), one.frame().known());
    return new Worked(
        InspectionResult.of(
            one,
            grades,
            Population.of(one, grades, one.population(), held),
            referrals.of(id).size(),
            gradings.restricted(id),
            gradings.leftOut(id)),
        grades,
        held);
  }

  private List<UUID> ids(Inspection one) {
    if (one.population() > MOST) {
      return one.cases().stream().map(Inspection.Drawn::caseFile).toList();
    }
    return inspections.frame(one).units().stream()
        .map(Frame.Unit::id)
        .map(UUID::fromString)
        .toList();
  }
}
