package org.heed.server.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The texts of a rulebook by name, such as {@code prompts.yaml} and {@code
 * indicators/missing.yaml}.
 */
public record RulebookFiles(SortedMap<String, String> texts) {
  /** Zip archives have no other way to say that a time does not matter. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  public RulebookFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** The same with some texts in place of others; a file without any text is taken out. */
  RulebookFiles with(Map<String, String> changed) {
    SortedMap<String, String> all = new TreeMap<>(texts);
    all.putAll(changed);
    all.values().removeIf(String::isBlank);
    return new RulebookFiles(all);
  }

  /** As one archive, the same bytes for the same texts. */
  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : texts.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to write", e);
    }
    return bytes.toByteArray();
  }

  /** Reads an archive. */
  static RulebookFiles unzip(byte[] zip) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the archive of a rulebook cannot be read", e);
    }
    return new RulebookFiles(texts);
  }

  /** Writes them into a folder. */
  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder)) {
        throw new IOException("a file of the rulebook lies outside its folder");
      }
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
