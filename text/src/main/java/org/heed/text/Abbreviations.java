package org.heed.text;

/** Words whose full stop does not end a sentence. */
final class Abbreviations {
  private static final ShortWords ALL =
      ShortWords.of(
          "mr", "mrs", "ms", "dr", "st", "prof", "sgt", "insp", "supt", "det", "vs", "eg", "ie",
          "cf", "approx", "dept", "ref", "tel", "ave", "rd", "jr", "sr", "hrs");

  private Abbreviations() {}

  static boolean contain(byte[] folded, int from, int to) {
    return ALL.contain(folded, from, to);
  }
}
