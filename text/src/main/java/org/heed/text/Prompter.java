package org.heed.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heed.rulebook.Ask;
import org.heed.rulebook.Condition;
import org.heed.rulebook.PromptRule;

/** Evaluates prompt rules over what counts in a reading and the facts that came with the text. */
final class Prompter {
  private final Counted counted;
  private final Narrative facts;

  Prompter(Counted counted, Narrative facts) {
    this.counted = counted;
    this.facts = facts;
  }

  static Optional<Ask> strongest(List<Reason> reasons) {
    return reasons.stream().map(Reason::ask).min(Ask::compareTo);
  }

  /** The rules that hold, each with what made it true. */
  List<Reason> reasons(List<PromptRule> rules) {
    List<Reason> reasons = new ArrayList<>();
    List<String> because = new ArrayList<>();
    for (PromptRule rule : rules) {
      because.clear();
      if (holds(rule.when(), because)) {
        List<String> once = List.copyOf(new LinkedHashSet<>(because));
        reasons.add(new Reason(rule.id(), rule.ask(), once, rule.says()));
      }
    }
    return reasons;
  }

  /** What does not hold leaves {@code because} as it was. */
  private boolean holds(Condition condition, List<String> because) {
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
        List<Counted.Placed> found =
            counted.of(new Condition.Term.OfFamily(some.family()), Condition.Strength.ANY);
        yield different(found) >= some.number() && note(because, found);
      }
      case Condition.Has has -> {
        List<Counted.Placed> found = counted.of(has.term(), has.strength());
        yield !found.isEmpty() && note(because, found);
      }
      case Condition.Near near -> near(near, because);
      case Condition.Compare compare ->
          facts.victimAge().isPresent()
              && compare.comparison().holds(facts.victimAge().getAsInt(), compare.value())
              && because.add("fact:" + compare.fact().word());
      case Condition.IsUnknown unknown ->
          switch (unknown.fact()) {
            case VICTIM_AGE -> facts.victimAge().isEmpty();
            case OFFENCE -> facts.offence().isEmpty();
          };
      case Condition.In in -> {
        String value =
            switch (in.fact()) {
              case OFFENCE -> facts.offence().orElse("");
              case VICTIM_AGE ->
                  facts.victimAge().isPresent() ? String.valueOf(facts.victimAge().getAsInt()) : "";
            };
        yield in.values().contains(value) && because.add("fact:" + in.fact().word());
      }
    };
  }

  private boolean near(Condition.Near near, List<String> because) {
    List<Counted.Placed> others = counted.of(near.other(), Condition.Strength.ANY);
    boolean holds = false;
    for (Counted.Placed one : counted.of(near.one(), Condition.Strength.ANY)) {
      for (Counted.Placed other : others) {
        if (!one.finding().id().equals(other.finding().id())
            && one.paragraph() == other.paragraph()
            && Math.abs(one.sentence() - other.sentence()) <= near.sentences()) {
          because.add(one.finding().id());
          because.add(other.finding().id());
          holds = true;
          break;
        }
      }
    }
    return holds;
  }

  private static boolean note(List<String> because, List<Counted.Placed> found) {
    for (Counted.Placed placed : found) {
      because.add(placed.finding().id());
    }
    return true;
  }

  private static boolean forget(List<String> because, int before) {
    because.subList(before, because.size()).clear();
    return false;
  }

  private static int different(List<Counted.Placed> found) {
    Set<String> concepts = new HashSet<>();
    for (Counted.Placed placed : found) {
      concepts.add(placed.finding().concept());
    }
    return concepts.size();
  }
}
