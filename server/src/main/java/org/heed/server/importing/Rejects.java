package org.heed.server.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of refused rows, for whoever imports to put right: CSV with the columns line, column,
 * value and reason and, where several files are imported, file. It holds personal text, so that
 * only its owner can read it. Made with the first refusal.
 */
public final class Rejects implements AutoCloseable {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path path;
  private final boolean several;
  private @Nullable CsvWriter csv;

  /**
   * @param several whether rows of several files go in
   */
  public Rejects(Path path, boolean several) throws IOException {
    this.path = path;
    this.several = several;
    if (Files.isRegularFile(path)) {
      Files.delete(path);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  void add(String file, Refusal refusal) {
    try {
      CsvWriter open = open();
      String line = Long.toString(refusal.line());
      if (several) {
        open.writeRecord(line, refusal.column(), refusal.value(), refusal.reason(), file);
      } else {
        open.writeRecord(line, refusal.column(), refusal.value(), refusal.reason());
      }
    } catch (UncheckedIOException | IOException e) {
      throw unwritable(e);
    }
  }

  /** So that what is said to be refused is in the file. */
  void flush() {
    try {
      if (csv != null) {
        csv.flush();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private CsvWriter open() throws IOException {
    CsvWriter open = csv;
    if (open == null) {
      open = CsvWriter.builder().build(writer());
      csv = open;
      if (several) {
        open.writeRecord("line", "column", "value", "reason", "file");
      } else {
        open.writeRecord("line", "column", "value", "reason");
      }
    }
    return open;
  }

  private Writer writer() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileAttribute<?>[] owner =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    OutputStream out =
        Files.isRegularFile(path) || !Files.exists(path)
            ? Channels.newOutputStream(Files.newByteChannel(path, NEW, owner))
            : Files.newOutputStream(path);
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private ImportFailure unwritable(Exception e) {
    return new ImportFailure(
        "The rejects file "
            + path
            + " cannot be written: is its disk full, or its folder closed? Name another with"
            + " --rejects and run the import again.",
        e);
  }

  @Override
  public void close() {
    try {
      if (csv != null) {
        csv.close();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
