package org.heed.server.api;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list, which programs hand back as they got it. It names the last record shown, not a
 * number of rows, so that whatever arrives meanwhile moves nothing; and it belongs to the filters
 * of its list.
 */
public final class Cursor {
  /** Before the first of a list that runs from the newest identifier to the oldest. */
  public static final UUID START = new UUID(-1, -1);

  private static final int BYTES = 16 + 4;

  private Cursor() {}

  /** The cursor after a record, in a list with these filters. */
  public static String after(UUID last, Object filters) {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(last.getMostSignificantBits())
            .putLong(last.getLeastSignificantBits())
            .putInt(check(last, filters));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The record after which a list goes on.
   *
   * @throws BadRequest when the cursor is none of ours, or another list's
   */
  public static UUID parse(@Nullable String cursor, Object filters) {
    if (cursor == null || cursor.isEmpty()) {
      return START;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      UUID last = new UUID(bytes.getLong(), bytes.getLong());
      if (bytes.getInt() == check(last, filters) && !bytes.hasRemaining()) {
        return last;
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      // Not ours: refused below, as one of another list is.
    }
    throw new BadRequest(
        "CURSOR_INVALID",
        "The cursor is not of this list: use next as it was given, with the same filters.");
  }

  private static int check(UUID last, Object filters) {
    CRC32 sum = new CRC32();
    sum.update((last + "\n" + filters).getBytes(StandardCharsets.UTF_8));
    return (int) sum.getValue();
  }
}
