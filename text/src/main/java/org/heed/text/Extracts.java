package org.heed.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes words out of a text by code points, decoding a text that is not ASCII once. */
final class Extracts {
  private final byte[] text;
  private final boolean ascii;
  private @Nullable String decoded;
  private int point;
  private int index;

  Extracts(byte[] text, boolean ascii) {
    this.text = text;
    this.ascii = ascii;
  }

  String of(int start, int end) {
    if (ascii) {
      // As Latin 1, which is copied as it is; that it is ASCII is known already.
      return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
    String all = decoded;
    if (all == null) {
      all = Utf8.text(text);
      decoded = all;
    }
    index = all.offsetByCodePoints(index, start - point);
    point = start;
    return all.substring(index, all.offsetByCodePoints(index, end - start));
  }
}
