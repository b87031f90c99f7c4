package org.heed.server.disclosure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heed.server.paper.Text;

/**
 * Takes sentences and words out of texts. Words are found wherever they stand, in any case, across
 * line ends and the ends of sentences, and next to any sign, but not within longer words.
 */
public final class Redactor {
  private final List<Phrase> phrases;

  /** With words that go wherever they stand. */
  public Redactor(List<Phrase> phrases) {
    this.phrases = List.copyOf(phrases);
  }

  /** Words that go, and why. */
  public record Phrase(Pattern pattern, String reason) {
    /** From words as typed. */
    public static Phrase of(String words, GapReason reason) {
      return of(words, reason.title());
    }

    static Phrase of(String words, String reason) {
      String seen = new Folded(normal(words)).seen().strip();
      String pattern =
          WORDS
              .splitAsStream(seen)
              .filter(word -> !word.isEmpty())
              .map(Phrase::word)
              .collect(Collectors.joining("[ \\-" + Folded.UNSEEN + "]*"));
      return new Phrase(
          seen.isEmpty()
              ? NOTHING
              : Pattern.compile(
                  "(?<![\\p{L}\\p{N}])"
                      + (pattern.isEmpty() ? word(seen) : pattern)
                      + "(?![\\p{L}\\p{N}\\p{M}])"),
          reason);
    }

    private static String word(String word) {
      return word.codePoints()
          .mapToObj(sign -> Pattern.quote(Character.toString(sign)))
          .collect(Collectors.joining("[" + Folded.UNSEEN + "]*"));
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Phrase[" + reason + "]";
    }
  }

  /** What stands between words: one may write a blank, a dash or nothing. */
  private static final Pattern WORDS = Pattern.compile("[ -]+");

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private record Gap(int from, int to, String reason) {}

  /** A text without the words. */
  public Text of(String text) {
    return without(normal(text), List.of());
  }

  /**
   * A text without some of its sentences and without the words.
   *
   * @param sentences of the text, in order
   * @param gone the numbers of those that go
   */
  public Text of(String text, List<String> sentences, Set<Integer> gone, GapReason reason) {
    String normal = normal(text);
    List<Gap> gaps = new ArrayList<>();
    int at = 0;
    for (int number = 0; number < sentences.size(); number++) {
      String sentence = normal(sentences.get(number));
      int from = normal.indexOf(sentence, at);
      if (from < 0) {
        throw new IllegalStateException("a sentence does not stand in its text");
      }
      at = from + sentence.length();
      if (gone.contains(number)) {
        gaps.add(new Gap(from, at, reason.title()));
      }
    }
    return without(normal, gaps);
  }

  private Text without(String text, List<Gap> sentences) {
    List<Gap> gaps = new ArrayList<>(sentences);
    Folded folded = new Folded(text);
    for (Phrase phrase : phrases) {
      Matcher found = phrase.pattern().matcher(folded.characters());
      while (found.find()) {
        gaps.add(new Gap(folded.from(found.start()), folded.to(found.end() - 1), phrase.reason()));
      }
    }
    gaps.sort(Comparator.comparingInt(Gap::from).thenComparing(Gap::to, Comparator.reverseOrder()));
    List<Text.Run> runs = new ArrayList<>();
    int at = 0;
    for (Gap gap : gaps) {
      if (gap.from() > at) {
        runs.add(new Text.Plain(text.substring(at, gap.from())));
      }
      if (gap.to() > at) {
        runs.add(new Text.Gone(gap.reason()));
        at = gap.to();
      }
    }
    if (at < text.length()) {
      runs.add(new Text.Plain(text.substring(at)));
    }
    return new Text(runs);
  }

  /** With every character written in one way. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
