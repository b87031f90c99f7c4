package org.heed.server.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows of a network file of another program: read whole, since links come in any order. */
final class ExchangeRows implements RowSource {
  private final Reader text;
  private final Iterator<SourceRow> rows;

  ExchangeRows(String file, FileFormat format, Reader text) throws IOException {
    this.text = text;
    Exchanged into = new Exchanged();
    switch (format) {
      case POLE_JSON -> new PoleJson(file, into).read(text);
      case CASE -> new CaseJson(file, into).read(text);
      case POLE_CSV -> new LinkRows(file, LinkRows.POLE, into).read(text);
      case I2 -> new LinkRows(file, LinkRows.I2, into).read(text);
      case CSV, XLSX, NDJSON -> throw new IllegalArgumentException("no network file");
    }
    this.rows = into.rows().iterator();
  }

  @Override
  public @Nullable SourceRow next() {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
