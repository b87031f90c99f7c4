package org.heed.text;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.heed.rulebook.Folding;
import org.heed.rulebook.Subject;

/**
 * Decides whom a match is about: the nearest person named before it in its sentence who is not
 * himself the object of a preposition; failing that the narrative's subject.
 */
final class SubjectResolver {
  private static final int FARTHEST = 25;
  private static final Set<String> PREPOSITIONS =
      Set.of("with", "by", "to", "from", "of", "for", "at", "near", "about");
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "his", "her", "their", "another", "unknown");

  private final List<Subject> kinds;
  private final Words words;
  private final byte[] folded;
  private final List<Match> people;
  private final OptionalInt victimAge;

  /** Paragraphs that name a child, by their first word. */
  private final Set<Integer> childParagraphs = new HashSet<>();

  SubjectResolver(
      List<Subject> kinds, Words words, byte[] folded, List<Match> people, OptionalInt victimAge) {
    this.kinds = kinds;
    this.words = words;
    this.folded = folded;
    this.people = people;
    this.victimAge = victimAge;
    for (Match person : people) {
      if (kinds.get(person.owner()) == Subject.CHILD) {
        childParagraphs.add(words.paragraph(person.first()));
      }
    }
  }

  Subject of(Match target) {
    int sentence = words.sentence(target.first());
    int clause = words.clause(target.first());
    for (int i = before(target.first()) - 1; i >= 0; i--) {
      Match person = people.get(i);
      if (person.first() < Math.max(sentence, target.first() - FARTHEST)) {
        break;
      }
      if (person.end() > target.first() || person.first() < clause || isObject(person)) {
        continue;
      }
      return kinds.get(person.owner());
    }
    return ofParagraph(target);
  }

  /** “with her mother”, “found by staff”: not who the sentence is about. */
  private boolean isObject(Match person) {
    int word = person.first() - 1;
    int sentence = words.sentence(person.first());
    while (word >= sentence && is(word, DETERMINERS)) {
      word--;
    }
    return word >= sentence && is(word, PREPOSITIONS);
  }

  private boolean is(int word, Set<String> set) {
    int length = words.end(word) - words.start(word);
    if (length > 8) {
      return false;
    }
    StringBuilder text = new StringBuilder(8);
    for (int i = words.start(word); i < words.end(word); i++) {
      text.append((char) (Folding.lower(folded[i]) & 0xff));
    }
    return set.contains(text.toString());
  }

  private Subject ofParagraph(Match target) {
    if (victimAge.isPresent()) {
      return victimAge.getAsInt() < 18 ? Subject.CHILD : Subject.ADULT;
    }
    int paragraph = words.paragraph(target.first());
    return childParagraphs.contains(paragraph) ? Subject.CHILD : Subject.UNKNOWN;
  }

  private int before(int word) {
    int low = 0;
    int high = people.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (people.get(middle).first() < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
