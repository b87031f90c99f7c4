package org.heed.text;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.heed.rulebook.Subject;

/**
 * Decides whom a match is about: the nearest person named before it in its sentence who is not
 * himself the object of a preposition; failing that the narrative's subject. Kept for one text
 * after another.
 */
final class SubjectResolver {
  private static final int FARTHEST = 25;
  private static final ShortWords PREPOSITIONS =
      ShortWords.of("with", "by", "to", "from", "of", "for", "at", "near", "about");
  private static final ShortWords DETERMINERS =
      ShortWords.of("the", "a", "an", "his", "her", "their", "another", "unknown");

  private final Subject[] kinds;
  private final Words words;

  /** People named, by place. */
  private final MatchList people;

  private byte[] folded = {};
  private OptionalInt victimAge = OptionalInt.empty();

  /** Paragraphs that name a child, by their first word, in order. */
  private int[] childParagraphs = new int[8];

  private int paragraphs;

  SubjectResolver(List<Subject> kinds, Words words, MatchList people) {
    this.kinds = kinds.toArray(Subject[]::new);
    this.words = words;
    this.people = people;
  }

  /** Takes up another text, in which people are already found. */
  void set(byte[] text, OptionalInt ageOfVictim) {
    folded = text;
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

  /** Whom what begins with this word is about. */
  Subject of(int first) {
    int from = Math.max(words.sentence(first), first - FARTHEST);
    int clause = words.clause(first);
    for (int i = people.before(first) - 1; i >= 0; i--) {
      if (people.first(i) < from) {
        break;
      }
      if (people.end(i) <= first && people.first(i) >= clause && !isObject(people.first(i))) {
        return kinds[people.owner(i)];
      }
    }
    return ofParagraph(first);
  }

  /** “with her mother”, “found by staff”: not who the sentence is about. */
  private boolean isObject(int person) {
    int word = person - 1;
    int sentence = words.sentence(person);
    while (word >= sentence && is(word, DETERMINERS)) {
      word--;
    }
    return word >= sentence && is(word, PREPOSITIONS);
  }

  private boolean is(int word, ShortWords set) {
    return set.contain(folded, words.start(word), words.end(word));
  }

  private Subject ofParagraph(int word) {
    if (victimAge.isPresent()) {
      return victimAge.getAsInt() < 18 ? Subject.CHILD : Subject.ADULT;
    }
    int paragraph = words.paragraph(word);
    return Arrays.binarySearch(childParagraphs, 0, paragraphs, paragraph) >= 0
        ? Subject.CHILD
        : Subject.UNKNOWN;
  }
}
