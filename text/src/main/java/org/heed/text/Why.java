package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Condition;

/**
 * A condition as {@link Prompter} goes through it to say why it holds: as it is written, but with
 * each concept and family as its bit, and with the {@linkplain PromptProgram step} that told
 * whether it holds.
 */
sealed interface Why {
  /** A condition of which no step tells by itself, because it is one bit of a mask. */
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

  /** Findings of so many concepts of a family. */
  record AtLeast(int step, int number, int family) implements Why {}

  /**
   * Findings of any of some concepts and families.
   *
   * @param mask the same bits as a mask, to see at a glance which of them count
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Has(int step, int[] bits, long[] mask, Condition.Strength strength) implements Why {}

  /** Findings of one near findings of the other. */
  record Near(int step, int one, int other, int sentences) implements Why {}

  /** A fact that came with the text; one that did not come is no reason. */
  record Fact(int step, Condition condition) implements Why {}

  /** A rule's condition, whose steps are known. */
  static Why of(Condition condition, PromptProgram program) {
    int step = program.step(condition);
    return switch (condition) {
      case Condition.All all -> new All(step, of(all.parts(), program));
      case Condition.Any any -> new AtLeastOf(step, 1, joined(of(any.parts(), program), program));
      case Condition.AtLeastOf some ->
          new AtLeastOf(step, some.number(), of(some.parts(), program));
      case Condition.Not not -> new Not(step, of(not.part(), program));
      case Condition.AtLeast some ->
          new AtLeast(step, some.number(), program.bit(new Condition.Term.OfFamily(some.family())));
      case Condition.Has has -> has(step, has.strength(), program, program.bit(has.term()));
      case Condition.Near near ->
          new Near(step, program.bit(near.one()), program.bit(near.other()), near.sentences());
      case Condition.Compare _, Condition.In _, Condition.IsUnknown _ -> new Fact(step, condition);
    };
  }

  private static Has has(
      int step, Condition.Strength strength, PromptProgram program, int... bits) {
    return new Has(step, bits, program.mask(bits), strength);
  }

  private static List<Why> of(List<Condition> conditions, PromptProgram program) {
    return conditions.stream().map(condition -> of(condition, program)).toList();
  }

  /** Alternatives with those that stand beside each other and ask alike made one. */
  private static List<Why> joined(List<Why> parts, PromptProgram program) {
    List<Why> joined = new ArrayList<>();
    for (Why part : parts) {
      if (!joined.isEmpty()
          && part instanceof Has more
          && joined.getLast() instanceof Has has
          && more.strength() == has.strength()) {
        int[] bits = Arrays.copyOf(has.bits(), has.bits().length + 1);
        bits[bits.length - 1] = more.bits()[0];
        joined.set(joined.size() - 1, has(NO_STEP, has.strength(), program, bits));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
