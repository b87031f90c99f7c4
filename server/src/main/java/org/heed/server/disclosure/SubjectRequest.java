package org.heed.server.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.rulebook.Limit;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's question what is held about them.
 *
 * @param limit how long the rulebook gives for an answer
 * @param says how they asked, and how it is known that it is them
 * @param decided what was last decided of each thing, by its key
 * @param steps from the first
 */
public record SubjectRequest(
    UUID id,
    UUID person,
    AccessLaw law,
    LocalDate receivedOn,
    Limit limit,
    String says,
    String by,
    Instant at,
    Map<String, Decided> decided,
    List<Happened> steps) {
  public SubjectRequest {
    decided = Map.copyOf(decided);
    steps = List.copyOf(steps);
  }

  /** What is given of something. */
  public enum Given implements Coded {
    NAMES_REDACTED("Give it, without the names of other people"),
    WHOLE("Give it whole"),
    WITHHELD("Keep it back");

    private final String title;

    Given(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * What was decided of something.
   *
   * @param exemption by which something of it is kept back
   * @param words further words that go, one a line
   */
  public record Decided(
      int seq,
      Given given,
      @Nullable Exemption exemption,
      @Nullable String words,
      String reason,
      String by,
      UUID account,
      Instant at) {
    /** What is given only. */
    @Override
    public String toString() {
      return "Decided[" + given + "]";
    }
  }

  /** What was done with a request. */
  public enum Step implements Coded {
    AGREED("A second person agreed"),
    RELEASED("Answered");

    private final String title;

    Step(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** What was done, and by whom. */
  public record Happened(
      int seq, Step step, @Nullable UUID paper, String says, String by, UUID account, Instant at) {
    /** The step only. */
    @Override
    public String toString() {
      return "Happened[" + step + "]";
    }
  }

  /** The last day to answer. */
  public LocalDate answerBy() {
    return limit.lastDay(receivedOn);
  }

  /** The answer, where there was one. */
  public Optional<Happened> released() {
    return steps.stream().filter(one -> one.step() == Step.RELEASED).findFirst();
  }

  /** Who agreed to what was last decided. */
  public Optional<Happened> agreed() {
    Instant last =
        decided.values().stream().map(Decided::at).max(Instant::compareTo).orElse(Instant.MIN);
    return steps.stream()
        .filter(one -> one.step() == Step.AGREED && !one.at().isBefore(last))
        .reduce((_, later) -> later);
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "SubjectRequest[" + id + "]";
  }
}
