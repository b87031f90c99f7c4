package org.heed.server.person;

import org.jspecify.annotations.Nullable;

/** A person's name as it is shown. */
public final class PersonName {
  private static final String UNKNOWN = "Name not known";

  private PersonName() {}

  /** Whether a name that is shown says that there is none. */
  public static boolean isUnknown(String name) {
    return name.equals(UNKNOWN);
  }

  /** Given name and family name, as far as they are known. */
  public static String of(@Nullable String given, @Nullable String family) {
    String name = ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
    return name.isEmpty() ? UNKNOWN : name;
  }
}
