package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heed.rulebook.Folding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Going on from all words at once gives what a walk from each by itself gives, over strings. */
class ScannerTest {
  private static final Pattern FIGURES = Pattern.compile("(\\d{1,6})([a-z]*)");
  private static final String[] PIECES = {
    "missing",
    "overnight",
    "stayed out all night",
    "stayed",
    "out",
    "all",
    "found",
    "hotel",
    "with",
    "older men",
    "OLDER",
    "phone",
    "15yo",
    "15",
    "015yo",
    "yo",
    "1234567",
    "17yrs old",
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
    "unexplained",
    "incomprehensibilities",
    "\ud83d\ude00",
    "\u0434\u0430",
    "\ufffd",
    "“",
    "”",
    "\u0130",
    "\u2029"
  };

  private final Alphabet alphabet = ReaderTest.example().lexicon().alphabet();
  private final Automaton automaton = ReaderTest.example().lexicon().automaton();
  private final Map<String, Integer> vocabulary = vocabulary(alphabet);
  private final WordSymbols symbols = new WordSymbols(alphabet);
  private final Scanner scanner = new Scanner(automaton);
  private final FoldedText folded = new FoldedText();
  private final Words words = new Words();
  private final Hits hits = new Hits();

  private record Hit(int first, int last, int row) {}

  private static Map<String, Integer> vocabulary(Alphabet alphabet) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : alphabet.vocabulary().words()) {
      numbers.put(word, numbers.size() + 1);
    }
    return numbers;
  }

  /** What is hit from each word on, walked by itself; the shorter first, then by first word. */
  private List<Hit> walks() {
    List<Hit> hits = new ArrayList<>();
    for (int first = 0; first < words.size(); first++) {
      int state = begin(text(first));
      for (int last = first; state != Automaton.NOWHERE; last++) {
        if (automaton.row(state) >= 0) {
          hits.add(new Hit(first, last, automaton.row(state)));
        }
        boolean goesOn = last + 1 < words.size() && words.goesOn(last + 1);
        state = goesOn ? next(state, text(last + 1)) : Automaton.NOWHERE;
      }
    }
    hits.sort(Comparator.comparingInt((Hit hit) -> hit.last() - hit.first()));
    return hits;
  }

  private int begin(@Nullable String word) {
    int[] of = symbols(word);
    return of.length < 2 ? of[0] : automaton.next(of[0], of[1]);
  }

  private int next(int state, @Nullable String word) {
    int at = state;
    for (int symbol : symbols(word)) {
      at = symbol == Alphabet.NONE ? Automaton.NOWHERE : automaton.next(at, symbol);
    }
    return at;
  }

  /** The symbols of a word, two if something is glued to figures. */
  private int[] symbols(@Nullable String word) {
    if (word == null) {
      return new int[] {Alphabet.NONE};
    }
    Integer number = vocabulary.get(word);
    if (number != null) {
      return new int[] {number};
    }
    Matcher figures = FIGURES.matcher(word);
    if (!figures.matches()) {
      return new int[] {Alphabet.NONE};
    }
    String digits = figures.group(1);
    int of = alphabet.numbers().of(Integer.parseInt(digits), digits.length());
    Integer glued = vocabulary.get(figures.group(2));
    if (of == 0 || (glued == null && !figures.group(2).isEmpty())) {
      return new int[] {Alphabet.NONE};
    }
    return glued == null
        ? new int[] {alphabet.figures(of)}
        : new int[] {alphabet.gluedFigures(of), alphabet.glued(glued)};
  }

  /** A word as a phrase would write it; null with letters that no phrase has. */
  private @Nullable String text(int word) {
    StringBuilder text = new StringBuilder();
    for (int i = words.start(word); i < words.end(word); i++) {
      byte b = folded.bytes()[i];
      if (b == Folding.OTHER_LETTER) {
        return null;
      }
      if (!Folding.isSkipped(b)) {
        text.append((char) b);
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private List<Hit> scanned() {
    symbols.set(folded.bytes(), words);
    scanner.scan(symbols, words, hits);
    List<Hit> found = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      found.add(new Hit(hits.first(i), hits.last(i), hits.row(i)));
    }
    return found;
  }

  private void agree(long seed, int texts, int longest) {
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < texts; i++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(longest);
      for (int k = 0; k < pieces; k++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      byte[] bytes = Utf8.bytes(text.toString());
      for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      folded.set(bytes, 0, bytes.length);
      words.set(folded.bytes(), folded.length());
      List<Hit> expected = walks();
      assertThat(scanned()).as("text %d of seed %d", i, seed).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(texts);
  }

  @Test
  void oneWalkAndWalksFromEachWord_agree() {
    agree(1, 20_000, 60);
    agree(2, 40, 4_000);
  }

  @Test
  @Tag("long")
  void oneWalkAndWalksFromEachWord_agreeOnAMillionTexts() {
    agree(3, 1_000_000, 60);
    agree(4, 20, 400_000);
  }
}
