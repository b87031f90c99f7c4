package org.heed.server.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, in the order of its fields. Each message says what to do, as GOV.UK
 * error messages do ("Enter the date the report was made"), and never repeats what was typed.
 */
public final class FormErrors {

  private static final FormErrors NONE = new FormErrors(List.of());

  private final List<Item> items;

  private FormErrors(List<Item> items) {
    this.items = items;
  }

  /**
   * One thing wrong.
   *
   * @param field the name of the field; also the id of its input, so that the summary's link finds
   *     it
   */
  public record Item(String field, String message) {}

  /** Nothing is wrong. */
  public static FormErrors none() {
    return NONE;
  }

  /** One thing is wrong; add more with {@link #and}. */
  public static FormErrors of(String field, String message) {
    return NONE.and(field, message);
  }

  /** These errors and one more. */
  public FormErrors and(String field, String message) {
    var more = new ArrayList<>(items);
    more.add(new Item(field, message));
    return new FormErrors(List.copyOf(more));
  }

  /** All of them. */
  public List<Item> list() {
    return items;
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** The first message for a field, or null, which leaves the attribute or element out. */
  public @Nullable String message(String field) {
    for (Item item : items) {
      if (item.field().equals(field)) {
        return item.message();
      }
    }
    return null;
  }

  /** Field names only. */
  @Override
  public String toString() {
    return items.stream().map(Item::field).toList().toString();
  }
}
