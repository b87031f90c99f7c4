package org.heed.text;

import java.util.Arrays;
import org.heed.rulebook.Condition;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Subject;

/**
 * The findings of one text by place, in flat arrays that are kept for the next, and which of them
 * count for prompts. What counts is a bit for each concept and, after those, one for each family.
 */
@SuppressWarnings("EnumOrdinal")
final class FindingList {
  /** Beside the kinds of cues, in the marks of a finding. */
  private static final int QUOTED = 1 << 30;

  private static final int SUPPOSED =
      ContextResolver.bit(CueKind.HYPOTHETICAL) | ContextResolver.bit(CueKind.GENERAL);
  private static final int UNREAL = SUPPOSED | ContextResolver.bit(CueKind.NEGATED);

  private final int concepts;
  private final int[] familyBit;
  private final boolean[] aboutChild;

  private int[] concept = new int[16];
  private int[] match = new int[16];
  private int[] marks = new int[16];
  private int[] strengths = new int[16];
  private int[] sentence = new int[16];
  private int[] paragraph = new int[16];
  private Subject[] subject = new Subject[16];

  /** Where the cues of a finding begin in {@link #cues}; those of the next close them. */
  private int[] cuesFrom = new int[17];

  private int[] cues = new int[16];
  private int size;

  private final long[][] counting;

  FindingList(Rulebook rulebook) {
    concepts = rulebook.concepts().size();
    familyBit = new int[concepts];
    aboutChild = new boolean[concepts];
    for (int i = 0; i < concepts; i++) {
      familyBit[i] = concepts + rulebook.concepts().get(i).family().ordinal();
      aboutChild[i] = rulebook.concepts().get(i).aboutChild();
    }
    counting = new long[Condition.Strength.values().length][PromptProgram.longs(concepts)];
  }

  void clear() {
    size = 0;
    for (long[] bits : counting) {
      Arrays.fill(bits, 0);
    }
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int concept(int i) {
    return concept[i];
  }

  /** The concept's match, by number. */
  int match(int i) {
    return match[i];
  }

  Subject subject(int i) {
    return subject[i];
  }

  boolean is(int i, CueKind kind) {
    return (marks[i] & ContextResolver.bit(kind)) != 0;
  }

  /** The kinds of what governs a finding, as bits. */
  int kinds(int i) {
    return marks[i] & ~QUOTED;
  }

  boolean isSupposed(int i) {
    return (marks[i] & SUPPOSED) != 0;
  }

  boolean isQuoted(int i) {
    return (marks[i] & QUOTED) != 0;
  }

  /** Where a finding's cues begin. */
  int cuesFrom(int i) {
    return cuesFrom[i];
  }

  /** After a finding's last cue. */
  int cuesTo(int i) {
    return cuesFrom[i + 1];
  }

  /** What governs, as {@link ContextResolver#governing} has it. */
  int cue(int at) {
    return cues[at];
  }

  /** Adds the finding that a match is, with the cues that were resolved last. */
  void add(
      MatchList of,
      int number,
      Words words,
      int kinds,
      ContextResolver governing,
      Subject about,
      boolean quoted) {
    if (size == concept.length) {
      grow();
    }
    int i = size++;
    concept[i] = of.owner(number);
    match[i] = number;
    marks[i] = kinds | (quoted ? QUOTED : 0);
    sentence[i] = words.sentenceNumber(of.first(number));
    paragraph[i] = words.paragraph(of.first(number));
    subject[i] = about;
    int to = cuesFrom[i] + governing.size();
    if (to > cues.length) {
      cues = Arrays.copyOf(cues, 2 * to);
    }
    for (int k = 0; k < governing.size(); k++) {
      cues[cuesFrom[i] + k] = governing.governing(k);
    }
    cuesFrom[i + 1] = to;
    strengths[i] = strengths(i);
    for (int left = strengths[i]; left != 0; left &= left - 1) {
      long[] bits = counting[Integer.numberOfTrailingZeros(left)];
      set(bits, concept[i]);
      set(bits, familyBit[concept[i]]);
    }
  }

  private static void set(long[] bits, int bit) {
    bits[bit >> 6] |= 1L << bit;
  }

  private void grow() {
    int more = 2 * size;
    concept = Arrays.copyOf(concept, more);
    match = Arrays.copyOf(match, more);
    marks = Arrays.copyOf(marks, more);
    strengths = Arrays.copyOf(strengths, more);
    sentence = Arrays.copyOf(sentence, more);
    paragraph = Arrays.copyOf(paragraph, more);
    subject = Arrays.copyOf(subject, more);
    cuesFrom = Arrays.copyOf(cuesFrom, more + 1);
  }

  /**
   * The strengths in which a finding counts, as bits: in all but one it is not denied, supposed or
   * about an adult where a child is meant.
   */
  private int strengths(int i) {
    boolean plain =
        (marks[i] & UNREAL) == 0 && !(aboutChild[concept[i]] && subject[i] == Subject.ADULT);
    int all = bit(Condition.Strength.WRITTEN);
    if (plain) {
      all |= bit(Condition.Strength.ANY);
      all |= is(i, CueKind.POSSIBLE) ? 0 : bit(Condition.Strength.CERTAIN);
      all |= is(i, CueKind.HISTORICAL) ? 0 : bit(Condition.Strength.RECENT);
      all |= is(i, CueKind.REPORTED) ? 0 : bit(Condition.Strength.FIRST_HAND);
    }
    return all;
  }

  private static int bit(Condition.Strength strength) {
    return 1 << strength.ordinal();
  }

  /** Whether a finding counts in a strength. */
  boolean counts(int i, Condition.Strength strength) {
    return (strengths[i] & bit(strength)) != 0;
  }

  /** How many of some concepts have a finding that counts. */
  int countOf(long[] ofConcepts, Condition.Strength strength) {
    long[] bits = counting(strength);
    int count = 0;
    for (int k = 0; k < bits.length; k++) {
      count += Long.bitCount(bits[k] & ofConcepts[k]);
    }
    return count;
  }

  /** Whether a finding is of one of some concepts. */
  boolean isOf(int i, long[] ofConcepts) {
    return (ofConcepts[concept[i] >> 6] >>> concept[i] & 1) != 0;
  }

  /** Whether a finding is of the concept or family that this bit stands for. */
  boolean isOf(int i, int bit) {
    return concept[i] == bit || familyBit[concept[i]] == bit;
  }

  /** What counts in a strength, as bits. */
  long[] counting(Condition.Strength strength) {
    return counting[strength.ordinal()];
  }

  /** Whether anything counts of the concept or family that a bit stands for. */
  boolean has(int bit, Condition.Strength strength) {
    return (counting(strength)[bit >> 6] >>> bit & 1) != 0;
  }

  /** The concept's place among the bits, or the family's. */
  int concepts() {
    return concepts;
  }

  /**
   * Whether something that counts of what one bit stands for is near something else of the other's:
   * the last of each before is nearest, so that one walk tells.
   */
  boolean anyNear(int one, int other, int sentences) {
    int lastOne = -1;
    int lastOther = -1;
    for (int i = 0; i < size; i++) {
      if (counts(i, Condition.Strength.ANY)) {
        boolean isOne = isOf(i, one);
        boolean isOther = isOf(i, other);
        if ((isOne && lastOther >= 0 && areNear(lastOther, i, sentences))
            || (isOther && lastOne >= 0 && areNear(lastOne, i, sentences))) {
          return true;
        }
        lastOne = isOne ? i : lastOne;
        lastOther = isOther ? i : lastOther;
      }
    }
    return false;
  }

  /**
   * Whether something that counts of some concepts stands in a paragraph in which nothing that
   * counts is of others.
   */
  boolean anyApart(long[] these, long[] others) {
    int end;
    for (int i = 0; i < size; i = end) {
      end = paragraphEnd(i);
      if (anyIn(i, end, these) && !anyIn(i, end, others)) {
        return true;
      }
    }
    return false;
  }

  /** After the last finding of a finding's paragraph. */
  int paragraphEnd(int finding) {
    int i = finding;
    while (i < size && paragraph[i] == paragraph[finding]) {
      i++;
    }
    return i;
  }

  /** Whether one of these findings counts and is of one of some concepts. */
  boolean anyIn(int from, int to, long[] ofConcepts) {
    for (int i = from; i < to; i++) {
      if (isOf(i, ofConcepts) && counts(i, Condition.Strength.ANY)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two findings stand in one paragraph and at most so many sentences apart. */
  boolean areNear(int one, int other, int sentences) {
    return paragraph[one] == paragraph[other]
        && Math.abs(sentence[one] - sentence[other]) <= sentences;
  }

  /** Whether a finding stands too far before another to be near it or any later one. */
  boolean isPassed(int i, int one, int sentences) {
    return paragraph[i] < paragraph[one] || sentence[i] < sentence[one] - sentences;
  }
}
