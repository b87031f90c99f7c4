package org.heed.server.importing;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file's rows, one after the other. */
interface RowSource extends Closeable {
  /** The next row, or null at the end. */
  @Nullable SourceRow next() throws IOException;
}
