package org.heed.linkage.thing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Registration marks. Who reads one in passing takes 0 for O, 1 for I, 5 for S and 8 for B, so that
 * the loose form does not tell these apart; a mark of which a part alone was seen has no key.
 */
final class Plates {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 8;
  private static final int RUN = 3;
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(partial|part|plate|vrm|vrn|index|reg|registration|number|no|ending|starting)\\b\\.?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTIAL =
      Pattern.compile("\\b(partial|part|ending|starting)\\b|[?*…]", Pattern.CASE_INSENSITIVE);

  private Plates() {}

  static ThingKey key(String written) {
    String mark = compact(written);
    String folded = folded(written);
    boolean whole =
        !PARTIAL.matcher(written).find()
            && mark.length() >= SHORTEST
            && mark.length() <= LONGEST
            && mark.chars().anyMatch(Character::isDigit)
            && mark.chars().anyMatch(Character::isLetter);
    return new ThingKey(whole ? mark : null, whole ? folded : null, ThingKey.runs(folded, RUN));
  }

  static Set<String> asked(String part) {
    return ThingKey.runs(folded(part), RUN);
  }

  /** Letters and digits, those that look alike as one. */
  static String folded(String written) {
    return compact(written).replace('O', '0').replace('I', '1').replace('S', '5').replace('B', '8');
  }

  private static String compact(String written) {
    return WORDS
        .matcher(written)
        .replaceAll(" ")
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "");
  }
}
