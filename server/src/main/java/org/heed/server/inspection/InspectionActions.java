package org.heed.server.inspection;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sets what has to change after an inspection, and says what came of it. */
@Service
public class InspectionActions {
  private static final int LONGEST_LINE = 300;

  private final Acts acts;
  private final Inspections inspections;
  private final ActionStore store;
  private final InspectionStore all;
  private final GradingStore gradings;

  public InspectionActions(
      Acts acts,
      Inspections inspections,
      ActionStore store,
      InspectionStore all,
      GradingStore gradings) {
    this.all = all;
    this.gradings = gradings;
    this.acts = acts;
    this.inspections = inspections;
    this.store = store;
  }

  /**
   * What has to change after an inspection.
   *
   * @param actions by their day
   * @param rechecks later inspections that say, or can say, what came of one, the newest first
   * @param owners who can be named to answer for one
   */
  public record Listed(
      Inspection inspection,
      List<InspectionAction> actions,
      List<Recheck> rechecks,
      Map<UUID, String> owners) {
    public Listed {
      actions = List.copyOf(actions);
      rechecks = List.copyOf(rechecks);
    }
  }

  /** Those of an inspection, with the shares that re-checks found. */
  public Listed list(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.actions-read",
        "inspect",
        () -> {
          Inspection of = inspections.find(inspection);
          List<InspectionAction> actions = store.of(inspection);
          Set<UUID> said = new HashSet<>();
          for (InspectionAction one : actions) {
            one.states().stream()
                .flatMap(state -> Stream.ofNullable(state.recheck()))
                .forEach(said::add);
          }
          List<Recheck> rechecks =
              all.list().stream()
                  .filter(one -> one.at().isAfter(of.at()))
                  .map(this::recheck)
                  .filter(one -> said.contains(one.inspection().id()) || one.refuses(of).isEmpty())
                  .toList();
          Set<UUID> shown = new LinkedHashSet<>(List.of(inspection));
          rechecks.forEach(one -> shown.add(one.inspection().id()));
          return new Acts.Seen<>(new Listed(of, actions, rechecks, all.inspectors()), shown);
        });
  }

  /**
   * Open actions of every inspection.
   *
   * @param actions those whose day is over first, each by its day
   * @param titles of their inspections
   */
  public record Open(List<InspectionAction> actions, Map<UUID, String> titles, LocalDate today) {
    public Open {
      actions = List.copyOf(actions);
      titles = Map.copyOf(titles);
    }

    /** How many are late. */
    public long late() {
      return actions.stream().filter(one -> one.isLate(today)).count();
    }

    /** Those that somebody answers for. */
    public Open of(UUID account) {
      return new Open(
          actions.stream().filter(one -> account.equals(one.account())).toList(), titles, today);
    }
  }

  /** What is open still, over all inspections. */
  public Open open(Caller caller) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () ->
            new Open(
                store.all().stream().filter(InspectionAction::isOpen).toList(),
                all.titles(),
                LocalDate.ofInstant(acts.now(), Words.LONDON)));
  }

  private Recheck recheck(Inspection one) {
    return Recheck.of(one, gradings.grades(one.id()), gradings.leftOut(one.id()));
  }

  /**
   * Sets one.
   *
   * @param owner a post
   * @param account of who answers for it by name; null: the post alone
   */
  public void set(
      Caller caller,
      UUID inspection,
      InspectionAction.Kind kind,
      String says,
      String owner,
      @Nullable UUID account,
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
          if (account != null && !all.inspectors().containsKey(account)) {
            throw Inspections.invalid("Choose who answers for it from the list.");
          }
          act.add(
              Tables.INSPECTION_ACTION,
              act.newId(),
              inspection,
              kind.code(),
              Gradings.checked(says),
              owner.strip(),
              dueOn,
              caller.account(),
              act.at(),
              account);
        });
  }

  /**
   * Says what came of one. A re-check names a later sample that tells it.
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
          if (recheck != null) {
            recheck(inspections.find(recheck))
                .refuses(of, found)
                .ifPresent(why -> {
                  throw new Refused(Refused.Code.CONFLICT, why);
                });
            act.concerns(recheck);
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
