package org.heed.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The small conventions by which templates name and connect the parts of a field. */
public final class Describe {

  private Describe() {}

  /** The value of {@code aria-describedby}, or null to leave it out. */
  public static @Nullable String by(String id, @Nullable String hint, @Nullable String error) {
    List<String> ids = said(id, hint, error);
    return ids.isEmpty() ? null : String.join(" ", ids);
  }

  /** The same for a field with a character count, whose message comes first. */
  public static String counted(String id, @Nullable String hint, @Nullable String error) {
    List<String> ids = said(id, hint, error);
    ids.addFirst(id + "-info");
    return String.join(" ", ids);
  }

  /** The id of an option: the first has the field's own, so that an error's link finds it. */
  public static String nth(String id, int index) {
    return index == 0 ? id : id + "-" + (index + 1);
  }

  /** With a capital. */
  public static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static List<String> said(String id, @Nullable String hint, @Nullable String error) {
    var ids = new ArrayList<String>();
    if (hint != null) {
      ids.add(id + "-hint");
    }
    if (error != null) {
      ids.add(id + "-error");
    }
    return ids;
  }
}
