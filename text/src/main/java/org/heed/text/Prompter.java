package org.heed.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    for (PromptRule rule : rules) {
      Set<String> because = new LinkedHashSet<>();
      if (holds(rule.when(), because)) {
        reasons.add(new Reason(rule.id(), rule.ask(), List.copyOf(because), rule.says()));
      }
    }
    return reasons;
  }

  private boolean holds(Condition condition, Set<String> because) {
    return switch (condition) {
      case Condition.All all -> {
        Set<String> parts = new LinkedHashSet<>();
        boolean holds = all.parts().stream().allMatch(p -> holds(p, parts));
        yield holds && note(because, parts);
      }
      case Condition.Any any -> {
        boolean holds = false;
        for (Condition part : any.parts()) {
          holds |= holds(part, because);
        }
        yield holds;
      }
      case Condition.Not not -> !holds(not.part(), new LinkedHashSet<>());
      case Condition.AtLeastOf some -> {
        Set<String> parts = new LinkedHashSet<>();
        long true_ = some.parts().stream().filter(p -> holds(p, parts)).count();
        yield true_ >= some.number() && note(because, parts);
      }
      case Condition.AtLeast some -> {
        List<Counted.Placed> found =
            counted.of(new Condition.Term.OfFamily(some.family()), Condition.Strength.ANY);
        long different = found.stream().map(p -> p.finding().concept()).distinct().count();
        yield different >= some.number() && note(because, ids(found));
      }
      case Condition.Has has -> {
        List<Counted.Placed> found = counted.of(has.term(), has.strength());
        yield !found.isEmpty() && note(because, ids(found));
      }
      case Condition.Near near -> near(near, because);
      case Condition.Compare compare ->
          facts.victimAge().isPresent()
              && compare.comparison().holds(facts.victimAge().getAsInt(), compare.value())
              && note(because, Set.of("fact:" + compare.fact().word()));
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
        yield in.values().contains(value) && note(because, Set.of("fact:" + in.fact().word()));
      }
    };
  }

  private boolean near(Condition.Near near, Set<String> because) {
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

  private static boolean note(Set<String> because, Set<String> more) {
    because.addAll(more);
    return true;
  }

  private static Set<String> ids(List<Counted.Placed> found) {
    return found.stream()
        .map(p -> p.finding().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
