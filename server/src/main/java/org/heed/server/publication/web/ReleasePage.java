package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.heed.figures.Interval;
import org.heed.figures.disclosure.SuppressedTables;
import org.heed.figures.release.ReleaseTable;
import org.heed.server.publication.ReleaseDesk.Preview;
import org.heed.server.publication.ReleaseStanding;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code figure/release.jte}: a release that could be proposed, or one that was.
 *
 * @param standing null for one that is not proposed yet
 * @param decides whether the reader may sign it
 * @param files of a signed one, as made again just now
 * @param reason typed by whoever decides
 * @param decision chosen by them, or empty
 */
public record ReleasePage(
    Page page,
    Preview preview,
    @Nullable ReleaseStanding standing,
    boolean decides,
    List<SignedFile> files,
    String decision,
    String reason) {

  /** A file with its size and hash. */
  public record SignedFile(String name, String size, String sha256, String address) {}

  /** Copies. */
  public ReleasePage {
    files = List.copyOf(files);
  }

  /** Its tables. */
  public List<ReleaseTable> tables() {
    return preview.release().tables();
  }

  /** How many counts are hidden. */
  public long hidden() {
    return tables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.status() == ReleaseTable.Status.CONFIDENTIAL)
        .count();
  }

  /** One hidden count and what can be worked out about it. */
  public record Audited(String where, String anyone, String knowing, String why) {}

  /** The audit, for those inside. */
  public List<Audited> audit() {
    List<Audited> all = new ArrayList<>();
    for (SuppressedTables.Audited each : preview.audit()) {
      all.add(
          new Audited(
              where(each.at()),
              range(each.range()),
              range(each.knowing()),
              each.small() ? "Small itself" : "Hidden to protect another"));
    }
    return all;
  }

  private static String where(Map<String, String> at) {
    return String.join(", ", new TreeMap<>(at).values());
  }

  private static String range(Interval range) {
    return Double.isInfinite(range.upper())
        ? String.format(Locale.UK, "%,.0f or more", range.lower())
        : String.format(Locale.UK, "%,.0f to %,.0f", range.lower(), range.upper());
  }

  /** What it rests on. */
  public List<String> basis() {
    var release = preview.release();
    return List.of(
        "As known at " + Words.dateTime(java.time.Instant.parse(release.knownAt())),
        Words.count(release.entries(), "entry", "entries") + " of the ledger were settled by then",
        "Rulebook " + release.rulebook(),
        "Disclosure: " + release.rule());
  }
}
