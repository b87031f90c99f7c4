package org.heed.linkage.thing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers in the form of E.164, a British one where no country is written. Many reports
 * know but the end of one, so three digits alone are an end.
 */
final class Phones {
  private static final int LAST = 6;
  private static final int RUN = 4;
  private static final int END = 3;
  private static final String BRITISH = "GB";

  private Phones() {}

  static ThingKey key(String written) {
    PhoneNumber number = number(written);
    String digits = digits(written);
    String exact =
        number == null
            ? null
            : PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    String loose = digits.length() < LAST ? null : digits.substring(digits.length() - LAST);
    Set<String> pieces = new TreeSet<>(ThingKey.runs(digits, RUN));
    if (digits.length() >= END) {
      pieces.add("~" + digits.substring(digits.length() - END));
    }
    return new ThingKey(exact, loose, pieces);
  }

  static Set<String> asked(String part) {
    String digits = digits(part);
    return digits.length() == END ? Set.of("~" + digits) : ThingKey.runs(digits, RUN);
  }

  static boolean holds(String written, String part) {
    String asked = digits(part);
    String digits = digits(written);
    return asked.length() == END ? digits.endsWith(asked) : digits.contains(asked);
  }

  private static @Nullable PhoneNumber number(String written) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = util.parse(written, BRITISH);
      return util.isPossibleNumber(number) && digits(written).length() > LAST ? number : null;
    } catch (NumberParseException e) {
      return null;
    }
  }

  /** As dialled within Britain; of another country with all its digits. */
  private static String digits(String written) {
    StringBuilder digits = new StringBuilder();
    written
        .codePoints()
        .filter(Character::isDigit)
        .forEach(c -> digits.append(Character.digit(c, 10)));
    String all = digits.toString();
    boolean abroad = written.strip().startsWith("+") || all.startsWith("00");
    String international = all.startsWith("00") ? all.substring(2) : all;
    if (abroad && international.startsWith("44")) {
      String national = international.substring(2);
      return national.startsWith("0") ? national : "0" + national;
    }
    return abroad ? international : all;
  }
}
