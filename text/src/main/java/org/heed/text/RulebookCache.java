package org.heed.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;

/**
 * Compiled rulebooks on disk, so that a command need neither parse nor compile. A file is named by
 * the hash of the rulebook's files and of the program that compiled it; one that is missing, cut
 * short or damaged is made again, and a folder that cannot be written to is done without.
 */
public final class RulebookCache {
  private static final int CHECKSUM = Long.BYTES;

  private final Path folder;
  private final String program;

  /**
   * A cache in this folder.
   *
   * @param program what tells this build of Heed from others
   */
  public RulebookCache(Path folder, String program) {
    this.folder = folder;
    this.program = program;
  }

  /**
   * The cache of the Heed that lives in a folder. Empty where it runs from loose classes, which do
   * not tell one build from another.
   *
   * @throws IOException when its own jar cannot be looked at
   */
  public static Optional<RulebookCache> in(Path home) throws IOException {
    String program = program();
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(new RulebookCache(home.resolve("target").resolve("rulebooks"), program));
  }

  /** What tells this build from others: its jar's size and age; empty when run from classes. */
  private static String program() throws IOException {
    CodeSource source = RulebookCache.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "";
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar)
          ? jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis()
          : "";
    } catch (URISyntaxException | InvalidPathException e) {
      return "";
    }
  }

  /**
   * A reader for the rulebook in a folder. Its {@link Reader#rulebook()} lacks phrases and
   * examples.
   */
  public Reader reader(Path rulebook) throws IOException, RulebookException {
    Map<String, String> files = RulebookLoader.files(rulebook);
    Path file = folder.resolve(name(files) + ".rulebook");
    Optional<Reader> known = read(file);
    if (known.isPresent()) {
      return known.get();
    }
    Reader reader = Reader.of(RulebookLoader.parse(files));
    try {
      write(reader, file);
    } catch (IOException e) {
      return reader;
    }
    return reader;
  }

  private String name(Map<String, String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(program.getBytes(StandardCharsets.UTF_8));
      files.forEach((name, text) -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((name + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Optional<Reader> read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length < CHECKSUM
          || ByteBuffer.wrap(bytes).getLong() != checksum(bytes, CHECKSUM)) {
        return Optional.empty();
      }
      DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(bytes, CHECKSUM, bytes.length - CHECKSUM));
      Rulebook rulebook = CompiledFile.read(in);
      return Optional.of(Reader.compiled(rulebook, LexiconCodec.read(in)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void write(Reader reader, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0);
    CompiledFile.write(reader.rulebook(), out);
    LexiconCodec.write(reader.lexicon(), out);
    byte[] all = bytes.toByteArray();
    ByteBuffer.wrap(all).putLong(checksum(all, CHECKSUM));
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "part", ".tmp");
    try {
      Files.write(part, all);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, bytes.length - from);
    return crc.getValue();
  }
}
