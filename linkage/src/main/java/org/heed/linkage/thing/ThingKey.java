package org.heed.linkage.thing;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A thing as written, in the forms in which it is compared.
 *
 * @param exact equal where both writings are one number, plate, address or account; null where only
 *     part of it is written
 * @param loose equal where both may be one: the last six digits, a plate with 0 and O not told
 *     apart, number and street without the town, a handle without the service
 * @param pieces by which a part is found, each a few characters
 */
public record ThingKey(@Nullable String exact, @Nullable String loose, Set<String> pieces) {
  /** So many pieces are enough to find anything by. */
  private static final int MOST_PIECES = 40;

  /** Copies, in order. */
  public ThingKey {
    Set<String> ordered = new TreeSet<>(pieces);
    while (ordered.size() > MOST_PIECES) {
      ordered.remove(((TreeSet<String>) ordered).last());
    }
    pieces = java.util.Collections.unmodifiableSet(ordered);
  }

  /**
   * The key of a thing.
   *
   * @param detail kind of place, make and colour, or the service of an account; null where not
   *     given
   */
  public static ThingKey of(ThingKind kind, String written, @Nullable String detail) {
    return switch (kind) {
      case PLACE -> Places.key(written);
      case VEHICLE -> Plates.key(written);
      case PHONE -> Phones.key(written);
      case ACCOUNT -> Handles.key(written, detail);
    };
  }

  /** Pieces that whatever holds this part has all of; none where the part is too short. */
  public static Set<String> asked(ThingKind kind, String part) {
    return switch (kind) {
      case PLACE -> Places.asked(part);
      case VEHICLE -> Plates.asked(part);
      case PHONE -> Phones.asked(part);
      case ACCOUNT -> Handles.asked(part);
    };
  }

  /** Whether what is written holds the part, as {@link #asked} compares. */
  public static boolean holds(ThingKind kind, String written, String part) {
    return switch (kind) {
      case PLACE -> true;
      case VEHICLE -> Plates.folded(written).contains(Plates.folded(part));
      case PHONE -> Phones.holds(written, part);
      case ACCOUNT -> Handles.plain(written).contains(Handles.plain(part));
    };
  }

  /** All runs of that many characters. */
  static Set<String> runs(String text, int length) {
    Set<String> runs = new TreeSet<>();
    for (int i = 0; i + length <= text.length(); i++) {
      runs.add(text.substring(i, i + length));
    }
    return runs;
  }

  /** Nothing: a number is somebody's. */
  @Override
  public String toString() {
    return "ThingKey[hidden]";
  }
}
