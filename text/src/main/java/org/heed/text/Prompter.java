package org.heed.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.heed.rulebook.Condition;
import org.heed.rulebook.PromptRule;

/** Says why a prompt rule holds: the findings that count for it and the facts that it asks. */
final class Prompter {
  private final PromptProgram program;
  private final PromptProgram.Run run;
  private final FindingList findings;
  private final Narrative facts;

  Prompter(PromptProgram program, PromptProgram.Run run, FindingList findings, Narrative facts) {
    this.program = program;
    this.run = run;
    this.findings = findings;
    this.facts = facts;
  }

  /** The reason that a rule gives, if it holds. */
  Reason reason(PromptRule rule) {
    List<String> because = new ArrayList<>();
    if (!holds(rule.when(), because)) {
      throw new IllegalStateException(rule.id() + " holds and has no reason");
    }
    return new Reason(
        rule.id(), rule.ask(), List.copyOf(new LinkedHashSet<>(because)), rule.says());
  }

  /** What does not hold leaves {@code because} as it was. */
  private boolean holds(Condition condition, List<String> because) {
    if (run.fails(condition)) {
      return false;
    }
    int before = because.size();
    return switch (condition) {
      case Condition.All all -> {
        for (Condition part : all.parts()) {
          if (!holds(part, because)) {
            yield forget(because, before);
          }
        }
        yield true;
      }
      case Condition.Any any -> {
        boolean holds = false;
        for (Condition part : any.parts()) {
          holds |= holds(part, because);
        }
        yield holds;
      }
      case Condition.Not not -> {
        boolean holds = holds(not.part(), because);
        forget(because, before);
        yield !holds;
      }
      case Condition.AtLeastOf some -> {
        int met = 0;
        for (Condition part : some.parts()) {
          met += holds(part, because) ? 1 : 0;
        }
        yield met >= some.number() || forget(because, before);
      }
      case Condition.AtLeast some -> {
        List<Integer> found =
            counting(
                program.bit(new Condition.Term.OfFamily(some.family())), Condition.Strength.ANY);
        long concepts = found.stream().map(findings::concept).distinct().count();
        yield concepts >= some.number() && note(because, found);
      }
      case Condition.Has has -> {
        List<Integer> found = counting(program.bit(has.term()), has.strength());
        yield !found.isEmpty() && note(because, found);
      }
      case Condition.Near near -> near(near, because);
      case Condition.Compare compare ->
          PromptProgram.holds(compare, facts) && because.add("fact:" + compare.fact().word());
      case Condition.IsUnknown unknown -> PromptProgram.holds(unknown, facts);
      case Condition.In in ->
          PromptProgram.holds(in, facts) && because.add("fact:" + in.fact().word());
    };
  }

  private List<Integer> counting(int bit, Condition.Strength strength) {
    if (!findings.has(bit, strength)) {
      return List.of();
    }
    List<Integer> counting = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (findings.isOf(i, bit) && findings.counts(i, strength)) {
        counting.add(i);
      }
    }
    return counting;
  }

  private boolean near(Condition.Near near, List<String> because) {
    boolean holds = false;
    List<Integer> others = counting(program.bit(near.other()), Condition.Strength.ANY);
    int from = 0;
    for (int one : counting(program.bit(near.one()), Condition.Strength.ANY)) {
      while (from < others.size() && findings.isPassed(others.get(from), one, near.sentences())) {
        from++;
      }
      int at = from < others.size() && others.get(from) == one ? from + 1 : from;
      if (at < others.size() && findings.areNear(one, others.get(at), near.sentences())) {
        note(because, List.of(one, others.get(at)));
        holds = true;
      }
    }
    return holds;
  }

  private static boolean note(List<String> because, List<Integer> found) {
    for (int finding : found) {
      because.add(Readings.id(finding));
    }
    return true;
  }

  private static boolean forget(List<String> because, int before) {
    because.subList(before, because.size()).clear();
    return false;
  }
}
