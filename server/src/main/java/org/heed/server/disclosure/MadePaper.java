package org.heed.server.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was made.
 *
 * @param known the last position of the ledger that it tells of; null: as things were
 * @param items how many things stand in it
 * @param gaps how many redactions are burnt into it
 * @param left what was left out, and why
 */
public record MadePaper(
    UUID id,
    PaperKind kind,
    String title,
    String purpose,
    @Nullable Long known,
    int items,
    int gaps,
    String by,
    Instant at,
    List<File> files,
    List<Left> left) {
  public MadePaper {
    files = List.copyOf(files);
    left = List.copyOf(left);
  }

  /** One of its files, without its bytes. */
  public record File(String name, String media, String sha256, long size) {}

  /** Where something was left out, and why. */
  public record Left(String place, String reason) {
    /** Nothing: a place may be personal. */
    @Override
    public String toString() {
      return "Left[]";
    }
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "MadePaper[" + id + "]";
  }
}
