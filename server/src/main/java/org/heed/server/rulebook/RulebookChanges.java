package org.heed.server.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.IdSource;
import org.heed.server.store.Tables;
import org.heed.text.Narrative;
import org.heed.text.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * How the rulebook changes: an exploitation lead proposes, the crime registrar assures, and two
 * people adopt. What is adopted is read by at once, or from the day its date in force has come.
 */
@Service
public class RulebookChanges {
  private final Acts acts;
  private final RulebookChangeStore store;
  private final RulebookInForce inForce;
  private final Clock clock;
  private final IdSource ids;
  private final Adoption adoption;
  private final RulebookWorkshop workshop = new RulebookWorkshop();
  private @Nullable Base base;

  RulebookChanges(
      Acts acts, RulebookChangeStore store, Adoption adoption, Clock clock, IdSource ids) {
    this.acts = acts;
    this.store = store;
    this.adoption = adoption;
    this.inForce = adoption.inForce();
    this.clock = clock;
    this.ids = ids;
  }

  /** The rulebook in force with its texts, as they were when it came into force here. */
  private record Base(String name, RulebookFiles texts, Rulebook rulebook) {}

  private synchronized Base base() {
    RulebookInForce now = inForce.now();
    Base known = base;
    if (known == null || !known.name().equals(now.name())) {
      try {
        RulebookFiles texts = new RulebookFiles(new TreeMap<>(RulebookLoader.files(now.folder())));
        known = new Base(now.name(), texts, RulebookLoader.parse(texts.texts()));
        base = known;
      } catch (IOException e) {
        throw new UncheckedIOException("the rulebook in force cannot be read", e);
      } catch (RulebookException e) {
        throw new IllegalStateException("the rulebook in force has mistakes", e);
      }
    }
    return known;
  }

  /** The texts of the rulebook in force. */
  public RulebookFiles texts() {
    return base().texts();
  }

  /** What the rulebook would be with these texts in place of its own. */
  public Checked check(Caller caller, Map<String, String> changed) {
    caller.require(Right.PROPOSE);
    Base before = base();
    return workshop.check(before.rulebook(), before.texts().with(changed));
  }

  /** What is read in a sample, and the rulebook that would read it so. */
  public record Sample(Reading reading, Rulebook by) {}

  /**
   * Reads a sample by the rulebook as it would be. Nothing of it is kept.
   *
   * @param mistakes told where there are any; then there is no reading
   */
  public Optional<Sample> read(
      Caller caller, Map<String, String> changed, String sample, Consumer<Problem> mistakes) {
    caller.require(Right.PROPOSE);
    return switch (workshop.make(texts().with(changed))) {
      case RulebookWorkshop.Unsound unsound -> {
        unsound.problems().forEach(mistakes);
        yield Optional.empty();
      }
      case RulebookWorkshop.Sound sound ->
          Optional.of(
              new Sample(sound.reader().explain(Narrative.of("sample", sample)), sound.rulebook()));
    };
  }

  /**
   * Puts a changed rulebook before the registrar.
   *
   * @throws Refused where it has mistakes, an example of it fails, or nothing differs
   */
  public UUID propose(Caller caller, Map<String, String> changed, String title, String why) {
    caller.require(Right.PROPOSE);
    Base before = base();
    RulebookFiles files = before.texts().with(changed);
    Checked checked = workshop.check(before.rulebook(), files);
    Rulebook after = checked.rulebook();
    if (after == null || !checked.isSound()) {
      throw new Refused(Refused.Code.INVALID, unsound(checked));
    }
    if (after.id().version().equals(before.rulebook().id().version())) {
      throw new Refused(
          Refused.Code.INVALID,
          "Give it a version and a date in force of its own in rulebook.yaml: version "
              + after.id().version()
              + " is in force.");
    }
    return acts.change(
        caller,
        "rulebook.proposed",
        act -> {
          UUID id = ids.next();
          act.concerns(id);
          act.add(
              Tables.RULEBOOK_CHANGE,
              id,
              before.name(),
              after.id().toString(),
              after.inForce(),
              title,
              why,
              files.zip(),
              caller.account(),
              clock.instant().truncatedTo(ChronoUnit.MICROS));
          return id;
        });
  }

  private static String unsound(Checked checked) {
    if (!checked.problems().isEmpty()) {
      return "It has mistakes. " + checked.problems().getFirst();
    }
    return checked.failures().isEmpty()
        ? "Nothing differs from the rulebook in force."
        : "An example does not come out. " + checked.failures().getFirst();
  }

  /** Everything proposed, newest first. */
  public List<RulebookChange> list(Caller caller) {
    return acts.plain(caller, store::list);
  }

  /**
   * One proposal.
   *
   * @throws Refused where there is none
   */
  public RulebookChange get(Caller caller, UUID id) {
    return acts.plain(caller, () -> known(id));
  }

  private RulebookChange known(UUID id) {
    return store
        .find(id)
        .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no such proposal."));
  }

  /** The rulebook as proposed, in one archive. */
  public byte[] archive(Caller caller, UUID id) {
    return acts.plain(
        caller,
        () ->
            store
                .files(id)
                .orElseThrow(
                    () -> new Refused(Refused.Code.NOT_FOUND, "There is no such proposal.")));
  }

  /** What it changes in the rulebook in force, and whether its examples come out. */
  public Checked checked(Caller caller, UUID id) {
    return workshop.check(base().rulebook(), RulebookFiles.unzip(archive(caller, id)));
  }

  /** Whether the caller may say this to it now. */
  public static boolean may(Caller caller, RulebookChange change, RulebookChange.Step step) {
    if (change.is(RulebookChange.Step.DECLINED) || change.isAdopted()) {
      return false;
    }
    return switch (step) {
      case ASSURED, DECLINED ->
          caller.may(Right.REGISTER)
              && !change.is(RulebookChange.Step.ASSURED)
              && !change.proposer().equals(caller.account());
      case ADOPTED ->
          (caller.may(Right.REGISTER) || caller.may(Right.PROPOSE))
              && change.is(RulebookChange.Step.ASSURED)
              && !change.decidedBy(RulebookChange.Step.ADOPTED, caller.account());
    };
  }

  /**
   * Assures, declines or adopts a proposal.
   *
   * @throws Refused where the caller may not, or no longer
   */
  public void decide(Caller caller, UUID id, RulebookChange.Step step, String reason) {
    acts.changing(
        caller,
        "rulebook." + step.code(),
        act -> {
          RulebookChange change = known(id);
          if (!may(caller, change, step)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "This proposal cannot be "
                    + step.code()
                    + " by you now. Whoever proposed it does not assure it, and adoption takes two"
                    + " people after the registrar has assured it.");
          }
          act.concerns(id);
          act.add(
              Tables.RULEBOOK_DECISION,
              id,
              step.code(),
              reason,
              caller.account(),
              clock.instant().truncatedTo(ChronoUnit.MICROS));
        });
    if (step == RulebookChange.Step.ADOPTED) {
      adoption.attempt();
    }
  }

  /** Whether a proposal is what is read by now. */
  public boolean isInForce(RulebookChange change) {
    return change.rulebook().equals(inForce.name());
  }

  /** Whether another rulebook has come into force since a proposal was written. */
  public boolean isOvertaken(RulebookChange change) {
    return !isInForce(change) && !change.base().equals(inForce.name());
  }
}
