package org.heed.server.thing;

import org.heed.linkage.thing.ThingKind;
import org.heed.server.report.NewThing;
import org.jspecify.annotations.Nullable;

/** How far two ways of writing a thing agree, the closest first. */
enum Likeness {
  EXACT,
  LOOSE,
  PART;

  /** What is said for it. */
  String words(ThingKind kind) {
    return switch (this) {
      case EXACT ->
          switch (kind) {
            case PLACE -> "The same address or name";
            case VEHICLE -> "The same registration mark";
            case PHONE -> "The same number";
            case ACCOUNT -> "The same account name";
          };
      case LOOSE ->
          switch (kind) {
            case PLACE ->
                "The same number and street, or the same name; the rest differs or is not written";
            case VEHICLE -> "The same mark, where 0 and O, 1 and I, 5 and S, 8 and B look alike";
            case PHONE -> "The last six digits are the same";
            case ACCOUNT -> "The same account name; the service differs or is not written";
          };
      case PART ->
          switch (kind) {
            case PLACE -> "The same words";
            case VEHICLE -> "The part that was seen is in this mark";
            case PHONE -> "The digits that are known are in this number";
            case ACCOUNT -> "The part that is known is in this name";
          };
    };
  }

  /** What does not fit; null where nothing is seen. */
  static @Nullable String against(NewThing one, ThingSaid other) {
    return one.detail() == null
            || other.detail() == null
            || one.detail().equalsIgnoreCase(other.detail())
        ? null
        : "Described as “" + one.detail() + "” here and “" + other.detail() + "” there";
  }
}
