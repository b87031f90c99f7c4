package org.heed.server.sharing;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/** How something shared has to be handled, where that is one of a few; the rest is in words. */
public enum Handling implements Coded {
  NAMED_READERS("For those alone whom the words below name"),
  /** What is in the pack is on no page that is printed. */
  NOT_PASSED_ON("Not to be passed on, copied or printed"),
  CHILD_NOT_TOLD("The child and the family are not to be told of it"),
  ASK_FIRST("Ask whoever shared it before you act on it");

  private final String title;

  Handling(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The one with that code. */
  public static Optional<Handling> find(String code) {
    return Coded.find(values(), code);
  }

  /** As the record keeps them; null: none. */
  static @Nullable String kept(Collection<Handling> all) {
    return all.isEmpty()
        ? null
        : all.stream().sorted().map(Coded::code).collect(Collectors.joining(","));
  }

  /** Those kept, in their order. */
  static Set<Handling> of(@Nullable String kept) {
    Set<Handling> all = EnumSet.noneOf(Handling.class);
    if (kept != null) {
      Arrays.stream(kept.split(","))
          .forEach(code -> all.add(Coded.parse(values(), code, "handling")));
    }
    return all;
  }
}
