package org.heed.server.importing;

import java.util.Locale;

/**
 * What an import came to. Every row read is one of the other four.
 *
 * @param fresh rows that are new reports
 * @param changed rows that are new versions of reports known
 * @param same rows that were known word for word
 * @param refused rows in the rejects file
 */
public record ImportCounts(long read, long fresh, long changed, long same, long refused) {
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  /** Both together. */
  public ImportCounts plus(ImportCounts other) {
    return new ImportCounts(
        read + other.read,
        fresh + other.fresh,
        changed + other.changed,
        same + other.same,
        refused + other.refused);
  }

  /** As the command's last line has it. */
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"read\":%d,\"new\":%d,\"changed\":%d,\"same\":%d,\"refused\":%d}",
        read,
        fresh,
        changed,
        same,
        refused);
  }
}
