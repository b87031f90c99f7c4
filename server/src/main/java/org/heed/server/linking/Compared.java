package org.heed.server.linking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.linkage.decision.Decision;
import org.heed.linkage.decision.Verdict;
import org.heed.server.person.Identities;
import org.heed.server.person.KnownPerson;
import org.jspecify.annotations.Nullable;

/**
 * Two people of the record side by side, or a mention and a person whom it may mean: what speaks
 * for their being one, what speaks against, and what would follow.
 *
 * @param saidOne the words compared on the one side
 * @param saidOther those on the other
 * @param reportOne whose words they are; null where they are the person's own
 * @param why the weights
 * @param pairs how many ways of naming the two were compared, of which these fit best
 * @param conflicts what does not fit, in words
 * @param together everybody who would be one person, in words
 * @param decisions on the two so far, in order
 * @param areOne whether decisions in force say that they are one
 * @param report whose mention the one is; null where both are people
 * @param noLonger decisions that others are one which would not hold any more, by what is decided
 * @param again those that would hold again if nothing were decided on these
 */
public record Compared(
    KnownPerson one,
    KnownPerson other,
    Spoken saidOne,
    Spoken saidOther,
    @Nullable String reportOne,
    @Nullable String reportOther,
    Explanation why,
    String model,
    int pairs,
    List<String> conflicts,
    List<String> together,
    List<Made> decisions,
    boolean areOne,
    @Nullable UUID report,
    Map<Verdict, List<Identities.Waiting>> noLonger,
    List<Identities.Waiting> again) {

  /** A decision and who made it. */
  public record Made(Decision decision, String by) {}

  public Compared {
    conflicts = List.copyOf(conflicts);
    together = List.copyOf(together);
    decisions = List.copyOf(decisions);
    noLonger = Map.copyOf(noLonger);
    again = List.copyOf(again);
  }

  /** Whether somebody decided that they are one and decisions on others speak against it. */
  public boolean isOverridden() {
    return !areOne
        && !decisions.isEmpty()
        && decisions.getLast().decision().verdict() == Verdict.SAME;
  }

  /** Decisions that others are one which would not hold any more if these are not. */
  public List<Identities.Waiting> comingApart() {
    return noLonger.values().stream().flatMap(List::stream).distinct().toList();
  }

  /** The identifiers of the two. */
  List<UUID> both() {
    return List.of(one.id(), other.id());
  }

  /** The identifiers only; the rest is personal. */
  @Override
  public String toString() {
    return "Compared[" + one.id() + ", " + other.id() + "]";
  }
}
