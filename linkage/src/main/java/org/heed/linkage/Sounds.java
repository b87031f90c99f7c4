package org.heed.linkage;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How names sound in English ears (Philips's Double Metaphone), as numbers; two for some. */
final class Sounds {
  private static final int LENGTH = 6;
  private static final int FEWEST_BONES = 3;

  private final String[] spoken;
  private final int[] first;
  private final int[] second;
  private final int[] bones;

  /** Whether a name is written without vowels, as in Arabic. */
  private final boolean[] isBones;

  private Sounds(String[] spoken, int[] first, int[] second, int[] bones, boolean[] isBones) {
    this.spoken = spoken;
    this.first = first;
    this.second = second;
    this.bones = bones;
    this.isBones = isBones;
  }

  static Sounds of(Values names) {
    DoubleMetaphone metaphone = new DoubleMetaphone();
    metaphone.setMaxCodeLen(LENGTH);
    Map<String, Integer> codes = new HashMap<>();
    String[] spoken = new String[names.size()];
    int[] first = new int[names.size()];
    int[] second = new int[names.size()];
    int[] bones = new int[names.size()];
    boolean[] isBones = new boolean[names.size()];
    Map<String, Integer> skeletons = new HashMap<>();
    for (int name = 0; name < first.length; name++) {
      String letters = names.text(name).replace(" ", "");
      String sound = metaphone.doubleMetaphone(letters, false);
      first[name] = code(sound, codes);
      spoken[name] = first[name] < 0 ? "" : sound;
      second[name] = code(metaphone.doubleMetaphone(letters, true), codes);
      String left = Latin.bones(letters);
      bones[name] = skeletons.computeIfAbsent(left, unknown -> skeletons.size());
      isBones[name] = left.length() >= FEWEST_BONES && letters.chars().noneMatch(Sounds::isVowel);
    }
    return new Sounds(spoken, first, second, bones, isBones);
  }

  private static boolean isVowel(int letter) {
    return Latin.isVowel((char) letter);
  }

  private static int code(String sound, Map<String, Integer> codes) {
    return sound == null || sound.length() < 2
        ? Records.MISSING
        : codes.computeIfAbsent(sound, unknown -> codes.size());
  }

  /** The usual sound of a name; empty for scripts other than Latin. */
  String spoken(int name) {
    return spoken[name];
  }

  boolean alike(int x, int y) {
    return isOneOf(first[x], y)
        || isOneOf(second[x], y)
        || ((isBones[x] || isBones[y]) && bones[x] == bones[y]);
  }

  private boolean isOneOf(int sound, int name) {
    return sound >= 0 && (sound == first[name] || sound == second[name]);
  }
}
