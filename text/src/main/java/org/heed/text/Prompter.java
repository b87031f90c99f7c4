package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Condition;
import org.heed.rulebook.PromptRule;

/** Says why a prompt rule holds: the findings that count for it and the facts that it asks. */
final class Prompter {
  private static final String[] FACTS =
      Arrays.stream(Condition.Fact.values())
          .map(fact -> "fact:" + fact.word())
          .toArray(String[]::new);

  private final PromptProgram.Run run;
  private final FindingList findings;
  private final Narrative facts;

  /** Findings by number, and facts by {@link #fact}, in the order in which the rule asks them. */
  private int[] because = new int[16];

  private int size;

  Prompter(PromptProgram.Run run, FindingList findings, Narrative facts) {
    this.run = run;
    this.findings = findings;
    this.facts = facts;
  }

  /** The reason that a rule which holds gives. */
  Reason reason(PromptRule rule, Why why) {
    size = 0;
    if (!holds(why)) {
      throw new IllegalStateException(rule.id() + " holds and has no reason");
    }
    return new Reason(rule.id(), rule.ask(), because(), rule.says());
  }

  /** Each once. */
  private List<String> because() {
    List<String> each = new ArrayList<>(size);
    long[] said = new long[(findings.size() + FACTS.length + 63) >> 6];
    for (int i = 0; i < size; i++) {
      int bit = because[i] + FACTS.length;
      if ((said[bit >> 6] >>> bit & 1) == 0) {
        said[bit >> 6] |= 1L << bit;
        each.add(because[i] < 0 ? FACTS[-1 - because[i]] : Readings.id(because[i]));
      }
    }
    return each;
  }

  /** What does not hold leaves {@link #because} as it was. */
  private boolean holds(Why why) {
    if (why.step() != Why.NO_STEP && !run.holds(why.step())) {
      return false;
    }
    int before = size;
    return switch (why) {
      case Why.All all -> {
        for (Why part : all.parts()) {
          if (!holds(part)) {
            yield forget(before);
          }
        }
        yield true;
      }
      case Why.AtLeastOf some -> {
        int met = 0;
        for (Why part : some.parts()) {
          met += holds(part) ? 1 : 0;
        }
        yield met >= some.number() || forget(before);
      }
      case Why.Not not -> {
        boolean holds = holds(not.part());
        forget(before);
        yield !holds;
      }
      case Why.AtLeast some ->
          note(some.family(), Condition.Strength.ANY) >= some.number() || forget(before);
      case Why.Has has -> note(has);
      case Why.Near near -> near(near);
      case Why.Fact fact -> PromptProgram.holds(fact.condition(), facts) && note(fact.condition());
    };
  }

  /** Notes a fact that came with the text. */
  private boolean note(Condition condition) {
    return switch (condition) {
      case Condition.Compare compare -> add(fact(compare.fact()));
      case Condition.In in -> add(fact(in.fact()));
      case Condition.IsUnknown _,
          Condition.All _,
          Condition.Any _,
          Condition.Not _,
          Condition.AtLeastOf _,
          Condition.AtLeast _,
          Condition.Has _,
          Condition.Near _ ->
          true;
    };
  }

  /** Notes all findings that count of what some bits stand for, in the rule's order of them. */
  private boolean note(Why.Has has) {
    long[] counting = findings.counting(has.strength());
    int some = 0;
    int only = 0;
    for (int i = 0; i < counting.length; i++) {
      long common = counting[i] & has.mask()[i];
      some += Long.bitCount(common);
      only = common == 0 ? only : Long.SIZE * i + Long.numberOfTrailingZeros(common);
    }
    if (some == 1) {
      note(only, has.strength());
    } else if (some > 1) {
      for (int bit : has.bits()) {
        note(bit, has.strength());
      }
    }
    return some > 0;
  }

  /** Notes all findings that count of what a bit stands for; of how many concepts they are. */
  private int note(int bit, Condition.Strength strength) {
    int before = size;
    int concepts = 0;
    for (int i = next(bit, strength, 0); i < findings.size(); i = next(bit, strength, i + 1)) {
      concepts += isOfAny(findings.concept(i), before) ? 0 : 1;
      add(i);
    }
    return concepts;
  }

  private boolean isOfAny(int concept, int from) {
    for (int i = from; i < size; i++) {
      if (findings.concept(because[i]) == concept) {
        return true;
      }
    }
    return false;
  }

  /** The first finding from one on that counts of what a bit stands for; their number if none. */
  private int next(int bit, Condition.Strength strength, int from) {
    if (!findings.has(bit, strength)) {
      return findings.size();
    }
    int i = from;
    while (i < findings.size() && !(findings.isOf(i, bit) && findings.counts(i, strength))) {
      i++;
    }
    return i;
  }

  private int next(int bit, int from) {
    return next(bit, Condition.Strength.ANY, from);
  }

  private boolean near(Why.Near near) {
    boolean holds = false;
    int from = next(near.other(), 0);
    for (int one = next(near.one(), 0); one < findings.size(); one = next(near.one(), one + 1)) {
      while (from < findings.size() && findings.isPassed(from, one, near.sentences())) {
        from = next(near.other(), from + 1);
      }
      int other = from == one ? next(near.other(), from + 1) : from;
      if (other < findings.size() && findings.areNear(one, other, near.sentences())) {
        holds |= add(one) && add(other);
      }
    }
    return holds;
  }

  @SuppressWarnings("EnumOrdinal")
  private static int fact(Condition.Fact fact) {
    return -1 - fact.ordinal();
  }

  private boolean add(int reason) {
    if (size == because.length) {
      because = Arrays.copyOf(because, 2 * size);
    }
    because[size++] = reason;
    return true;
  }

  private boolean forget(int before) {
    size = before;
    return false;
  }
}
