package org.heed.text;

import java.util.List;
import org.heed.rulebook.Cue;
import org.heed.rulebook.CueKind;

/**
 * What punctuation says of a match: a question mark leaves it open, and quoted words are somebody's
 * speech unless a word for something written, one that ends reported speech alone, stands before
 * them. A sign that counts is one number, below zero.
 */
final class Signs {
  /** No sign. */
  static final int NONE = 0;

  private static final int SETTLED =
      ContextResolver.bit(CueKind.NEGATED)
          | ContextResolver.bit(CueKind.HYPOTHETICAL)
          | ContextResolver.bit(CueKind.GENERAL);

  private final Words words;
  private final Quotes quotes;
  private final MatchList standing;

  /** By cue, whether it names something written. */
  private final boolean[] written;

  private byte[] folded = {};
  private int length;

  Signs(List<Cue> cues, Words words, Quotes quotes, MatchList standing) {
    this.words = words;
    this.quotes = quotes;
    this.standing = standing;
    written = new boolean[cues.size()];
    for (int i = 0; i < written.length; i++) {
      Cue cue = cues.get(i);
      written[i] =
          cue.kind() == CueKind.TERMINATOR
              && cue.ends().size() == 1
              && cue.ends().contains(CueKind.REPORTED);
    }
  }

  /** Takes up another text, in which words, quotations and cues are already found. */
  void set(byte[] text, int to) {
    folded = text;
    length = to;
  }

  private static int sign(int at, CueKind kind) {
    return -1 - (at << 1 | (kind == CueKind.REPORTED ? 1 : 0));
  }

  /** The place of a sign. */
  static int place(int sign) {
    return (-1 - sign) >>> 1;
  }

  /** What a sign makes of a match. */
  static CueKind kind(int sign) {
    return ((-1 - sign) & 1) == 1 ? CueKind.REPORTED : CueKind.POSSIBLE;
  }

  /** What a sign is to a match that begins at a place. */
  static Scope scope(int sign, int start) {
    if (kind(sign) == CueKind.REPORTED) {
      return Scope.QUOTATION;
    }
    return place(sign) < start ? Scope.QUERY : Scope.QUESTION;
  }

  /** Whether a match stands in a quotation of more than one word: “his "boyfriend"” is none. */
  boolean quoted(int first, int end) {
    int quotation = quotation(first, end);
    return quotation >= 0 && !isOneWord(quotation, first, end);
  }

  /** The quotation mark that makes a match speech, given the kinds of what governs it. */
  int speech(int first, int end, int kinds) {
    int quotation = quotation(first, end);
    boolean speech =
        quotation >= 0
            && (kinds & ContextResolver.bit(CueKind.REPORTED)) == 0
            && !isOneWord(quotation, first, end)
            && isSpoken(quotation);
    return speech ? sign(quotes.opening(quotation), CueKind.REPORTED) : NONE;
  }

  /** The question mark that leaves a match open, given the kinds of what governs it. */
  int query(int first, int end, int kinds) {
    int at = before(first);
    if (at < 0 && (kinds & SETTLED) == 0) {
      at = behind(first, end);
    }
    return at < 0 ? NONE : sign(at, CueKind.POSSIBLE);
  }

  private int quotation(int first, int end) {
    return quotes.around(words.start(first), words.end(end - 1));
  }

  private boolean isOneWord(int quotation, int first, int end) {
    return end - first == 1
        && (first == 0 || words.start(first - 1) < quotes.opening(quotation))
        && (end == words.size() || words.end(end) > quotes.closing(quotation));
  }

  /** Whether nothing in the sentence that leads up to a quotation says that it was written. */
  private boolean isSpoken(int quotation) {
    int opens = words.after(quotes.opening(quotation));
    if (opens == 0) {
      return true;
    }
    int sentence = Math.max(words.sentence(opens - 1), opens - ContextResolver.FARTHEST);
    for (int i = standing.before(opens) - 1; i >= 0 && standing.first(i) >= sentence; i--) {
      if (written[standing.owner(i)] && standing.end(i) <= opens) {
        return false;
      }
    }
    return true;
  }

  /** The question mark right before a match, as in “?fall”; -1 if there is none. */
  private int before(int first) {
    int from = first == 0 ? 0 : words.end(first - 1);
    for (int i = words.start(first) - 1; i >= from; i--) {
      if (folded[i] == '?') {
        return i == 0 || Words.isQuery(folded, i, from) ? i : -1;
      }
      if (!Words.isBlank(folded[i])) {
        return -1;
      }
    }
    return -1;
  }

  /** The question mark that ends a match's sentence; -1 if it ends otherwise. */
  private int behind(int first, int end) {
    int sentence = words.sentence(first);
    int next = end;
    while (next < words.size()
        && words.sentence(next) == sentence
        && next < end + ContextResolver.FARTHEST) {
      next++;
    }
    int to = next == words.size() ? length : words.start(next);
    for (int i = words.end(next - 1); i < to; i++) {
      if (folded[i] == '?') {
        return i;
      }
      if (folded[i] == '.' || folded[i] == '\n') {
        return -1;
      }
    }
    return -1;
  }
}
