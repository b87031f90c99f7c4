package org.heed.figures.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A release's files by name. The same release has the same bytes on any machine at any time:
 * nothing of when or where it was written goes in, and what is packed is packed without
 * compression.
 */
public final class ReleaseFiles {
  /** The file that lists the hash of every other; it is what is signed. */
  public static final String MANIFEST = "MANIFEST.sha256";

  private ReleaseFiles() {}

  /** Writes. */
  public static SortedMap<String, byte[]> of(Release release) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (ReleaseTable table : release.tables()) {
      files.put(table.name() + ".csv", utf8(CsvText.of(table)));
    }
    files.put("csv-metadata.json", utf8(CsvwText.of(release)));
    files.put("datapackage.json", utf8(FrictionlessText.of(release, files)));
    files.put("index.html", utf8(PageText.of(release)));
    files.put(release.id() + ".xlsx", Spreadsheet.of(release));
    files.put(MANIFEST, utf8(manifest(files)));
    return files;
  }

  private static String manifest(SortedMap<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (name, bytes) -> text.append(sha256(bytes)).append("  ").append(name).append('\n'));
    return text.toString();
  }

  /** The SHA-256 in hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
