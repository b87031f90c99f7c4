package org.heed.server.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.review.FlagDecision.Answer;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.springframework.stereotype.Service;

/** Decides flags: always a person, always with a reason, never overwriting the decision before. */
@Service
public class Flags {
  /** The flag that is decided. */
  public static final String CSE = "CSE";

  private static final Set<String> STATES = Set.of("present", "absent", "not-known");
  private static final Set<String> ROUTES =
      Set.of("officer", "quality-assurance", "prompt", "random-review");
  private static final int LONGEST_REASON = 10_000;

  private final Acts acts;
  private final FlagStore store;
  private final ReviewDraws draws;
  private final RulebookInForce rulebook;

  public Flags(Acts acts, FlagStore store, ReviewDraws draws, RulebookInForce rulebook) {
    this.acts = acts;
    this.store = store;
    this.draws = draws;
    this.rulebook = rulebook;
  }

  /** Records a decision. */
  public void decide(Caller caller, FlagDecision decision) {
    caller.require(Right.REVIEW);
    check(decision);
    acts.changing(caller, "flag.decided", act -> add(act, decision));
  }

  /** Adds the decision to an act that is open. */
  public void add(Act act, FlagDecision decision) {
    FlagStore.Before before = store.before(decision.report());
    add(act, decision, before.seq() + 1, before.version());
  }

  /** Adds the decision as the report's {@code seq}-th, for history that is replayed. */
  public void add(Act act, FlagDecision decision, int seq, int version) {
    act.concerns(decision.report());
    Instant decidedAt = decision.decidedAt() == null ? act.at() : decision.decidedAt();
    act.add(
        Tables.FLAG,
        decision.report(),
        decision.crime(),
        seq,
        CSE,
        decision.answer().code(),
        json(decision.elements()),
        decision.instead(),
        "cse " + rulebook.name(),
        decision.route(),
        decision.reason(),
        decidedAt.truncatedTo(ChronoUnit.MICROS),
        decision.reviewOn());
    boolean byChance = decision.route().equals("random-review");
    if (decision.answer() == Answer.YES && !byChance) {
      draws.flagged(act, decision.report(), version);
    }
  }

  /** A report's decisions, newest first, as known. Only inside {@link Acts}. */
  public List<DecidedFlag> list(UUID report, KnownAt known) {
    return store.list(report, known);
  }

  private static void check(FlagDecision decision) {
    if (decision.reason().isBlank()) {
      throw invalid("Give a reason for the decision.");
    }
    if (decision.reason().length() > LONGEST_REASON) {
      throw invalid("The reason is longer than " + LONGEST_REASON + " characters.");
    }
    if (!ROUTES.contains(decision.route())) {
      throw invalid("route is one of officer, quality-assurance, prompt, random-review");
    }
    if (!decision.elements().keySet().stream().allMatch(name -> name.matches("[a-z0-9-]{1,60}"))) {
      throw invalid("An element is named by its code in the definition.");
    }
    if (!STATES.containsAll(decision.elements().values())) {
      throw invalid("Each element is present, absent or not-known.");
    }
    if (decision.answer() == Answer.NO && decision.instead() == null) {
      throw invalid("Say what it is instead: a no never ends safeguarding.");
    }
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }

  /** Elements and states are codes of a fixed alphabet, so no escaping is needed. */
  private static String json(Map<String, String> elements) {
    StringBuilder text = new StringBuilder("{");
    elements.forEach((element, state) -> {
      if (!element.matches("[a-z0-9-]+")) {
        throw invalid("An element is named by its code.");
      }
      text.append(text.length() == 1 ? "" : ",")
          .append('"')
          .append(element)
          .append("\":\"")
          .append(state)
          .append('"');
    });
    return text.append('}').toString();
  }
}
