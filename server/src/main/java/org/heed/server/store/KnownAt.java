package org.heed.server.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * As of when a question asks. Known is a position in the ledger: {@code position} is the last one
 * settled by {@code moment}; null positions ask for everything committed now.
 *
 * <p>In SQL, with the named parameter {@code known}: {@link #FILTER} for a table aliased {@code f}.
 */
public record KnownAt(@Nullable Instant moment, @Nullable Long position) {
  /** Everything committed by now, settled or not. */
  public static final KnownAt NOW = new KnownAt(null, null);

  /** Keeps the facts of alias {@code f} that were known; takes the parameter {@code known}. */
  public static final String FILTER =
      """
      (cast(:known as bigint) is null
        or exists (select 1 from ledger.leaf k where k.entry = f.entry and k.position <= :known))\
      """;

  /** {@link #FILTER} for another alias. */
  public static String filter(String alias) {
    return FILTER.replace("f.entry", alias + ".entry");
  }
}
