package org.heed.server.publication;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heed.figures.release.ReleaseFiles;

/**
 * What a release is made from, frozen: every count as it is, and no person or record. The release
 * is made from this alone, so that it can be made again, to the byte, when the records are lawfully
 * gone. It holds the small counts too and is never published.
 *
 * @param knownAt the moment whose knowledge it rests on
 * @param entries how many entries of the ledger were settled by then
 * @param hideBelow the disclosure rule
 */
public record Contributions(
    String id,
    String title,
    String publisher,
    String knownAt,
    long entries,
    String rulebook,
    long hideBelow,
    List<Frozen> tables) {

  /**
   * A table.
   *
   * @param question as the parameters of an address have it
   * @param records how many records were behind its total
   * @param digest of their identifiers
   * @param notKnown how many the clock cannot place
   */
  public record Frozen(
      String name,
      Map<String, String> question,
      String scope,
      long records,
      String digest,
      long notKnown,
      List<FrozenCell> cells) {
    public Frozen {
      question = Collections.unmodifiableMap(new TreeMap<>(question));
      cells = List.copyOf(cells);
    }

    String of(String parameter) {
      return question.getOrDefault(parameter, "");
    }
  }

  /** A count of it. */
  public record FrozenCell(String key, String label, long count) {}

  public Contributions {
    tables = List.copyOf(tables);
  }

  /**
   * The files of the release.
   *
   * @throws org.heed.server.access.Refused where a hidden count could be worked out, naming the
   *     cell
   */
  public SortedMap<String, byte[]> files() {
    return ReleaseFiles.of(new Disclosure(this).release());
  }
}
