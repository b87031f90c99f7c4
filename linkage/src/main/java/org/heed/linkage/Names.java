package org.heed.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of all records. Given names, family names and further words share one dictionary, so
 * that a name in the wrong place is still the same number.
 */
final class Names {

  private final Values values;
  private final Words words;
  private final Sounds sounds;
  private final int[][] groups;
  private final int[] given;
  private final int[] family;
  private final int[] others;
  private final Values otherTexts;
  private final Words otherWords;

  private Names(int[] given, int[] family, int[] others, Values.Builder codes, Values otherTexts) {
    this.given = given;
    this.family = family;
    this.others = others;
    this.otherTexts = otherTexts;
    this.otherWords = Words.of(otherTexts, codes);
    Words.of(codes.freeze(), codes);
    this.values = codes.freeze();
    this.words = Words.of(values, codes);
    this.sounds = Sounds.of(values);
    Nicknames nicknames = Nicknames.load();
    this.groups = new int[values.size()][];
    Arrays.setAll(groups, name -> nicknames.groups(values.text(name)));
  }

  static Names of(Records records, boolean familyFirst) {
    Layout layout = records.layout();
    int givenColumn = layout.indexOf(Kind.GIVEN_NAME);
    int familyColumn = layout.indexOf(Kind.FAMILY_NAME);
    int fullColumn = layout.indexOf(Kind.FULL_NAME);
    int n = records.size();
    int[] given = new int[n];
    int[] family = new int[n];
    int[] others = new int[n];
    Values.Builder codes = new Values.Builder();
    Values.Builder otherCodes = new Values.Builder();
    Map<Long, int[]> known = new HashMap<>();
    for (int i = 0; i < n; i++) {
      int record = i;
      int g = givenColumn < 0 ? Records.MISSING : records.codes(givenColumn)[i];
      int f = familyColumn < 0 ? Records.MISSING : records.codes(familyColumn)[i];
      int w = fullColumn < 0 ? Records.MISSING : records.codes(fullColumn)[i];
      long key = fullColumn < 0 ? ((long) g << 32) | (f & 0xFFFFFFFFL) : -1;
      int[] parts = key == -1 ? null : known.get(key);
      if (parts == null) {
        NameParts of =
            NameParts.of(
                g < 0 ? givenColumn < 0 ? null : "" : records.values(givenColumn)[g],
                f < 0 ? familyColumn < 0 ? null : "" : records.values(familyColumn)[f],
                w < 0 ? null : records.values(fullColumn)[w],
                familyFirst);
        parts =
            new int[] {
              codes.code(of.given()), codes.code(of.family()), otherCodes.code(of.others())
            };
        if (key != -1) {
          known.put(key, parts);
        }
      }
      given[record] = parts[0];
      family[record] = parts[1];
      others[record] = parts[2];
    }
    return new Names(given, family, others, codes, otherCodes.freeze());
  }

  Values values() {
    return values;
  }

  Words words() {
    return words;
  }

  Sounds sounds() {
    return sounds;
  }

  int[] given() {
    return given;
  }

  int[] family() {
    return family;
  }

  /** Further words of the full name, as codes of {@link #otherTexts()}. */
  int[] others() {
    return others;
  }

  Values otherTexts() {
    return otherTexts;
  }

  Words otherWords() {
    return otherWords;
  }

  boolean hasOthers() {
    return otherTexts.size() > 0;
  }

  /** Whether one is a short or pet form of the other, or both are of the same name. */
  boolean isNickname(int x, int y) {
    for (int group : groups[x]) {
      for (int other : groups[y]) {
        if (group == other) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a name is usually meant by: the name that it is a form of, else its sound. */
  String usual(int name) {
    return groups[name].length == 0 ? sound(name) : "#" + groups[name][0];
  }

  /**
   * How a name sounds, in a form that no name is written in; the name itself where that is open.
   */
  String sound(int name) {
    String spoken = sounds.spoken(name);
    return spoken.isEmpty() ? values.text(name) : "~" + spoken;
  }

  /** Whether a name stands anywhere among the names of a record. */
  boolean mentions(int record, int name) {
    return isOrHas(given[record], name)
        || isOrHas(family[record], name)
        || (others[record] >= 0 && otherWords.has(others[record], name));
  }

  private boolean isOrHas(int whole, int name) {
    return whole >= 0 && (whole == name || words.has(whole, name));
  }

  /** Whether one is a single letter that the other starts with. */
  boolean isInitial(int x, int y) {
    return (values.length(x) == 1 || values.length(y) == 1)
        && values.letters()[values.start(x)] == values.letters()[values.start(y)];
  }

  /** Whether all words of the one are among the words of the other. */
  boolean isWithin(int x, int y) {
    int fewer = Math.min(words.count(x), words.count(y));
    return words.count(x) + words.count(y) > 2 && words.shared(x, y) == fewer;
  }
}
