package org.heed.server.portable;

import java.util.Locale;

/**
 * What taking an export back came to.
 *
 * @param read entries of the export
 * @param fresh entries that went in
 * @param placesKept whether they have the positions and times that they had where they come from;
 *     otherwise they are known from now on
 */
public record Taken(long read, long fresh, boolean placesKept) {

  /** As the command's last line has it: entries, of which none is ever changed or refused. */
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"read\":%d,\"new\":%d,\"changed\":0,\"same\":%d,\"refused\":0}",
        read,
        fresh,
        read - fresh);
  }
}
