package org.heed.server.sharing;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heed.ledger.Digest;

/**
 * Something of a case that a person may put into a pack, cut into sentences, each of which can be
 * left out.
 */
public record Offered(Instant at, String text, String source) {
  /** What stands where sentences were left out. */
  public static final String LEFT_OUT = "[left out]";

  /** The same for the same words at the same place, whatever else there is. */
  public String key() {
    return Digest.sha256((at + "\n" + source + "\n" + text).getBytes(StandardCharsets.UTF_8))
        .hex()
        .substring(0, 16);
  }

  /** Its sentences, in order; together they are the text. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (String line : text.lines().toList()) {
      BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
      breaks.setText(line);
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
        String sentence = line.substring(from, to).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
      }
    }
    return sentences;
  }

  /**
   * What agencies see of it without these sentences: those left out are gone, and are said to be.
   */
  public PackItem without(Set<Integer> leftOut) {
    StringBuilder kept = new StringBuilder();
    List<String> sentences = sentences();
    int gone = 0;
    boolean before = false;
    for (int number = 0; number < sentences.size(); number++) {
      boolean out = leftOut.contains(number);
      gone += out ? 1 : 0;
      if (!out || !before) {
        kept.append(kept.isEmpty() ? "" : " ").append(out ? LEFT_OUT : sentences.get(number));
      }
      before = out;
    }
    return new PackItem(at, kept.toString(), source, gone);
  }

  /** Where it stands; the rest is personal. */
  @Override
  public String toString() {
    return "Offered[" + source + "]";
  }
}
