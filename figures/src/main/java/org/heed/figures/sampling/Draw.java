package org.heed.figures.sampling;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heed.figures.RefusedInput;

/**
 * A sample without replacement that anybody can draw again from its record: the frame's hash, the
 * seed and the size of each stratum. Each unit's number is the SHA-256 of the seed, a tab and its
 * identifier; the smallest numbers of a stratum are its sample, in that order (a sequential draw by
 * permanent random numbers: Ohlsson 1995, in Business Survey Methods). What is in the frame besides
 * moves no unit's number, and no program is needed but {@code sha256sum} and {@code sort}.
 *
 * @param frameHash of the frame it was drawn from
 * @param sizes how many of each stratum
 */
public record Draw(String frameHash, String seed, SortedMap<String, Integer> sizes) {
  public Draw {
    RefusedInput.unless(!seed.isBlank(), "seed", "is empty");
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  /** A draw from a frame. */
  public static Draw of(Frame frame, String seed, Map<String, Integer> sizes) {
    return new Draw(frame.hash(), seed, new TreeMap<>(sizes));
  }

  /** What was drawn, and from which stratum. */
  public record Drawn(String id, String stratum) {}

  /**
   * Draws.
   *
   * @throws RefusedInput for another frame, or for more than a stratum has
   */
  public List<Drawn> from(Frame frame) {
    RefusedInput.unless(frame.hash().equals(frameHash), "frame", "is not the one recorded");
    SortedMap<String, List<String>> strata = frame.strata();
    List<Drawn> drawn = new ArrayList<>();
    sizes.forEach((stratum, size) -> {
      List<String> units = strata.getOrDefault(stratum, List.of());
      RefusedInput.unless(
          size >= 0 && size <= units.size(), "sizes", size + " of a stratum of " + units.size());
      units.stream()
          .sorted(Comparator.comparing(this::number).thenComparing(Comparator.naturalOrder()))
          .limit(size)
          .forEach(id -> drawn.add(new Drawn(id, stratum)));
    });
    return List.copyOf(drawn);
  }

  private String number(String id) {
    return Digest.of((seed + '\t' + id).getBytes(StandardCharsets.UTF_8));
  }
}
