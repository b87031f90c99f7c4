package org.heed.server.archive;

import java.io.Serial;

/** The archive is not as it was written, or does not fit the record: it is to be made again. */
public final class DamagedArchive extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public DamagedArchive(String message) {
    super(message);
  }

  public DamagedArchive(String message, Throwable cause) {
    super(message, cause);
  }
}
