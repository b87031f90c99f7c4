package org.heed.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Governs;
import org.heed.rulebook.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The obvious, slow twin of judging context: it asks of every cue and every rule of scope in turn
 * whether they hold, looking at each word and joint again each time. Texts are made of words and of
 * {@link Joint}s, so that it needs to know nothing of punctuation.
 */
final class SlowContext {
  private static final int TRUTH = 0;
  private static final int SPEECH = 1;
  private static final int SCOPE = 2;
  private static final List<String> SUBORDINATORS = List.of("that", "if", "whether", "how");
  private static final List<String> LISTING = List.of("or", "nor", "any", "ever", "either");
  private static final List<String> CLAUSE_STARTS =
      List.of("that", "he", "she", "they", "it", "we", "no", "nothing", "there", "how");
  private static final List<String> PREPOSITIONS =
      List.of("with", "by", "to", "from", "of", "for", "at", "near", "about");
  private static final List<String> DETERMINERS =
      List.of("the", "an", "his", "her", "their", "another", "unknown");
  private static final List<String> PRONOUNS = List.of("she", "he", "her", "his", "him");

  /** What stands between two words. */
  enum Joint {
    SPACE(" ", Break.NONE, true),
    COMMA(", ", Break.NONE, false),
    COLON(": ", Break.NONE, false),
    OPEN(" \"", Break.NONE, false),
    CLOSE("\" ", Break.NONE, false),
    COMMA_CLOSE(",\" ", Break.NONE, false),
    OPEN_ONE(" '", Break.NONE, true),
    CLOSE_ONE("' ", Break.NONE, true),
    DOUBT(" ?", Break.NONE, false),
    /** The next line begins with a capital. */
    LINE("\n", Break.LINE, true),
    /** The next line does not. */
    SMALL_LINE("\n", Break.LINE, true),
    STOP_LINE(".\n", Break.SENTENCE, false),
    HEADING(":\n", Break.LINE, false),
    ITEM("\n- ", Break.SENTENCE, true),
    HEADED_ITEM(":\n- ", Break.SENTENCE, false),
    SEMICOLON("; ", Break.CLAUSE, false),
    DASH(" - ", Break.CLAUSE, true),
    STOP(". ", Break.SENTENCE, false),
    QUESTION("? ", Break.SENTENCE, false),
    CALL("! ", Break.SENTENCE, false),
    PARAGRAPH("\n\n", Break.PARAGRAPH, true);

    private final String text;
    private final Break strength;
    private final boolean goesOn;

    Joint(String text, Break strength, boolean goesOn) {
      this.text = text;
      this.strength = strength;
      this.goesOn = goesOn;
    }

    String text() {
      return text;
    }

    boolean isWithinSentence() {
      return strength.compareTo(Break.SENTENCE) < 0;
    }

    boolean endsLine() {
      return text.contains("\n") && this != PARAGRAPH;
    }

    boolean isItem() {
      return this == ITEM || this == HEADED_ITEM;
    }

    boolean isHeading() {
      return this == HEADING || this == HEADED_ITEM;
    }

    boolean isColon() {
      return this == COLON || isHeading();
    }
  }

  /**
   * Context words of one manner, each in words parted by spaces.
   *
   * @param reach none for {@link Integer#MAX_VALUE}
   * @param paragraph whether they govern all of theirs
   */
  record CueWords(
      CueKind kind,
      Governs governs,
      int reach,
      boolean paragraph,
      Set<CueKind> ends,
      List<String> phrases) {}

  record People(Subject subject, List<String> phrases) {}

  /** The words from one to before another, which owner's they are, and which phrase. */
  private record Found(int owner, int phrase, int from, int to) {
    int length() {
      return to - from;
    }

    boolean touches(Found other) {
      return from < other.to && other.from < to;
    }

    boolean isAt(Found other) {
      return from == other.from && to == other.to;
    }
  }

  /** What governs: a cue or a sign. */
  private record Governing(int place, CueKind kind, Scope scope) {}

  private final List<CueWords> cueWords;
  private final List<People> people;
  private final int year;
  private List<String> words = List.of();
  private List<Joint> joints = List.of();

  /** What parts a word from the one before. */
  private final List<Break> breaks = new ArrayList<>();

  /** By word, after the last word of its list's heading; 0 outside lists. */
  private final List<Integer> headings = new ArrayList<>();

  SlowContext(List<CueWords> cueWords, List<People> people, int year) {
    this.cueWords = cueWords;
    this.people = people;
    this.year = year;
  }

  /** The text of words with joints behind them; the last joint is left out. */
  static String text(List<String> words, List<Joint> joints) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      boolean capital = isCapital(words, joints, i);
      String word = words.get(i);
      text.append(capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
      if (i + 1 < words.size()) {
        text.append(joints.get(i).text());
      }
    }
    return text.toString();
  }

  /** Every second text begins with a capital. */
  private static boolean isCapital(List<String> words, List<Joint> joints, int word) {
    return word == 0 ? words.size() % 2 == 0 : joints.get(word - 1) == Joint.LINE;
  }

  static int start(List<String> words, List<Joint> joints, int word) {
    int at = 0;
    for (int i = 0; i < word; i++) {
      at += words.get(i).length() + joints.get(i).text().length();
    }
    return at;
  }

  private int start(int word) {
    return start(words, joints, word);
  }

  private int end(int word) {
    return start(word) + words.get(word).length();
  }

  /** The joint before a word; before the first stands the beginning of a paragraph. */
  private Joint before(int word) {
    return word == 0 ? Joint.PARAGRAPH : joints.get(word - 1);
  }

  private boolean breaks(int word, Break strength) {
    return breaks.get(word).compareTo(strength) >= 0;
  }

  private boolean isSmall(int word) {
    return !isCapital(words, joints, word) && Character.isLetter(words.get(word).charAt(0));
  }

  /** Goes through the joints once, to tell lines that were wrapped and lists under headings. */
  private void layOut() {
    breaks.clear();
    headings.clear();
    int list = 0;
    boolean marked = false;
    boolean begun = false;
    int line = 0;
    for (int w = 0; w < words.size(); w++) {
      Joint joint = before(w);
      Break strength = joint.strength;
      int heading = w == 0 ? 0 : headings.getLast();
      if (joint == Joint.PARAGRAPH) {
        list = 0;
        heading = 0;
        begun = !isSmall(w);
      } else if (joint.endsLine()) {
        int end = end(w - 1) + joint.text().indexOf('\n');
        int length = end - line;
        line = end + 1;
        boolean plain = joint == Joint.LINE || joint == Joint.SMALL_LINE;
        boolean wrapped = plain && begun && length >= 20 && isSmall(w);
        begun = wrapped || !isSmall(w);
        if (wrapped) {
          strength = Break.NONE;
        } else {
          boolean wasList = list > 0;
          if (joint.isHeading()) {
            list = w;
            marked = joint.isItem();
          } else if (marked ? !joint.isItem() : joint.isItem() || joint == Joint.STOP_LINE) {
            list = 0;
          }
          heading = list;
          boolean goesOn = plain && length >= 60 && !wasList;
          strength = goesOn ? Break.NONE : strength;
        }
      } else {
        boolean label = joint == Joint.COLON && !marked;
        begun |= strength == Break.SENTENCE && !isSmall(w);
        if (label || (strength == Break.SENTENCE && !marked)) {
          list = 0;
        }
        heading = label || strength.compareTo(Break.CLAUSE) >= 0 ? 0 : heading;
      }
      if (joint == Joint.PARAGRAPH && w > 0) {
        line = start(w);
      }
      breaks.add(strength);
      headings.add(heading);
    }
  }

  /** The last of the words up to one that such a break stands before. */
  private int after(Break strength, int word) {
    int first = word;
    while (!breaks(first, strength)) {
      first--;
    }
    return first;
  }

  /** From where on cues are of the same sentence, or of the same line of a list. */
  private int edge(int word) {
    return after(headings.get(word) > 0 ? Break.LINE : Break.SENTENCE, word);
  }

  private boolean anyBreak(int fromWord, int toWord, Break strength) {
    for (int w = fromWord; w <= toWord; w++) {
      if (breaks(w, strength)) {
        return true;
      }
    }
    return false;
  }

  private boolean sameSentence(int one, int other) {
    return !anyBreak(Math.min(one, other) + 1, Math.max(one, other), Break.SENTENCE);
  }

  private boolean sameParagraph(int one, int other) {
    return !anyBreak(Math.min(one, other) + 1, Math.max(one, other), Break.PARAGRAPH);
  }

  /** Judges the words from one to before another. */
  PhraseContext.Judged judge(
      List<String> ofWords, List<Joint> ofJoints, int first, int end, @Nullable Integer age) {
    words = ofWords;
    joints = ofJoints;
    layOut();
    List<Found> cues = new ArrayList<>(standing(first));
    cues.removeIf(cue -> cue.from() >= first && cue.to() <= end);
    List<Governing> governing = new ArrayList<>();
    for (Found cue : cues) {
      CueWords of = cueWords.get(cue.owner());
      if (of.kind() == CueKind.TERMINATOR || of.paragraph()) {
        continue;
      }
      Scope scope =
          cue.from() < first
              ? scopeBefore(cue, of, cues, first, end)
              : cue.from() >= end ? scopeBehind(cue, of, cues, first, end) : null;
      if (scope != null) {
        governing.add(new Governing(start(cue.from()), of.kind(), scope));
      }
    }
    for (CueKind kind : CueKind.values()) {
      addWide(governing, cues, kind, first, end);
    }
    if (has(governing, CueKind.GENERAL)) {
      governing.removeIf(g -> g.kind() == CueKind.POSSIBLE || g.kind() == CueKind.REPORTED);
    }
    addSpeech(governing, cues, first, end);
    addQuery(governing, first, end);
    governing.sort(Comparator.comparingInt(Governing::place));
    Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
    governing.forEach(g -> kinds.add(g.kind()));
    return new PhraseContext.Judged(
        kinds,
        governing.stream().map(Governing::scope).toList(),
        subject(first, end, kinds.contains(CueKind.GENERAL), age),
        speechAround(first, end) != null);
  }

  /** Of the cues of a kind that govern their paragraph, the nearest on either side. */
  private void addWide(
      List<Governing> governing, List<Found> cues, CueKind kind, int first, int end) {
    Found before = null;
    Found behind = null;
    for (Found cue : cues) {
      CueWords of = cueWords.get(cue.owner());
      if (of.paragraph() && of.kind() == kind && sameParagraph(cue.from(), first)) {
        if (cue.from() < first && of.governs() != Governs.PRECEDING) {
          before = cue;
        }
        if (cue.from() >= end && of.governs() != Governs.FOLLOWING && behind == null) {
          behind = cue;
        }
      }
    }
    if (before != null) {
      governing.add(new Governing(start(before.from()), kind, Scope.PARAGRAPH));
    }
    if (behind != null) {
      governing.add(new Governing(start(behind.from()), kind, Scope.PARAGRAPH));
    }
  }

  private static boolean has(List<Governing> governing, CueKind kind) {
    return governing.stream().anyMatch(g -> g.kind() == kind);
  }

  // --- which cues stand -------------------------------------------------------------------------

  private List<Found> standing(int first) {
    List<Found> found = new ArrayList<>();
    int phrase = 0;
    for (int owner = 0; owner < cueWords.size(); owner++) {
      for (String words : cueWords.get(owner).phrases()) {
        found.addAll(find(owner, phrase++, words));
      }
    }
    found.removeIf(cue -> isNone(cue, first));
    found.sort(
        Comparator.comparingInt((Found f) -> -f.length())
            .thenComparingInt(Found::from)
            .thenComparingInt(Found::phrase));
    List<List<Found>> kept = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Found> standing = new ArrayList<>();
    for (Found cue : found) {
      boolean stands = false;
      for (int layer : layers(cueWords.get(cue.owner()).kind())) {
        boolean free =
            kept.get(layer).stream()
                .allMatch(k -> !k.touches(cue) || (k.isAt(cue) && k.owner() != cue.owner()));
        if (free) {
          kept.get(layer).add(cue);
          stands = true;
        }
      }
      if (stands && cueWords.get(cue.owner()).kind() != CueKind.PSEUDO) {
        standing.add(cue);
      }
    }
    standing.sort(
        Comparator.comparingInt(Found::from)
            .thenComparingInt(Found::to)
            .thenComparingInt(Found::owner));
    return standing;
  }

  /** All places of a phrase. */
  private List<Found> find(int owner, int phrase, String text) {
    List<String> parts = List.of(text.split(" ", -1));
    List<Found> found = new ArrayList<>();
    for (int from = 0; from + parts.size() <= words.size(); from++) {
      boolean here = words.subList(from, from + parts.size()).equals(parts);
      for (int w = from + 1; here && w < from + parts.size(); w++) {
        here = before(w).goesOn && !breaks(w, Break.SENTENCE);
      }
      if (here) {
        found.add(new Found(owner, phrase, from, from + parts.size()));
      }
    }
    return found;
  }

  /** A pseudo-cue that runs into the match is none, nor one that looks back, nor a year to come. */
  private boolean isNone(Found cue, int first) {
    CueWords of = cueWords.get(cue.owner());
    boolean looksBack = of.governs() == Governs.PRECEDING;
    boolean runsInto = cue.from() < first && cue.to() > first;
    boolean future =
        of.kind() == CueKind.HISTORICAL
            && words.subList(cue.from(), cue.to()).stream()
                .anyMatch(w -> w.matches("[0-9]{4}") && Integer.parseInt(w) >= year);
    return ((of.kind() == CueKind.PSEUDO || looksBack) && runsInto) || future;
  }

  private static List<Integer> layers(CueKind kind) {
    return switch (kind) {
      case NEGATED, POSSIBLE, HYPOTHETICAL, GENERAL, HISTORICAL -> List.of(TRUTH);
      case REPORTED -> List.of(SPEECH);
      case TERMINATOR -> List.of(SCOPE);
      case PSEUDO -> List.of(TRUTH, SPEECH, SCOPE);
    };
  }

  // --- cues before ------------------------------------------------------------------------------

  private @Nullable Scope scopeBefore(
      Found cue, CueWords of, List<Found> cues, int first, int end) {
    if (of.governs() == Governs.PRECEDING || !sameParagraph(cue.from(), first)) {
      return null;
    }
    int heading = headings.get(first);
    int edge = edge(first);
    if (heading > 0 && cue.from() < edge) {
      return cue.to() <= heading && isHeading(cue, of, cues, first, end) ? Scope.HEADING : null;
    }
    boolean governs =
        cue.from() >= edge
            && first - cue.to() < Math.min(of.reach(), 100)
            && cues.stream().noneMatch(t -> t.from() < first && ends(t, t.from(), cue, edge))
            && !anyBreak(Math.max(cue.to(), 1), first, Break.CLAUSE)
            && !anyBreak(cue.to() + 1, first, Break.LINE)
            && !(of.kind() == CueKind.NEGATED && isParted(cue.to(), first, end));
    if (!governs) {
      return null;
    }
    return cue.to() <= first && anyBreak(cue.to(), cue.to(), Break.LINE)
        ? Scope.HEADING
        : Scope.BEFORE;
  }

  /** Whether a cue of a list's heading governs the match as if that followed the heading. */
  private boolean isHeading(Found cue, CueWords of, List<Found> cues, int first, int end) {
    int heading = headings.get(first);
    int item = edge(first);
    int top = after(Break.SENTENCE, heading - 1);
    boolean ended =
        cues.stream()
            .anyMatch(t ->
                t.from() < heading
                    ? ends(t, t.from(), cue, top)
                    : t.from() < first && ends(t, t.from() - item + heading, cue, item));
    boolean denial = of.kind() == CueKind.NEGATED;
    return cue.from() >= top
        && first - item + heading - cue.to() < Math.min(of.reach(), 100)
        && !ended
        && !anyBreak(Math.max(cue.to(), 1), heading - 1, Break.CLAUSE)
        && !anyBreak(cue.to() + 1, heading - 1, Break.LINE)
        && !(denial && (heading - cue.to() > 2 || isParted(item, first, end)));
  }

  /** Whether a terminator ends a cue, standing as it were at a word, and not before the edge. */
  private boolean ends(Found terminator, int as, Found cue, int edge) {
    CueWords of = cueWords.get(terminator.owner());
    if (of.kind() != CueKind.TERMINATOR
        || !of.ends().contains(cueWords.get(cue.owner()).kind())
        || terminator.from() < edge) {
      return false;
    }
    boolean hangsOn =
        terminator.from() > edge && SUBORDINATORS.contains(words.get(terminator.from() - 1));
    boolean all = of.ends().size() == CueKind.values().length;
    return !hangsOn && (all ? as >= cue.to() : as > cue.to());
  }

  /** Whether a denial is ended by a colon or comma. */
  private boolean isParted(int cueEnd, int first, int end) {
    for (int w = first; w > cueEnd; w--) {
      if (before(w).isColon()) {
        return true;
      }
      if (isComma(w)) {
        boolean allThereIs =
            w == first && (end == words.size() || isLineStart(end) || isComma(end));
        return !allThereIs && !listGoesOn(w, end);
      }
    }
    return false;
  }

  private boolean isComma(int word) {
    return before(word) == Joint.COMMA || before(word) == Joint.COMMA_CLOSE;
  }

  private boolean isLineStart(int word) {
    return breaks(word, Break.LINE);
  }

  private boolean listGoesOn(int comma, int end) {
    for (int w = comma; w < Math.min(words.size(), end + 8); w++) {
      if (sameSentence(comma, w) && LISTING.contains(words.get(w))) {
        return true;
      }
    }
    return false;
  }

  // --- cues behind ------------------------------------------------------------------------------

  private @Nullable Scope scopeBehind(
      Found cue, CueWords of, List<Found> cues, int first, int end) {
    if (!sameParagraph(first, cue.from())) {
      return null;
    }
    if (of.governs() != Governs.PRECEDING && heads(cue.to())) {
      return null;
    }
    boolean looksBack = of.governs() != Governs.FOLLOWING;
    for (Found other : cues) {
      CueWords terminator = cueWords.get(other.owner());
      if (terminator.kind() == CueKind.TERMINATOR
          && terminator.ends().contains(of.kind())
          && other.from() >= end
          && cues.indexOf(other) < cues.indexOf(cue)
          && sameSentence(first, other.from())) {
        return null;
      }
    }
    int distance = cue.from() - end;
    boolean parted = anyBreak(end, cue.from(), Break.LINE);
    if (looksBack && !parted && distance < Math.min(of.reach(), 100)) {
      return Scope.BEHIND;
    }
    boolean afterthought =
        Set.of(CueKind.POSSIBLE, CueKind.REPORTED, CueKind.NEGATED, CueKind.HISTORICAL)
            .contains(of.kind());
    boolean alone = isLineStart(cue.from()) && !anyBreak(end, cue.from() - 1, Break.LINE);
    if (!afterthought || distance >= 8 || (parted && !alone)) {
      return null;
    }
    if (isLast(cue.to())) {
      return Scope.ANSWER;
    }
    return of.kind() == CueKind.REPORTED && hasOnlyListener(cue) ? Scope.TELLER : null;
  }

  private boolean isLast(int next) {
    return next == words.size() || isLineStart(next);
  }

  /** Whether a colon ends the line before a word. */
  private boolean heads(int next) {
    return next < words.size() && before(next).isHeading();
  }

  private boolean hasOnlyListener(Found cue) {
    int over = cue.to();
    while (!isLast(over)) {
      over++;
    }
    boolean comma = false;
    for (int w = Math.max(1, cue.from() - 2); w <= cue.from(); w++) {
      comma |= isComma(w);
    }
    return over - cue.to() <= 3
        && !heads(over)
        && comma
        && !CLAUSE_STARTS.contains(words.get(cue.to()));
  }

  // --- signs ------------------------------------------------------------------------------------

  private record Quotation(int opens, int closes) {}

  /** Marks pair up in a paragraph, those of each sort; what lies within another is part of it. */
  private List<Quotation> quotations() {
    List<Quotation> quotations = new ArrayList<>();
    int paragraph = 0;
    int openTwo = -1;
    int openOne = -1;
    int doubtfulTwo = -1;
    int doubtfulOne = -1;
    for (int w = 1; w < words.size(); w++) {
      if (breaks(w, Break.PARAGRAPH)) {
        paragraph = w;
        openTwo = -1;
        openOne = -1;
        doubtfulTwo = -1;
        doubtfulOne = -1;
      }
      int mark = end(w - 1);
      switch (before(w)) {
        case OPEN -> {
          openTwo = mark + 1;
          doubtfulTwo = -1;
        }
        case CLOSE, COMMA_CLOSE -> {
          // Behind a number it may be one of inches: then the next that closes counts.
          boolean doubt = before(w) == Joint.CLOSE && words.get(w - 1).matches(".*[0-9]");
          int from = openTwo >= 0 ? openTwo : doubt ? -1 : doubtfulTwo;
          if (from >= 0) {
            quotations.add(new Quotation(from, before(w) == Joint.CLOSE ? mark : mark + 1));
            doubtfulTwo = doubt ? from : -1;
          }
          openTwo = -1;
        }
        case OPEN_ONE -> {
          openOne = mark + 1;
          doubtfulOne = -1;
        }
        case CLOSE_ONE -> {
          boolean doubt = words.get(w - 1).endsWith("s");
          int from = openOne >= 0 ? openOne : doubt ? -1 : doubtfulOne;
          if (from >= 0) {
            quotations.add(new Quotation(from, mark));
            doubtfulOne = doubt ? from : -1;
          }
          openOne = -1;
        }
        default -> {}
      }
    }
    return paragraph < 0 ? List.of() : quotations;
  }

  private @Nullable Quotation around(int first, int end) {
    return quotations().stream()
        .filter(q -> q.opens() <= start(first) && end(end - 1) <= q.closes())
        .min(Comparator.comparingInt(Quotation::opens))
        .orElse(null);
  }

  /** The quotation that makes the match somebody's words: one of more than one word. */
  private @Nullable Quotation speechAround(int first, int end) {
    Quotation quotation = around(first, end);
    if (quotation == null) {
      return null;
    }
    boolean fromHere = first == 0 || start(first - 1) < quotation.opens();
    boolean toHere = end == words.size() || end(end) > quotation.closes();
    return end - first == 1 && fromHere && toHere ? null : quotation;
  }

  private void addSpeech(List<Governing> governing, List<Found> cues, int first, int end) {
    Quotation quotation = speechAround(first, end);
    if (quotation == null || has(governing, CueKind.REPORTED)) {
      return;
    }
    int opens = first;
    while (opens > 0 && start(opens - 1) > quotation.opens()) {
      opens--;
    }
    for (Found cue : cues) {
      CueWords of = cueWords.get(cue.owner());
      if (of.ends().equals(Set.of(CueKind.REPORTED))
          && cue.to() <= opens
          && opens - cue.from() <= 100
          && sameSentence(cue.from(), opens - 1)) {
        return;
      }
    }
    governing.add(new Governing(quotation.opens(), CueKind.REPORTED, Scope.QUOTATION));
  }

  private void addQuery(List<Governing> governing, int first, int end) {
    if (before(first) == Joint.DOUBT) {
      governing.add(new Governing(start(first) - 1, CueKind.POSSIBLE, Scope.QUERY));
      return;
    }
    if (has(governing, CueKind.NEGATED)
        || has(governing, CueKind.HYPOTHETICAL)
        || has(governing, CueKind.GENERAL)) {
      return;
    }
    int next = end;
    while (next < words.size() && sameSentence(first, next)) {
      next++;
    }
    if (next < words.size() && before(next) == Joint.QUESTION) {
      governing.add(new Governing(end(next - 1), CueKind.POSSIBLE, Scope.QUESTION));
    }
  }

  // --- whom it is about -------------------------------------------------------------------------

  private Subject subject(int first, int end, boolean general, @Nullable Integer age) {
    if (general) {
      return Subject.UNKNOWN;
    }
    List<Found> named = named(first, end);
    Found before = null;
    for (Found person : named) {
      boolean near =
          person.to() <= first
              && first - person.from() <= 25
              && !anyBreak(person.from() + 1, first, Break.CLAUSE);
      if (near && !isObject(person.from()) && !speaks(person, first)) {
        before = person;
      }
    }
    Subject is = before == null ? Subject.UNKNOWN : kind(before);
    if (is == Subject.CHILD || is == Subject.OTHER_CHILD) {
      return is;
    }
    boolean anybody = before != null && is == Subject.UNKNOWN;
    for (Found person : named) {
      if (person.from() >= first && person.from() <= end + 1) {
        if (kind(person) == Subject.UNKNOWN) {
          anybody = true;
        } else if (before == null
            && kind(person) == Subject.OTHER_CHILD
            && person.from() == end + 1
            && PREPOSITIONS.contains(words.get(end))) {
          return Subject.OTHER_CHILD;
        }
      }
    }
    boolean child =
        named.stream().anyMatch(p -> kind(p) == Subject.CHILD && sameParagraph(p.from(), first));
    if (anybody && !child && !mentionsOne(first)) {
      return Subject.UNKNOWN;
    }
    if (is == Subject.ADULT) {
      return is;
    }
    if (age != null) {
      return age < 18 ? Subject.CHILD : Subject.ADULT;
    }
    return child ? Subject.CHILD : Subject.UNKNOWN;
  }

  private Subject kind(Found person) {
    return people.get(person.owner()).subject();
  }

  /** The longest at each place, without those among the match's own words, save nobodies. */
  private List<Found> named(int first, int end) {
    List<Found> found = new ArrayList<>();
    int phrase = 0;
    for (int owner = 0; owner < people.size(); owner++) {
      for (String words : people.get(owner).phrases()) {
        found.addAll(find(owner, phrase++, words));
      }
    }
    found.sort(Comparator.comparingInt((Found f) -> -f.length()).thenComparingInt(Found::from));
    List<Found> kept = new ArrayList<>();
    for (Found person : found) {
      if (kept.stream().noneMatch(person::touches)) {
        kept.add(person);
      }
    }
    Found match = new Found(0, 0, first, end);
    kept.removeIf(person -> person.touches(match) && kind(person) != Subject.UNKNOWN);
    kept.sort(Comparator.comparingInt(Found::from));
    return kept;
  }

  /** “with her mother”. */
  private boolean isObject(int person) {
    int word = person - 1;
    while (word >= 0 && sameSentence(word, person) && DETERMINERS.contains(words.get(word))) {
      word--;
    }
    return word >= 0 && sameSentence(word, person) && PREPOSITIONS.contains(words.get(word));
  }

  /** “gran is sure that …”. */
  private boolean speaks(Found person, int first) {
    return kind(person) != Subject.CHILD
        && words.subList(person.to(), first).stream().anyMatch(SUBORDINATORS::contains);
  }

  private boolean mentionsOne(int first) {
    for (int w = Math.max(0, first - 25); w < first; w++) {
      if (sameSentence(w, first) && PRONOUNS.contains(words.get(w))) {
        return true;
      }
    }
    return false;
  }
}
