package org.heed.server.disclosure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      String pattern =
          Stream.of(normal(words).strip().split("\\s+"))
              .map(word ->
                  Stream.of(word.split("['’]", -1))
                      .map(Pattern::quote)
                      .collect(Collectors.joining("['’]")))
              .collect(Collectors.joining("\\s+"));
      return new Phrase(
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
          reason);
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Phrase[" + reason + "]";
    }
  }

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
    for (Phrase phrase : phrases) {
      Matcher found = phrase.pattern().matcher(text);
      while (found.find()) {
        gaps.add(new Gap(found.start(), found.end(), phrase.reason()));
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
