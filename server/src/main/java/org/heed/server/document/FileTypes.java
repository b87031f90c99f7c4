package org.heed.server.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.heed.server.access.Refused;

/**
 * Tells what a file is by its content. What claims to be one thing and is another is refused, as is
 * what holds programs or would grow beyond measure when it is opened.
 */
final class FileTypes {
  /** Beyond this, what is packed in an office file is no letter. */
  private static final long MOST_UNPACKED = 400L << 20;

  private static final long MOST_TIMES = 200;
  private static final int MOST_ENTRIES = 10_000;

  private FileTypes() {}

  /**
   * The type of a file.
   *
   * @throws Refused with what is wrong with it
   */
  static FileType of(FileName name, byte[] content) {
    if (content.length == 0) {
      throw invalid("The file is empty: choose it again.");
    }
    FileType type =
        find(content)
            .orElseThrow(
                () -> invalid("Files of this kind are not taken. These are: " + taken() + "."));
    if (!type.endings().contains(name.ending())) {
      throw invalid(
          "The file’s name does not say what it is: inside it is a file of the kind “"
              + type.title()
              + "”, whose name ends in ."
              + String.join(" or .", type.endings())
              + ".");
    }
    return type;
  }

  /** All kinds, in words. */
  static String taken() {
    return List.of(FileType.values()).stream()
        .map(FileType::title)
        .collect(Collectors.joining(", "));
  }

  private static Optional<FileType> find(byte[] content) {
    if (starts(content, 0, "255044462d")) {
      return Optional.of(FileType.PDF);
    }
    if (starts(content, 0, "ffd8ff")) {
      return Optional.of(FileType.JPEG);
    }
    if (starts(content, 0, "89504e470d0a1a0a")) {
      return Optional.of(FileType.PNG);
    }
    if (starts(content, 0, "52494646") && starts(content, 8, "57415645")) {
      return Optional.of(FileType.WAV);
    }
    if (starts(content, 4, "66747970")) {
      return Optional.of(FileType.MP4);
    }
    if (starts(content, 0, "494433") || isFrame(content)) {
      return Optional.of(FileType.MP3);
    }
    if (starts(content, 0, "504b0304")) {
      return packed(content);
    }
    return isText(content) ? Optional.of(FileType.TEXT) : Optional.empty();
  }

  private static boolean starts(byte[] content, int at, String hex) {
    byte[] wanted = HexFormat.of().parseHex(hex);
    return content.length >= at + wanted.length
        && ByteBuffer.wrap(content, at, wanted.length).equals(ByteBuffer.wrap(wanted));
  }

  /** A sound frame of MPEG layer III, version 1 or 2, with a bit rate. */
  private static boolean isFrame(byte[] content) {
    return content.length > 4
        && (content[0] & 0xff) == 0xff
        && ((content[1] & 0xf6) == 0xf2)
        && (content[2] & 0xf0) != 0xf0
        && (content[2] & 0xf0) != 0;
  }

  /** UTF-8 without control characters, and no page or drawing that a browser would run. */
  private static boolean isText(byte[] content) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
    } catch (CharacterCodingException e) {
      return false;
    }
    String begins =
        text.substring(0, Math.min(text.length(), 512)).strip().toLowerCase(Locale.ROOT);
    return text.chars().noneMatch(at -> at < 0x20 && at != '\t' && at != '\n' && at != '\r')
        && !begins.startsWith("<")
        && !begins.startsWith("\uFEFF<")
        && !begins.startsWith("#!");
  }

  private static Optional<FileType> packed(byte[] content) {
    requireFew(content);
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      Set<String> names =
          entries.stream()
              .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
      if (names.stream()
          .anyMatch(one -> one.endsWith("vbaproject.bin") || one.startsWith("basic/"))) {
        throw invalid(
            "The file holds programs (macros): save it without them and choose it again.");
      }
      Optional<FileType> type = packed(zip, names);
      if (type.isPresent()) {
        requirePlain(entries);
        requireBounded(zip, entries, content.length);
      }
      return type;
    } catch (IOException | IllegalArgumentException e) {
      throw invalid("The file is damaged: it cannot be opened.");
    }
  }

  private static Optional<FileType> packed(ZipFile zip, Set<String> names) throws IOException {
    if (names.contains("[content_types].xml")) {
      return names.contains("word/document.xml")
          ? Optional.of(FileType.WORD)
          : names.contains("xl/workbook.xml")
              ? Optional.of(FileType.EXCEL)
              : names.contains("ppt/presentation.xml")
                  ? Optional.of(FileType.POWERPOINT)
                  : Optional.empty();
    }
    ZipArchiveEntry says = zip.getEntry("mimetype");
    if (says == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(says)) {
      return switch (new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip()) {
        case "application/vnd.oasis.opendocument.text" -> Optional.of(FileType.OPEN_TEXT);
        case "application/vnd.oasis.opendocument.spreadsheet" -> Optional.of(FileType.OPEN_SHEET);
        default -> Optional.empty();
      };
    }
  }

  /** Counts what it lists before the list is read, which takes far more room than the file. */
  private static void requireFew(byte[] content) {
    int listed = 0;
    for (int at = 0; at + 3 < content.length; at++) {
      if (content[at] == 'P'
          && content[at + 1] == 'K'
          && content[at + 2] == 1
          && content[at + 3] == 2
          && ++listed > MOST_ENTRIES) {
        throw bomb();
      }
    }
  }

  /** Office programs store or deflate; other ways of packing hide what is inside from scanners. */
  private static void requirePlain(List<ZipArchiveEntry> entries) {
    if (entries.stream()
        .mapToInt(ZipArchiveEntry::getMethod)
        .anyMatch(
            method -> method != ZipArchiveEntry.STORED && method != ZipArchiveEntry.DEFLATED)) {
      throw invalid("The file is packed in a way that no office program packs: save it again.");
    }
  }

  /** Unpacks it, keeping nothing, since what a file says of its own size may be a lie. */
  private static void requireBounded(ZipFile zip, List<ZipArchiveEntry> entries, long size)
      throws IOException {
    long left = Math.min(MOST_UNPACKED, Math.max(16L << 20, size * MOST_TIMES));
    byte[] buffer = new byte[1 << 16];
    for (ZipArchiveEntry entry : entries) {
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          left -= read;
          if (left < 0) {
            throw bomb();
          }
        }
      }
    }
  }

  private static Refused bomb() {
    return invalid("The file would grow beyond measure when it is opened: it is not taken.");
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }
}
