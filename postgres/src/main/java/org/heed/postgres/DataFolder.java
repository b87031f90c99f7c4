package org.heed.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.heed.postgres.PostgresFailure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lies in a data folder.
 *
 * @param root the folder itself, absolute
 */
record DataFolder(Path root) {
  DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  Path lock() {
    return root.resolve("heed.lock");
  }

  Path secrets() {
    return root.resolve("secrets");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path cluster() {
    return postgres().resolve("cluster");
  }

  Path log() {
    return postgres().resolve("log").resolve("postgres.log");
  }

  /** Settings of this place, read after Heed's own; those that guard records stay as they are. */
  Path localSettings() {
    return postgres().resolve("local.conf");
  }

  /** Makes the folder; entered by other users only where the server runs as one of them. */
  void make() {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(
            root, PosixFilePermissions.fromString(Privileges.isRoot() ? "rwx--x--x" : "rwx------"));
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  void makeParts() {
    try {
      Files.createDirectories(postgres());
      Files.createDirectories(log().getParent());
      Files.setPosixFilePermissions(
          log().getParent(), PosixFilePermissions.fromString("rwx------"));
      Files.setPosixFilePermissions(
          postgres(),
          PosixFilePermissions.fromString(Privileges.isRoot() ? "rwx--x--x" : "rwx------"));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** What a failed write to the folder means, in one sentence. */
  PostgresFailure unusable(IOException e) {
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (reason.contains("no space left") || reason.contains("quota")) {
      return diskFull(e);
    }
    boolean refused =
        e instanceof AccessDeniedException
            || reason.contains("read-only")
            || reason.contains("denied");
    if (refused || e instanceof FileSystemException) {
      return new PostgresFailure(
          Kind.FOLDER_UNUSABLE,
          "The data folder "
              + root
              + " cannot be written: give this user the right to, or choose"
              + " another folder with --data.",
          e);
    }
    return new PostgresFailure(
        Kind.FOLDER_UNUSABLE,
        "The data folder "
            + root
            + " failed while being read or written: check its disk, or choose"
            + " another folder with --data.",
        e);
  }

  PostgresFailure diskFull(Throwable cause) {
    return new PostgresFailure(
        Kind.DISK_FULL,
        "The disk that holds "
            + root
            + " is full: free some space and start Heed again; no"
            + " acknowledged record is lost.",
        cause);
  }

  /** Makes a rename or a new file in the folder survive a power cut. */
  static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a folder and all in it, whoever deletes beside us; links are not followed. */
  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
