package org.heed.server.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sets what has to change after an inspection, and says what came of it. */
@Service
public class InspectionActions {
  private static final int LONGEST_LINE = 300;

  private final Acts acts;
  private final Inspections inspections;
  private final ActionStore store;

  public InspectionActions(Acts acts, Inspections inspections, ActionStore store) {
    this.acts = acts;
    this.inspections = inspections;
    this.store = store;
  }

  /** Those of an inspection, by their day. */
  public List<InspectionAction> list(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, () -> store.of(inspection));
  }

  /** Sets one. */
  public void set(
      Caller caller,
      UUID inspection,
      InspectionAction.Kind kind,
      String says,
      String owner,
      LocalDate dueOn) {
    caller.require(Right.INSPECT);
    if (owner.isBlank() || owner.length() > LONGEST_LINE) {
      throw Inspections.invalid("Say who answers for it.");
    }
    acts.changing(
        caller,
        "inspection.action-set",
        act -> {
          act.concerns(inspections.find(inspection).id());
          act.add(
              Tables.INSPECTION_ACTION,
              act.newId(),
              inspection,
              kind.code(),
              Gradings.checked(says),
              owner.strip(),
              dueOn,
              caller.account(),
              act.at());
        });
  }

  /**
   * Says what came of one. A re-check names an inspection drawn after the one that set it.
   *
   * @param recheck null: evidence alone
   */
  public void say(
      Caller caller,
      UUID inspection,
      UUID action,
      InspectionAction.Act what,
      String says,
      @Nullable UUID recheck) {
    caller.require(Right.INSPECT);
    acts.changing(
        caller,
        "inspection.action-" + what.code(),
        act -> {
          Inspection of = inspections.find(inspection);
          InspectionAction found =
              store.of(inspection).stream()
                  .filter(one -> one.id().equals(action))
                  .findFirst()
                  .orElseThrow(Inspections::none);
          if ((what == InspectionAction.Act.EVIDENCE) != (recheck == null)) {
            throw Inspections.invalid("A re-check names its inspection; evidence names none.");
          }
          if (recheck != null && !inspections.find(recheck).at().isAfter(of.at())) {
            throw new Refused(
                Refused.Code.CONFLICT, "A re-check is a sample drawn after this inspection.");
          }
          act.concerns(inspection);
          act.add(
              Tables.INSPECTION_ACTION_STATE,
              action,
              found.states().size() + 1,
              what.code(),
              Gradings.checked(says),
              recheck,
              caller.account(),
              act.at());
        });
  }
}
