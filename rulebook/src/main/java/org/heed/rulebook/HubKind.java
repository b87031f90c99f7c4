package org.heed.rulebook;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Places that many people pass through, known by how their names end: Greyport station is one, a
 * house in Station Road is none.
 *
 * @param ends words that the name, or a part of it before a comma, ends with
 * @param unless words in that part that say it is something else, such as a school that is flats
 */
public record HubKind(
    String id, String title, String source, List<String> ends, List<String> unless, Where at) {
  public HubKind {
    ends = List.copyOf(ends);
    unless = List.copyOf(unless);
  }

  /** Whether a place, as somebody wrote it, is of this kind. */
  public boolean names(String written) {
    return Arrays.stream(written.split("[,;\\n]", -1)).map(HubKind::words).anyMatch(this::isOne);
  }

  private boolean isOne(String part) {
    return ends.stream().anyMatch(end -> part.endsWith(words(end)))
        && unless.stream().noneMatch(other -> part.contains(words(other)));
  }

  /** Words in small letters, a space before and after each. */
  private static String words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("[\\p{M}'’]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return " " + plain + " ";
  }
}
