package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.rulebook.Ask;
import org.heed.rulebook.Concept;
import org.heed.rulebook.Condition;
import org.heed.rulebook.Family;
import org.heed.rulebook.PromptRule;
import org.heed.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of all prompt rules as one list of steps, each worked out at most once for a text
 * and only where something hangs on it: what several rules ask is one step, and a choice of
 * concepts is a mask over the bits that count. It only decides; {@link Prompter} says why.
 */
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
final class PromptProgram {
  static final Condition.Strength[] STRENGTHS = Condition.Strength.values();

  /** One step; it asks others as far as it needs them. */
  private sealed interface Step {
    boolean holds(Run run);
  }

  /** What holds in one text after another. */
  final class Run {
    private static final byte UNKNOWN = 0;
    private static final byte NO = 1;
    private static final byte YES = 2;

    private final FindingList findings;
    private final byte[] known = new byte[steps.length];

    /** A bit for each rule that holds. */
    private final long[] holding = new long[always.length];

    private Narrative facts = Narrative.of("", "");

    private Run(FindingList findings) {
      this.findings = findings;
    }

    /**
     * Works the rules out for the findings as they are now and a text's facts: those for which
     * nothing is found that they need do not hold.
     */
    void set(Narrative narrative) {
      facts = narrative;
      Arrays.fill(known, UNKNOWN);
      System.arraycopy(always, 0, holding, 0, holding.length);
      for (int i = 0; i < findings.size(); i++) {
        long[] wakened = wakes[findings.concept(i)];
        for (int k = 0; k < holding.length; k++) {
          holding[k] |= wakened[k];
        }
      }
      for (int k = 0; k < holding.length; k++) {
        for (long left = holding[k]; left != 0; left &= left - 1) {
          int rule = Long.SIZE * k + Long.numberOfTrailingZeros(left);
          holding[k] &= holds(rules[rule]) ? -1 : ~(left & -left);
        }
      }
    }

    /** Whether what a step stands for holds. */
    boolean holds(int step) {
      if (known[step] == UNKNOWN) {
        known[step] = steps[step].holds(this) ? YES : NO;
      }
      return known[step] == YES;
    }

    /** How many steps there are. */
    int steps() {
      return known.length;
    }

    /** Whether a rule holds. */
    boolean rule(int rule) {
      return (holding[rule >> 6] >>> rule & 1) != 0;
    }

    /** The strongest thing asked by the rules that hold. */
    Optional<Ask> ask() {
      @Nullable Ask strongest = null;
      for (int k = 0; k < holding.length; k++) {
        for (long left = holding[k]; left != 0; left &= left - 1) {
          Ask ask = asks[Long.SIZE * k + Long.numberOfTrailingZeros(left)];
          strongest = strongest == null || ask.compareTo(strongest) < 0 ? ask : strongest;
        }
      }
      return Optional.ofNullable(strongest);
    }
  }

  private record Has(Condition.Strength strength, long[] mask) implements Step {
    @Override
    public boolean holds(Run run) {
      long[] bits = run.findings.counting(strength);
      long common = 0;
      for (int i = 0; i < mask.length; i++) {
        common |= bits[i] & mask[i];
      }
      return common != 0;
    }
  }

  private record AtLeastOf(int number, int[] of) implements Step {
    @Override
    public boolean holds(Run run) {
      int wanted = number;
      for (int i = 0; wanted > 0 && i <= of.length - wanted; i++) {
        wanted -= run.holds(of[i]) ? 1 : 0;
      }
      return wanted <= 0;
    }
  }

  private record Not(int of) implements Step {
    @Override
    public boolean holds(Run run) {
      return !run.holds(of);
    }
  }

  private record Families(int number, long[] mask) implements Step {
    @Override
    public boolean holds(Run run) {
      long[] bits = run.findings.counting(Condition.Strength.ANY);
      int common = 0;
      for (int i = 0; i < mask.length; i++) {
        common += Long.bitCount(bits[i] & mask[i]);
      }
      return common >= number;
    }
  }

  private record Near(int one, int other, int sentences) implements Step {
    @Override
    public boolean holds(Run run) {
      return run.findings.has(one, Condition.Strength.ANY)
          && run.findings.has(other, Condition.Strength.ANY)
          && run.findings.anyNear(one, other, sentences);
    }
  }

  private record Apart(long[] these, long[] others) implements Step {
    @Override
    public boolean holds(Run run) {
      return run.findings.anyApart(these, others);
    }
  }

  private record Fact(Condition condition) implements Step {
    @Override
    public boolean holds(Run run) {
      return PromptProgram.holds(condition, run.facts);
    }
  }

  private final int concepts;
  private final Map<String, Integer> bits = new HashMap<>();
  private final Map<Condition, Integer> known = new HashMap<>();
  private final List<Step> made = new ArrayList<>();
  private final Step[] steps;
  private final int[] rules;
  private final Ask[] asks;
  private final List<Why> whys;

  /** By concept, a bit for each rule that may hold where it is found. */
  private final long[][] wakes;

  /** A bit for each rule that may hold where nothing is found. */
  private final long[] always;

  private final long[][] familyMasks;

  PromptProgram(Rulebook rulebook) {
    concepts = rulebook.concepts().size();
    familyMasks = new long[Family.values().length][longs(concepts)];
    for (int i = 0; i < concepts; i++) {
      Concept concept = rulebook.concepts().get(i);
      bits.put(concept.id(), i);
      set(familyMasks[concept.family().ordinal()], i);
    }
    List<PromptRule> all = rulebook.prompts().rules();
    rules = new int[all.size()];
    asks = new Ask[all.size()];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = put(all.get(i).when());
      asks[i] = all.get(i).ask();
    }
    steps = made.toArray(Step[]::new);
    whys = all.stream().map(rule -> Why.of(rule.when(), this)).toList();
    always = new long[(rules.length + 63) >> 6];
    wakes = new long[concepts][always.length];
    for (int rule = 0; rule < rules.length; rule++) {
      Optional<BitSet> needed = needs(all.get(rule).when());
      int number = rule;
      needed.ifPresentOrElse(
          found -> found.stream().forEach(concept -> set(wakes[concept], number)),
          () -> set(always, number));
    }
  }

  /** The concepts of which one must be found for a condition to hold; empty if none need be. */
  private Optional<BitSet> needs(Condition condition) {
    return switch (condition) {
      case Condition.All all ->
          all.parts().stream()
              .map(this::needs)
              .flatMap(Optional::stream)
              .min(Comparator.comparingInt(BitSet::cardinality));
      case Condition.Any any -> anyOf(any.parts());
      case Condition.AtLeastOf some -> some.number() > 0 ? anyOf(some.parts()) : Optional.empty();
      case Condition.AtLeast some ->
          some.number() > 0
              ? Optional.of(BitSet.valueOf(familyMasks[some.family().ordinal()]))
              : Optional.empty();
      case Condition.Has has -> Optional.of(BitSet.valueOf(concepts(has.term())));
      case Condition.Near near -> Optional.of(BitSet.valueOf(concepts(near.one())));
      case Condition.Apart apart -> Optional.of(BitSet.valueOf(concepts(apart.these())));
      case Condition.Not _, Condition.Compare _, Condition.IsUnknown _, Condition.In _ ->
          Optional.empty();
    };
  }

  private Optional<BitSet> anyOf(List<Condition> parts) {
    BitSet any = new BitSet(concepts);
    for (Condition part : parts) {
      Optional<BitSet> needed = needs(part);
      if (needed.isEmpty()) {
        return Optional.empty();
      }
      needed.ifPresent(any::or);
    }
    return Optional.of(any);
  }

  /** A bit for each concept that a term stands for. */
  long[] concepts(Condition.Term term) {
    return switch (term) {
      case Condition.Term.OfConcept _ -> {
        long[] mask = new long[longs(concepts)];
        set(mask, bit(term));
        yield mask;
      }
      case Condition.Term.OfFamily of -> familyMasks[of.family().ordinal()].clone();
    };
  }

  /** A bit for each concept that one of some terms stands for. */
  long[] concepts(List<Condition.Term> terms) {
    long[] any = new long[longs(concepts)];
    for (Condition.Term term : terms) {
      long[] mask = concepts(term);
      for (int i = 0; i < any.length; i++) {
        any[i] |= mask[i];
      }
    }
    return any;
  }

  /** How many numbers hold a bit for each concept and family. */
  static int longs(int concepts) {
    return (concepts + Family.values().length + 63) >> 6;
  }

  /** A rule's condition, to say why it holds. */
  Why why(int rule) {
    return whys.get(rule);
  }

  private static void set(long[] mask, int bit) {
    mask[bit >> 6] |= 1L << bit;
  }

  /** The bit that stands for a concept or a family. */
  int bit(Condition.Term term) {
    return switch (term) {
      case Condition.Term.OfConcept of -> {
        Integer bit = bits.get(of.concept());
        if (bit == null) {
          throw new IllegalArgumentException("no concept " + of.concept());
        }
        yield bit;
      }
      case Condition.Term.OfFamily of -> concepts + of.family().ordinal();
    };
  }

  /** The step that tells of a condition; {@link Why#NO_STEP} if none does by itself. */
  int step(Condition condition) {
    return known.getOrDefault(condition, Why.NO_STEP);
  }

  private int put(Condition condition) {
    Integer number = known.get(condition);
    if (number == null) {
      Step step = make(condition);
      number = made.size();
      made.add(step);
      known.put(condition, number);
    }
    return number;
  }

  private Step make(Condition condition) {
    return switch (condition) {
      case Condition.All all -> new AtLeastOf(all.parts().size(), steps(all.parts()));
      case Condition.Any any -> any(any);
      case Condition.Not not -> new Not(put(not.part()));
      case Condition.AtLeastOf some -> new AtLeastOf(some.number(), steps(some.parts()));
      case Condition.AtLeast some ->
          new Families(some.number(), familyMasks[some.family().ordinal()]);
      case Condition.Has has -> new Has(has.strength(), mask(List.of(has)));
      case Condition.Near near -> new Near(bit(near.one()), bit(near.other()), near.sentences());
      case Condition.Apart apart -> new Apart(concepts(apart.these()), concepts(apart.others()));
      case Condition.Compare _, Condition.IsUnknown _, Condition.In _ -> new Fact(condition);
    };
  }

  private int[] steps(List<Condition> parts) {
    return parts.stream().mapToInt(this::put).toArray();
  }

  private long[] mask(List<Condition.Has> terms) {
    long[] mask = new long[longs(concepts)];
    terms.forEach(has -> set(mask, bit(has.term())));
    return mask;
  }

  /** What is asked of concepts in one strength becomes one mask. */
  private Step any(Condition.Any any) {
    List<Condition> parts = new ArrayList<>();
    flatten(any, parts);
    Map<Condition.Strength, List<Condition.Has>> masks = new HashMap<>();
    List<Integer> of = new ArrayList<>();
    for (Condition part : parts) {
      if (part instanceof Condition.Has has) {
        masks.computeIfAbsent(has.strength(), _ -> new ArrayList<>()).add(has);
      } else {
        of.add(put(part));
      }
    }
    for (Condition.Strength strength : STRENGTHS) {
      if (masks.containsKey(strength)) {
        Has mask = new Has(strength, mask(masks.getOrDefault(strength, List.of())));
        if (of.isEmpty() && masks.size() == 1) {
          return mask;
        }
        of.add(made.size());
        made.add(mask);
      }
    }
    return new AtLeastOf(1, of.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void flatten(Condition.Any any, List<Condition> parts) {
    for (Condition part : any.parts()) {
      if (part instanceof Condition.Any inner) {
        flatten(inner, parts);
      } else {
        parts.add(part);
      }
    }
  }

  /** Where it can be worked out of findings. */
  Run over(FindingList findings) {
    return new Run(findings);
  }

  /** Whether a condition on the facts that came with a text holds. */
  static boolean holds(Condition condition, Narrative facts) {
    return switch (condition) {
      case Condition.Compare compare ->
          facts.victimAge().isPresent()
              && compare.comparison().holds(facts.victimAge().getAsInt(), compare.value());
      case Condition.IsUnknown unknown ->
          switch (unknown.fact()) {
            case VICTIM_AGE -> facts.victimAge().isEmpty();
            case OFFENCE -> facts.offence().isEmpty();
          };
      case Condition.In in ->
          in.values()
              .contains(
                  switch (in.fact()) {
                    case OFFENCE -> facts.offence().orElse("");
                    case VICTIM_AGE ->
                        facts.victimAge().isPresent()
                            ? String.valueOf(facts.victimAge().getAsInt())
                            : "";
                  });
      case Condition.All _,
          Condition.Any _,
          Condition.Not _,
          Condition.AtLeastOf _,
          Condition.AtLeast _,
          Condition.Has _,
          Condition.Near _,
          Condition.Apart _ ->
          throw new IllegalArgumentException("not of facts");
    };
  }

  @Override
  public String toString() {
    return "PromptProgram[" + rules.length + " rules, " + Arrays.toString(rules) + "]";
  }
}
