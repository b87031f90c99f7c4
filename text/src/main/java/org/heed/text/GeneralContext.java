package org.heed.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
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
  private final Context context;
  private final Lexicon lexicon;

  private GeneralContext(Context context) {
    this.context = context;
    this.lexicon = LexiconBuilder.of(context);
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
    byte[] text = Utf8.bytes(sentence);
    FoldedText folded = new FoldedText();
    folded.set(text, 0, text.length);
    Words words = new Words();
    words.set(folded.bytes(), folded.length());
    if (words.size() == 0) {
      return new Verdict(false, false, false, false, false);
    }
    Hits hits = new Hits();
    lexicon.automaton().scan(folded.bytes(), folded.length(), hits);
    Matches matches = new Matches(lexicon, words, folded.bytes());
    matches.collect(hits);
    Match target = target(phrase.strip(), sentence, words);
    Overlaps overlaps = new Overlaps();
    List<Match> cues =
        overlaps.longest(matches.of(Role.CUE), words.size()).stream()
            .filter(c -> c.first() < target.first() || c.end() > target.end())
            .toList();
    List<Match> people =
        overlaps.longest(matches.of(Role.SUBJECT), words.size()).stream()
            .filter(p -> !p.overlaps(target))
            .toList();
    Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
    for (Match cue : new ContextResolver(context.cues(), words, cues).governing(target)) {
      kinds.add(context.cues().get(cue.owner()).kind());
    }
    Subject subject =
        new SubjectResolver(
                context.subjects().stream().map(s -> s.subject()).toList(),
                words,
                folded.bytes(),
                people,
                OptionalInt.empty())
            .of(target);
    return new Verdict(
        kinds.contains(CueKind.NEGATED),
        kinds.contains(CueKind.POSSIBLE),
        kinds.contains(CueKind.HISTORICAL),
        kinds.contains(CueKind.HYPOTHETICAL) || kinds.contains(CueKind.GENERAL),
        subject == Subject.ADULT || subject == Subject.OTHER_CHILD);
  }

  private static Match target(String phrase, String sentence, Words words) {
    int from = phrase.isEmpty() ? -1 : sentence.indexOf(phrase.toUpperCase(Locale.ROOT));
    if (from < 0 && !phrase.isEmpty()) {
      from = indexIgnoringCase(sentence, phrase);
    }
    int start = from < 0 ? 0 : sentence.codePointCount(0, from);
    int end = from < 0 ? Integer.MAX_VALUE : start + phrase.codePointCount(0, phrase.length());
    int first = 0;
    while (first < words.size() - 1 && words.end(first) <= start) {
      first++;
    }
    int last = first + 1;
    while (last < words.size() && words.start(last) < end) {
      last++;
    }
    return new Match(0, 0, first, last, new int[] {first, last});
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
