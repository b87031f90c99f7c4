package org.heed.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.heed.rulebook.Context;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Subject;

/**
 * The context of one phrase in one sentence of general English, apart from any rulebook: the same
 * resolver with words of its own.
 */
public final class GeneralContext {
  private final PhraseContext words;

  private GeneralContext(Context context) {
    this.words = new PhraseContext(context, Integer.MAX_VALUE);
  }

  /**
   * What the sentence makes of the phrase.
   *
   * @param aboutOther whether somebody other than the text's subject is meant
   */
  public record Verdict(
      boolean negated,
      boolean possible,
      boolean historical,
      boolean hypothetical,
      boolean aboutOther) {}

  /** Compiles the words that come with Heed. */
  public static GeneralContext english() {
    String name = "general-context.yaml";
    try (InputStream in = GeneralContext.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new GeneralContext(RulebookLoader.parseContext(name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RulebookException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Judges a phrase: its occurrence in capitals where there is one, else the first ignoring case,
   * else the whole sentence.
   */
  public Verdict judge(String phrase, String sentence) {
    String sought = phrase.strip();
    int from = sought.isEmpty() ? -1 : place(sought, sentence);
    int start = from < 0 ? 0 : sentence.codePointCount(0, from);
    int length = sought.codePointCount(0, sought.length());
    int end = from < 0 ? Integer.MAX_VALUE : start + length;
    PhraseContext.Judged judged = words.judge(sentence, start, end, OptionalInt.empty());
    Set<CueKind> kinds = judged.kinds();
    return new Verdict(
        kinds.contains(CueKind.NEGATED),
        kinds.contains(CueKind.POSSIBLE),
        kinds.contains(CueKind.HISTORICAL),
        kinds.contains(CueKind.HYPOTHETICAL) || kinds.contains(CueKind.GENERAL),
        judged.subject() == Subject.ADULT || judged.subject() == Subject.OTHER_CHILD);
  }

  private static int place(String phrase, String sentence) {
    int from = sentence.indexOf(phrase.toUpperCase(Locale.ROOT));
    return from < 0 ? indexIgnoringCase(sentence, phrase) : from;
  }

  private static int indexIgnoringCase(String sentence, String phrase) {
    for (int i = 0; i + phrase.length() <= sentence.length(); i++) {
      if (sentence.regionMatches(true, i, phrase, 0, phrase.length())) {
        return i;
      }
    }
    return -1;
  }
}
