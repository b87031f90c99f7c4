package org.heed.server.publication;

import java.util.Locale;

/** A choice in a question: a code for addresses and programs, and words for people. */
public interface Coded {
  /** The constant's own name. */
  String name();

  /** As people see it. */
  String title();

  /** As addresses and programs have it: lower case, hyphens. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
