package org.heed.text;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.heed.rulebook.Subject;

/**
 * Decides whom a match is about: the nearest person named before it in its sentence who is neither
 * the object of a preposition nor telling it of somebody else; failing that nobody in particular,
 * if only such are named, or else whom the narrative is about. Kept for one text after another.
 */
final class SubjectResolver {
  private static final int FARTHEST = 25;
  private static final ShortWords PREPOSITIONS =
      ShortWords.of("with", "by", "to", "from", "of", "for", "at", "near", "about");
  private static final ShortWords SUBORDINATORS = ShortWords.of("that", "whether", "if", "how");
  private static final ShortWords PRONOUNS =
      ShortWords.of(
          "she", "he", "her", "his", "him", "she's", "he's", "she'd", "he'd", "shes", "hes");
  private static final ShortWords DETERMINERS =
      ShortWords.of("the", "a", "an", "his", "her", "their", "another", "unknown");

  private final Subject[] kinds;
  private final Words words;

  /** People named, by place. */
  private final MatchList people;

  private OptionalInt victimAge = OptionalInt.empty();

  /** Paragraphs that name a child, by their first word, in order. */
  private int[] childParagraphs = new int[8];

  private int paragraphs;

  SubjectResolver(List<Subject> kinds, Words words, MatchList people) {
    this.kinds = kinds.toArray(Subject[]::new);
    this.words = words;
    this.people = people;
  }

  /** By subject words, whether they name nobody in particular. */
  static boolean[] nobody(List<Subject> kinds) {
    boolean[] nobody = new boolean[kinds.size()];
    for (int i = 0; i < nobody.length; i++) {
      nobody[i] = kinds.get(i) == Subject.UNKNOWN;
    }
    return nobody;
  }

  /** Takes up another text, in which people are already found. */
  void set(OptionalInt ageOfVictim) {
    victimAge = ageOfVictim;
    paragraphs = 0;
    for (int person = 0; person < people.size(); person++) {
      int paragraph = words.paragraph(people.first(person));
      boolean known = paragraphs > 0 && childParagraphs[paragraphs - 1] == paragraph;
      if (kinds[people.owner(person)] == Subject.CHILD && !known) {
        if (paragraphs == childParagraphs.length) {
          childParagraphs = Arrays.copyOf(childParagraphs, 2 * paragraphs);
        }
        childParagraphs[paragraphs++] = paragraph;
      }
    }
  }

  /**
   * Whom the words from one to before another are about.
   *
   * @param general whether they are talk in general, about nobody in particular
   */
  Subject of(int first, int end, boolean general) {
    if (general) {
      return Subject.UNKNOWN;
    }
    int named = namedBefore(first);
    Subject before = named < 0 ? Subject.UNKNOWN : kinds[people.owner(named)];
    if (before == Subject.CHILD || before == Subject.OTHER_CHILD) {
      return before;
    }
    boolean anybody = named >= 0 && before == Subject.UNKNOWN;
    for (int i = people.before(first); i < people.size() && people.first(i) <= end + 1; i++) {
      Subject kind = kinds[people.owner(i)];
      if (kind == Subject.UNKNOWN) {
        anybody = true;
      } else if (named < 0 && kind == Subject.OTHER_CHILD && suffers(people.first(i), end)) {
        return kind;
      }
    }
    if (anybody && !namesChild(words.paragraph(first)) && !mentionsOne(first)) {
      return Subject.UNKNOWN;
    }
    return before == Subject.ADULT ? before : ofNarrative(words.paragraph(first));
  }

  /** The person whom the sentence tells of before a word; -1 if there is none. */
  private int namedBefore(int first) {
    int from = Math.max(words.sentence(first), first - FARTHEST);
    int clause = words.clause(first);
    for (int i = people.before(first) - 1; i >= 0 && people.first(i) >= from; i--) {
      if (people.end(i) <= first
          && people.first(i) >= clause
          && !isObject(people.first(i))
          && !speaks(i, first)) {
        return i;
      }
    }
    return -1;
  }

  /** “gran is adamant that …”: who tells it of somebody else. */
  private boolean speaks(int person, int first) {
    if (kinds[people.owner(person)] == Subject.CHILD) {
      return false;
    }
    for (int w = people.end(person); w < first; w++) {
      if (words.is(w, SUBORDINATORS)) {
        return true;
      }
    }
    return false;
  }

  /** “no injuries to the other children”. */
  private boolean suffers(int person, int end) {
    return person == end + 1 && words.is(end, PREPOSITIONS);
  }

  /** Whether a “she” or “he” before a word in its sentence tells of one person. */
  private boolean mentionsOne(int first) {
    for (int w = Math.max(words.sentence(first), first - FARTHEST); w < first; w++) {
      if (words.is(w, PRONOUNS)) {
        return true;
      }
    }
    return false;
  }

  /** “with her mother”, “found by staff”: not who the sentence is about. */
  private boolean isObject(int person) {
    int word = person - 1;
    int sentence = words.sentence(person);
    while (word >= sentence && words.is(word, DETERMINERS)) {
      word--;
    }
    return word >= sentence && words.is(word, PREPOSITIONS);
  }

  private boolean namesChild(int paragraph) {
    return Arrays.binarySearch(childParagraphs, 0, paragraphs, paragraph) >= 0;
  }

  /** Failing anybody named, the child whom the report is about, or its adult victim. */
  private Subject ofNarrative(int paragraph) {
    if (victimAge.isPresent()) {
      return victimAge.getAsInt() < 18 ? Subject.CHILD : Subject.ADULT;
    }
    return namesChild(paragraph) ? Subject.CHILD : Subject.UNKNOWN;
  }
}
