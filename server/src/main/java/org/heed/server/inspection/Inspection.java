package org.heed.server.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.sampling.Draw;
import org.heed.figures.sampling.Frame;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as it was drawn: everything that the draw can be repeated and the grades be read
 * by, whatever the rulebook says since.
 *
 * @param criteria the set of criteria that it grades by
 * @param rulebook which rulebook these stood in
 * @param frameHash of the frame drawn from
 * @param seed empty for a list that was brought
 * @param origin where a list that was brought is from and how it was chosen; null: Heed drew it
 */
public record Inspection(
    UUID id,
    String title,
    String criteria,
    String rulebook,
    Scale scale,
    FrameQuestion frame,
    String frameHash,
    String seed,
    Set<Part> parts,
    UUID by,
    Instant at,
    @Nullable String origin,
    List<Criterion> graded,
    List<Stratum> strata,
    List<Drawn> cases,
    List<Grader> graders) {
  /** What a case is graded by as a whole. */
  public static final String OVERALL = "overall";

  public Inspection {
    parts = Set.copyOf(parts);
    graded = List.copyOf(graded);
    strata = List.copyOf(strata);
    cases = List.copyOf(cases);
    graders = List.copyOf(graders);
  }

  /**
   * What is graded.
   *
   * @param ofTheForce whether once in an inspection, not for each case
   * @param standards whose clocks are evidence for it
   */
  public record Criterion(
      String id, String title, String says, boolean ofTheForce, Set<String> standards) {
    public Criterion {
      standards = Set.copyOf(standards);
    }
  }

  /** So many of a part of the frame were drawn. */
  public record Stratum(String name, int population, int drawn) {}

  /** A case that was drawn, in the order drawn. */
  public record Drawn(UUID caseFile, String stratum, int place) {}

  /** Who grades in a part, until when, as they were named last. */
  public record Grader(Part part, UUID account, String name, Instant until) {}

  /** What each case is graded by, overall last. */
  public List<Criterion> ofCases() {
    List<Criterion> all = new java.util.ArrayList<>();
    graded.stream().filter(one -> !one.ofTheForce()).forEach(all::add);
    all.add(
        new Criterion(
            OVERALL, "Overall", "How well the child was protected, all in all.", false, Set.of()));
    return all;
  }

  /** What is graded once. */
  public List<Criterion> ofTheForce() {
    return graded.stream().filter(Criterion::ofTheForce).toList();
  }

  /** How many cases the frame has. */
  public int population() {
    return strata.stream().mapToInt(Stratum::population).sum();
  }

  /** Whether the cases were chosen elsewhere: nothing follows from them for the frame. */
  public boolean isBrought() {
    return origin != null;
  }

  /** The cases as units of their frame. */
  List<Frame.Unit> units() {
    return cases.stream()
        .map(one -> new Frame.Unit(one.caseFile().toString(), one.stratum()))
        .toList();
  }

  /** The draw's record. */
  public Draw draw() {
    TreeMap<String, Integer> sizes = new TreeMap<>();
    strata.forEach(one -> sizes.put(one.name(), one.drawn()));
    return new Draw(frameHash, seed, sizes);
  }

  /** A case drawn, with its place. */
  public Optional<Drawn> find(UUID caseFile) {
    return cases.stream().filter(one -> one.caseFile().equals(caseFile)).findFirst();
  }

  /** As whom an account was named last, if it was. */
  public Optional<Grader> grader(UUID account) {
    return graders.stream().filter(one -> one.account().equals(account)).findFirst();
  }

  /** In which part an account grades at a moment, if in any. */
  public Optional<Part> partOf(@Nullable UUID account, Instant now) {
    return graders.stream()
        .filter(one -> one.account().equals(account) && one.until().isAfter(now))
        .map(Grader::part)
        .findFirst();
  }

  /** The title and the numbers alone. */
  @Override
  public String toString() {
    return "Inspection[" + id + ", " + cases.size() + " of " + population() + "]";
  }
}
