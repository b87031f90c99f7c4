package org.heed.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Reading and writing the archive's files. Only its owner may read them. */
final class BlockFiles {
  private BlockFiles() {}

  /** Where a block is. */
  record Place(int file, long offset, BlockCodec.Header header) {}

  /** The blocks within a file's first {@code length} bytes, by their headers. */
  static List<Place> places(int number, FileChannel file, long length) throws IOException {
    List<Place> places = new ArrayList<>();
    byte[] head = new byte[BlockCodec.HEADER];
    long at = 0;
    while (at < length) {
      if (at + head.length > length) {
        throw new DamagedArchive("a file of narratives ends too early");
      }
      readFully(file, at, head, head.length);
      BlockCodec.Header header = BlockCodec.Header.read(head);
      if (header == null || at + head.length + header.packed() > length) {
        throw new DamagedArchive("a file of narratives is not as it was written");
      }
      places.add(new Place(number, at, header));
      at += head.length + header.packed();
    }
    return places;
  }

  static void readFully(FileChannel file, long at, byte[] into, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new DamagedArchive("a file of narratives ends too early");
      }
    }
  }

  /** Opens a file to append after its first {@code length} bytes; what a kill left is cut off. */
  static FileChannel append(Path file, long length) throws IOException {
    create(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    if (channel.size() < length) {
      channel.close();
      throw new DamagedArchive("a file of the archive is shorter than it was");
    }
    channel.truncate(length);
    channel.position(length);
    return channel;
  }

  private static void create(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, ownerOnly(file, "rw-------"));
    }
  }

  /** Makes a folder that only its owner may look into. */
  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static void write(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }
}
