package org.heed.server.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure with all that qualifies it.
 *
 * @param inside what the records of every area say of it; null for who counts only some
 */
public record Headline(Figure figure, Change change, @Nullable Inside inside) {

  /**
   * From the records.
   *
   * @param split null where nothing of either period is known
   * @param review null where blind review says nothing of this unit, definition or clock
   */
  public record Inside(
      Split split, List<Clustered> clustered, Missing missing, @Nullable BlindReview review) {
    public Inside {
      clustered = List.copyOf(clustered);
    }
  }
}
