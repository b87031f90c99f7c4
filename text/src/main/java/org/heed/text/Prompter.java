package org.heed.text;

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

  /** A bit for each finding that is a reason, and after those one for each fact. */
  private long[] because;

  /** By step, the reasons of what it tells of, once they are known: rules share most of it. */
  private final long[][] known;

  Prompter(PromptProgram.Run run, FindingList findings, Narrative facts) {
    this.run = run;
    this.findings = findings;
    this.facts = facts;
    because = new long[(findings.size() + FACTS.length + 63) >> 6];
    known = new long[run.steps()][];
  }

  /** The reason that a rule which holds gives. */
  Reason reason(PromptRule rule, Why why) {
    if (!holds(why)) {
      throw new IllegalStateException(rule.id() + " holds and has no reason");
    }
    Arrays.fill(because, 0);
    note(why);
    return new Reason(rule.id(), rule.ask(), because(), rule.says());
  }

  /** Findings by place, then facts. */
  private List<String> because() {
    int size = 0;
    for (long bits : because) {
      size += Long.bitCount(bits);
    }
    String[] each = new String[size];
    int at = 0;
    for (int k = 0; k < because.length; k++) {
      for (long left = because[k]; left != 0; left &= left - 1) {
        int bit = Long.SIZE * k + Long.numberOfTrailingZeros(left);
        each[at++] = bit < findings.size() ? Readings.id(bit) : FACTS[bit - findings.size()];
      }
    }
    return List.of(each);
  }

  private boolean holds(Why why) {
    if (why.step() != Why.NO_STEP) {
      return run.holds(why.step());
    }
    return switch (why) {
      case Why.All all -> all.parts().stream().allMatch(this::holds);
      case Why.AtLeastOf some ->
          some.parts().stream().filter(this::holds).limit(some.number()).count() == some.number();
      case Why.Not not -> !holds(not.part());
      case Why.Found found ->
          findings.countOf(found.concepts(), found.strength()) >= found.number();
      case Why.Near near -> findings.anyNear(near.one(), near.other(), near.sentences());
      case Why.Apart apart -> findings.anyApart(apart.these(), apart.others());
      case Why.Fact fact -> PromptProgram.holds(fact.condition(), facts);
    };
  }

  /** Notes the reasons of what holds. */
  private void note(Why why) {
    switch (why) {
      case Why.All all -> note(all.step(), all.parts());
      case Why.AtLeastOf some -> note(some.step(), some.parts());
      case Why.Found found -> note(found);
      case Why.Near near -> note(near);
      case Why.Apart apart -> note(apart);
      case Why.Fact fact -> note(fact.condition());
      case Why.Not _ -> {}
    }
  }

  /** Notes the reasons of those of some parts that hold. */
  private void note(int step, List<Why> parts) {
    if (step == Why.NO_STEP) {
      parts.forEach(this::noteIfHolds);
      return;
    }
    if (known[step] == null) {
      long[] before = because;
      because = new long[before.length];
      parts.forEach(this::noteIfHolds);
      known[step] = because;
      because = before;
    }
    for (int k = 0; k < because.length; k++) {
      because[k] |= known[step][k];
    }
  }

  private void noteIfHolds(Why part) {
    if (holds(part)) {
      note(part);
    }
  }

  private void note(Why.Found found) {
    note(found.concepts(), found.strength(), 0, findings.size());
  }

  private void note(long[] concepts, Condition.Strength strength, int from, int to) {
    for (int i = from; i < to; i++) {
      if (findings.isOf(i, concepts) && findings.counts(i, strength)) {
        add(i);
      }
    }
  }

  private void note(Why.Near near) {
    int from = next(near.other(), 0);
    for (int one = next(near.one(), 0); one < findings.size(); one = next(near.one(), one + 1)) {
      while (from < findings.size() && findings.isPassed(from, one, near.sentences())) {
        from = next(near.other(), from + 1);
      }
      int other = from == one ? next(near.other(), from + 1) : from;
      if (other < findings.size() && findings.areNear(one, other, near.sentences())) {
        add(one);
        add(other);
      }
    }
  }

  private void note(Why.Apart apart) {
    int end;
    for (int i = 0; i < findings.size(); i = end) {
      end = findings.paragraphEnd(i);
      if (!findings.anyIn(i, end, apart.others())) {
        note(apart.these(), Condition.Strength.ANY, i, end);
      }
    }
  }

  /** The first finding from one on that counts of what a bit stands for; their number if none. */
  private int next(int bit, int from) {
    int i = from;
    while (i < findings.size()
        && !(findings.isOf(i, bit) && findings.counts(i, Condition.Strength.ANY))) {
      i++;
    }
    return i;
  }

  /** Notes a fact that came with the text. */
  private void note(Condition condition) {
    switch (condition) {
      case Condition.Compare compare -> add(compare.fact());
      case Condition.In in -> add(in.fact());
      case Condition.IsUnknown _,
          Condition.All _,
          Condition.Any _,
          Condition.Not _,
          Condition.AtLeastOf _,
          Condition.AtLeast _,
          Condition.Has _,
          Condition.Near _,
          Condition.Apart _ -> {}
    }
  }

  @SuppressWarnings("EnumOrdinal")
  private void add(Condition.Fact fact) {
    add(findings.size() + fact.ordinal());
  }

  private void add(int bit) {
    because[bit >> 6] |= 1L << bit;
  }
}
