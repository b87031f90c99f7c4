package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four quarters walked at once give what one walk from end to end gives. */
class ScannerTest {
  private static final String[] PIECES = {
    "missing",
    "overnight",
    "stayed out all night",
    "found",
    "hotel",
    "with",
    "older men",
    "phone",
    "15yo",
    "disclosed",
    "dog",
    "'",
    "didn't",
    "it''s",
    "é",
    "\u0301",
    ".",
    ", ",
    "\n",
    "\n\n",
    " ",
    "-",
    "x",
    "\ud83d\ude00",
    "\u0434\u0430",
    "\ufffd",
    "“",
    "”",
    "\u0130",
    "\u2029"
  };

  private final Automaton automaton = ReaderTest.example().lexicon().automaton();
  private final Scanner scanner = new Scanner(automaton);
  private final FoldedText folded = new FoldedText();
  private final Hits hits = new Hits();

  /** Every hit of a walk byte by byte, as state and end. */
  private List<Long> oneWalk() {
    List<Long> found = new ArrayList<>();
    int state = automaton.start();
    for (int i = 0; i < folded.length(); i++) {
      int c = Classes.OF[folded.bytes()[i] & 0xff];
      state = Automaton.next(automaton.rows(), state, c);
      int next = i + 1;
      while (next < folded.length() && Classes.OF[folded.bytes()[next] & 0xff] == Classes.SKIP) {
        next++;
      }
      boolean ends = next == folded.length() || !Classes.isWord(folded.bytes()[next]);
      if (state >= automaton.firstAccepting() && c != Classes.SKIP && ends) {
        found.add(Hits.hit(state, i + 1));
      }
    }
    return found;
  }

  private List<Long> scanned() {
    hits.clear();
    scanner.scan(folded.bytes(), folded.length(), hits);
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      found.add(Hits.hit(hits.state(i), hits.end(i)));
    }
    return found;
  }

  private void agree(long seed, int texts, int longest) {
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < texts; i++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(longest);
      boolean unbroken = random.nextInt(8) == 0;
      for (int k = 0; k < pieces; k++) {
        String piece = PIECES[random.nextInt(PIECES.length)];
        text.append(unbroken && piece.length() < 3 ? " " : piece);
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      byte[] bytes = Utf8.bytes(text.toString());
      for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      folded.set(bytes, 0, bytes.length);
      List<Long> expected = oneWalk();
      assertThat(scanned()).as("text %d of seed %d", i, seed).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(texts);
  }

  @Test
  void quartersAndOneWalk_agree() {
    agree(1, 20_000, 60);
    agree(2, 40, 4_000);
  }

  @Test
  @Tag("long")
  void quartersAndOneWalk_agreeOnAMillionTexts() {
    agree(3, 1_000_000, 60);
    agree(4, 20, 400_000);
  }
}
