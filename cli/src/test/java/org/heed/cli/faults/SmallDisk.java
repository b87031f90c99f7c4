package org.heed.cli.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of its own in memory, mounted by root, that can be filled and freed. */
final class SmallDisk implements AutoCloseable {
  private static final int MIB = 1 << 20;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one, or skips the test where that is not allowed. */
  static SmallDisk mount(Path folder, int megabytes) {
    boolean mounted =
        "root".equals(System.getProperty("user.name"))
            && succeeds(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + megabytes + "m,mode=711",
                "none",
                folder.toString());
    assumeTrue(mounted, "a disk of its own can be mounted by root only");
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** Leaves only so much free. */
  void fillUpTo(int megabytesLeft) {
    try (OutputStream out = Files.newOutputStream(filler())) {
      byte[] block = new byte[MIB];
      while (Files.getFileStore(folder).getUsableSpace() > (long) megabytesLeft * MIB) {
        out.write(block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frees what {@link #fillUpTo} took. */
  void free() {
    try {
      Files.delete(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() {
    succeeds("umount", folder.toString());
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
