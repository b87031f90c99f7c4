package org.heed.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * A form with one file, read as it comes and never written to a disk. What comes beyond the limit
 * is read past, so that the browser gets an answer instead of a broken line, but not for ever.
 *
 * @param file empty where none was chosen, or it is too large
 */
public record FormWithFile(
    Map<String, List<String>> values, Optional<Sent> file, boolean tooLarge) {
  private static final int MOST_FIELDS = 32;
  private static final int LONGEST_FIELD = 40_000;
  private static final int LONGEST_HEADERS = 4_096;
  private static final long READ_PAST = 512L << 20;

  public FormWithFile {
    values = Map.copyOf(values);
  }

  /** The first value of each field. */
  public Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    values.forEach((name, all) -> fields.put(name, all.getFirst()));
    return fields;
  }

  /** All values of a field, such as of ticked boxes. */
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /**
   * The file that was chosen.
   *
   * @param name as the browser sent it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Sent(String name, byte[] content) {
    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Sent[" + content.length + "]";
    }
  }

  /**
   * From what a browser sends; empty where it is no such form or breaks off. Its first field has to
   * be the form's token: without it nothing further is read.
   *
   * @throws org.heed.server.access.Refused where it is not
   */
  public static FormWithFile of(HttpServletRequest request, String field, long largest) {
    return of(request, field, largest, LONGEST_FIELD);
  }

  /**
   * As above.
   *
   * @param longest bytes of a field
   */
  public static FormWithFile of(
      HttpServletRequest request, String field, long largest, int longest) {
    Map<String, List<String>> values = new HashMap<>();
    Map<String, String> fields = new HashMap<>();
    if (!JakartaServletFileUpload.isMultipartContent(request)) {
      return new FormWithFile(values, Optional.empty(), false);
    }
    Optional<Sent> file = Optional.empty();
    boolean tooLarge = false;
    try {
      JakartaServletFileUpload<?, ?> reading = new JakartaServletFileUpload<>();
      reading.setHeaderCharset(StandardCharsets.UTF_8);
      reading.setMaxPartHeaderSize(LONGEST_HEADERS);
      FileItemInputIterator items = reading.getItemIterator(request);
      // No stream of a part is closed: closing one reads whatever is left of it, however much.
      for (int read = 0; read < MOST_FIELDS && items.hasNext(); read++) {
        FileItemInput item = items.next();
        if (item.isFormField()) {
          byte[] said = item.getInputStream().readNBytes(longest + 1);
          if (said.length > longest) {
            break;
          }
          String text = new String(said, StandardCharsets.UTF_8);
          fields.putIfAbsent(item.getFieldName(), text);
          values.computeIfAbsent(item.getFieldName(), _ -> new ArrayList<>()).add(text);
        }
        FormToken.require(request, fields);
        if (!item.isFormField() && item.getName() != null && !item.getName().isEmpty()) {
          if (!field.equals(item.getFieldName())) {
            break;
          }
          file = read(item.getName(), item.getInputStream(), largest);
          tooLarge = file.isEmpty();
          if (tooLarge) {
            break;
          }
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      file = Optional.empty();
    }
    FormToken.require(request, fields);
    return new FormWithFile(values, file, tooLarge);
  }

  private static Optional<Sent> read(String name, InputStream in, long largest) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try {
      for (int read = in.read(buffer); read >= 0 && size <= READ_PAST; read = in.read(buffer)) {
        size += read;
        if (size <= largest) {
          content.write(buffer, 0, read);
        } else {
          content = new ByteArrayOutputStream(0);
        }
      }
    } catch (IOException broken) {
      if (size <= largest) {
        throw broken;
      }
    }
    return size > largest ? Optional.empty() : Optional.of(new Sent(name, content.toByteArray()));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "FormWithFile[" + file + "]";
  }
}
