package org.heed.server.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of a few: a code for the record, addresses and programs, and words for people. */
public interface Coded {
  /** The constant's own name. */
  String name();

  /** As people see it. */
  String title();

  /** As the record, addresses and programs have it: lower case, hyphens. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of all with a code. */
  static <C extends Coded> Optional<C> find(C[] all, String code) {
    return Arrays.stream(all).filter(one -> one.code().equals(code)).findFirst();
  }

  /**
   * The same where there must be one.
   *
   * @param what they are: “role”
   */
  static <C extends Coded> C parse(C[] all, String code, String what) {
    return find(all, code).orElseThrow(() -> new IllegalArgumentException(oneOf(what, all)));
  }

  /** For whoever gave another: “role is one of child, sibling”. */
  static String oneOf(String what, Coded[] all) {
    return what
        + " is one of "
        + Arrays.stream(all).map(Coded::code).collect(Collectors.joining(", "));
  }
}
