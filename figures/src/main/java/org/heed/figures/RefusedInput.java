package org.heed.figures;

/**
 * Input that no figure may be made from, refused by name: parts that exceed their total, a negative
 * count where none can be, a level outside 0 to 1. The message names the field and its value, never
 * a person.
 */
public final class RefusedInput extends RuntimeException {
  private final String field;

  public RefusedInput(String field, String why) {
    super(field + ": " + why);
    this.field = field;
  }

  /** The field at fault, as the caller names it. */
  public String field() {
    return field;
  }

  /** Refuses unless {@code holds}. */
  public static void unless(boolean holds, String field, String why) {
    if (!holds) {
      throw new RefusedInput(field, why);
    }
  }
}
