package org.heed.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an NDJSON file, one a line, read as they are asked for. A file not there is empty.
 */
final class JsonLines implements Iterator<JsonObject>, AutoCloseable {

  private final String name;
  private final @Nullable BufferedReader reader;
  private @Nullable JsonObject head;
  private long line;

  JsonLines(Path file) {
    this.name = file.getFileName().toString();
    try {
      this.reader =
          Files.exists(file)
              ? new BufferedReader(
                  new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))
              : null;
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void advance() throws IOException {
    head = null;
    String text = reader == null ? null : reader.readLine();
    if (text != null) {
      line++;
      head = JsonObject.parse(text, "line " + line + " of " + name);
    }
  }

  /** The next object without taking it, or null at the end. */
  @Nullable JsonObject peek() {
    return head;
  }

  @Override
  public boolean hasNext() {
    return head != null;
  }

  @Override
  public JsonObject next() {
    JsonObject taken = head;
    if (taken == null) {
      throw new NoSuchElementException(name);
    }
    try {
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return taken;
  }

  @Override
  public void close() {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
