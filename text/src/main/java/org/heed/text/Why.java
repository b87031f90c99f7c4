package org.heed.text;

import java.util.ArrayList;
import java.util.List;
import org.heed.rulebook.Condition;

/**
 * A condition as {@link Prompter} goes through it to say why it holds: as it is written, but with
 * concepts and families as masks, and with the {@linkplain PromptProgram step} that told whether it
 * holds.
 */
sealed interface Why {
  /** A condition of which no step tells by itself, because it is part of a mask. */
  int NO_STEP = -1;

  /** Which step tells whether it holds; {@link #NO_STEP} if none. */
  int step();

  /** All of several. */
  record All(int step, List<Why> parts) implements Why {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** As many of several as are wanted, of which all that hold are reasons. */
  record AtLeastOf(int step, int number, List<Why> parts) implements Why {
    public AtLeastOf {
      parts = List.copyOf(parts);
    }
  }

  /** What must not hold, and is no reason. */
  record Not(int step, Why part) implements Why {}

  /**
   * Findings of so many concepts among some.
   *
   * @param concepts a bit for each of them; a family is its concepts
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(int step, int number, long[] concepts, Condition.Strength strength) implements Why {
    private boolean joins(Found other) {
      return number == 1 && other.number == 1 && strength == other.strength;
    }

    private Found or(Found other) {
      long[] either = concepts.clone();
      for (int i = 0; i < either.length; i++) {
        either[i] |= other.concepts[i];
      }
      return new Found(NO_STEP, 1, either, strength);
    }
  }

  /** Findings of one near findings of the other. */
  record Near(int step, int one, int other, int sentences) implements Why {}

  /** Findings of some concepts in paragraphs without findings of the others. */
  @SuppressWarnings("ArrayRecordComponent")
  record Apart(int step, long[] these, long[] others) implements Why {}

  /** A fact that came with the text; one that did not come is no reason. */
  record Fact(int step, Condition condition) implements Why {}

  /** A rule's condition, whose steps are known. */
  static Why of(Condition condition, PromptProgram program) {
    int step = program.step(condition);
    return switch (condition) {
      case Condition.All all -> new All(step, of(all.parts(), program));
      case Condition.Any any -> new AtLeastOf(step, 1, joined(of(any.parts(), program)));
      case Condition.AtLeastOf some ->
          new AtLeastOf(step, some.number(), of(some.parts(), program));
      case Condition.Not not -> new Not(step, of(not.part(), program));
      case Condition.AtLeast some ->
          new Found(
              step,
              some.number(),
              program.concepts(new Condition.Term.OfFamily(some.family())),
              Condition.Strength.ANY);
      case Condition.Has has -> new Found(step, 1, program.concepts(has.term()), has.strength());
      case Condition.Near near ->
          new Near(step, program.bit(near.one()), program.bit(near.other()), near.sentences());
      case Condition.Apart apart ->
          new Apart(step, program.concepts(apart.these()), program.concepts(apart.others()));
      case Condition.Compare _, Condition.In _, Condition.IsUnknown _ -> new Fact(step, condition);
    };
  }

  private static List<Why> of(List<Condition> conditions, PromptProgram program) {
    return conditions.stream().map(condition -> of(condition, program)).toList();
  }

  /** Alternatives with those that stand beside each other and ask alike made one. */
  private static List<Why> joined(List<Why> parts) {
    List<Why> joined = new ArrayList<>();
    for (Why part : parts) {
      if (part instanceof Found more
          && !joined.isEmpty()
          && joined.getLast() instanceof Found found
          && found.joins(more)) {
        joined.set(joined.size() - 1, found.or(more));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
