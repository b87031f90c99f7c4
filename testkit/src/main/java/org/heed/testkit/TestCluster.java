package org.heed.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.OwnPostgres;
import org.heed.postgres.PostgresOptions;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away server for the tests of this JVM, on the binaries that {@code HEED_POSTGRES}
 * chooses. Its folder is deleted when the JVM ends; what a killed JVM left is deleted by the next
 * one. Most tests use the shared one, which does not flush to disk; a test of durability starts its
 * own.
 */
public final class TestCluster implements AutoCloseable {
  private static final String PREFIX = "heed-test-";
  private static final String UNPACKED = "heed-binaries-";

  private final Path folder;
  private final OwnPostgres server;

  private TestCluster(Path folder, OwnPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  /** The server that this JVM's tests share; not durable, and stopped with the JVM. */
  public static TestCluster shared() {
    return Shared.CLUSTER;
  }

  /** A server of the caller's own that flushes to disk as a real one does. */
  public static TestCluster durable() {
    return start(PostgresOptions.usual());
  }

  private static TestCluster start(PostgresOptions options) {
    try {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      deleteLeftOver(temporary);
      Path folder =
          Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
      // The server may run as another user, who must be able to enter.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      OwnPostgres server =
          OwnPostgres.start(folder, options.withUnpackFolder(unpackFolder(temporary)));
      return new TestCluster(folder, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The superuser's address of the maintenance database. */
  public DatabaseAddress address() {
    return server.address();
  }

  /** The data folder. */
  public Path folder() {
    return folder;
  }

  /** Stops the server and deletes its folder. */
  @Override
  public void close() {
    server.close();
    try {
      deleteAll(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacking takes seconds, so all runs of one user share it. */
  private static Path unpackFolder(Path temporary) throws IOException {
    String user = System.getProperty("user.name");
    Path folder = temporary.resolve(UNPACKED + user);
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    if (Files.isSymbolicLink(folder) || !Files.getOwner(folder).getName().equals(user)) {
      throw new IOException(folder + " belongs to another user: delete it");
    }
    return folder;
  }

  private static void deleteLeftOver(Path temporary) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*-*")) {
      for (Path old : folders) {
        String process = old.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        boolean mine = Files.getOwner(old).getName().equals(System.getProperty("user.name"));
        if (mine && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
          deleteAll(old);
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Another run deletes the same folders, or one is not ours to delete.
    }
  }

  private static void deleteAll(Path folder) throws IOException {
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
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Started by the first test that asks. */
  private static final class Shared {
    private static final TestCluster CLUSTER = start(PostgresOptions.usual().withoutDurability());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close, "heed-test-cluster-end"));
    }
  }
}
