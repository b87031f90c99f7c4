package org.heed.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heed.postgres.PostgresFailure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One Heed on one data folder. The kernel gives the lock back when the process ends, however it
 * ends. Closing any channel on the file would drop the whole process's lock, so the folders held by
 * this JVM are kept in a set and their files never opened a second time.
 */
final class FolderLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws PostgresFailure when another Heed has it
   */
  static FolderLock take(DataFolder data) {
    try {
      Path file = data.root().toRealPath().resolve(data.lock().getFileName());
      if (!HELD_HERE.add(file)) {
        throw inUse(data, file);
      }
      FileChannel channel = null;
      try {
        channel =
            FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel opened = channel;
        // A guest that looks whether Heed runs holds the lock for a moment.
        if (!Waiting.until(Duration.ofSeconds(1), () -> tryLock(opened))) {
          throw inUse(data, file);
        }
        channel.truncate(0);
        String process = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.UTF_8)), 0);
        return new FolderLock(file, channel);
      } catch (IOException | RuntimeException e) {
        if (channel != null) {
          channel.close();
        }
        HELD_HERE.remove(file);
        throw e;
      }
    } catch (IOException e) {
      throw data.unusable(e);
    }
  }

  /** Whether some Heed, this one included, holds the folder. */
  static boolean isHeld(DataFolder data) {
    if (!Files.exists(data.lock())) {
      return false;
    }
    try {
      Path file = data.root().toRealPath().resolve(data.lock().getFileName());
      if (HELD_HERE.contains(file)) {
        return true;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        return lock == null;
      }
    } catch (IOException e) {
      throw data.unusable(e);
    }
  }

  private static boolean tryLock(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static PostgresFailure inUse(DataFolder data, Path file) {
    String process = holder(file);
    return new PostgresFailure(
        Kind.FOLDER_IN_USE,
        "Another Heed is running on this folder, "
            + data.root()
            + (process == null ? "" : " (process " + process + ")")
            + ": stop it first, or choose another folder with --data.");
  }

  private static @Nullable String holder(Path file) {
    if (HELD_HERE.contains(file)) {
      return Long.toString(ProcessHandle.current().pid());
    }
    try {
      String text = Files.readString(file).strip();
      return text.matches("\\d{1,10}") ? text : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The kernel closes it with the process.
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
