package org.heed.server.archive;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Packs and unpacks blocks, with buffers of its own; for one thread at a time. A block is a header
 * of {@link #HEADER} bytes and one Zstandard frame: the words used (areas, offence codes), the
 * columns, the texts.
 */
final class BlockCodec implements AutoCloseable {
  static final int HEADER = 40;

  private static final int MAGIC = 0x484e4231;
  private static final int LEVEL = 3;
  private static final int FIXED = 8 + 8 + 4 + 8 + 2 + 2 + 4 + 1 + 4 + 2 + 1 + 4;

  private final ZstdCompressCtx packer = new ZstdCompressCtx().setLevel(LEVEL);
  private final ZstdDecompressCtx unpacker = new ZstdDecompressCtx();
  private byte[] raw = new byte[0];

  /**
   * What stands before a block.
   *
   * @param size narratives in it
   * @param packed bytes of the frame
   * @param unpacked bytes that the frame holds
   * @param first the lowest position in it
   * @param last the highest
   */
  record Header(int size, int packed, int unpacked, long first, long last, int checksum) {
    /** What the bytes say, or null where no block begins. */
    static @Nullable Header read(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, HEADER);
      if (in.getInt() != MAGIC) {
        return null;
      }
      Header header =
          new Header(
              in.getInt(), in.getInt(), in.getInt(), in.getLong(), in.getLong(), in.getInt());
      return in.getInt() == headChecksum(bytes) ? header : null;
    }
  }

  private static int headChecksum(byte[] block) {
    CRC32C crc = new CRC32C();
    crc.update(block, Integer.BYTES, HEADER - 2 * Integer.BYTES);
    return (int) crc.getValue();
  }

  /** The block of these narratives, header and frame. */
  byte[] pack(List<Kept> narratives) {
    Map<String, Integer> words = new LinkedHashMap<>();
    int texts = 0;
    for (Kept one : narratives) {
      words.putIfAbsent(one.home(), words.size());
      words.putIfAbsent(one.area(), words.size());
      if (one.offence() != null) {
        words.putIfAbsent(one.offence(), words.size());
      }
      texts += one.text().length;
    }
    List<byte[]> spelt = new ArrayList<>();
    int dictionary = 4;
    for (String word : words.keySet()) {
      byte[] letters = word.getBytes(StandardCharsets.UTF_8);
      spelt.add(letters);
      dictionary += 2 + letters.length;
    }
    byte[] bytes = new byte[dictionary + narratives.size() * FIXED + texts];
    ByteBuffer content = ByteBuffer.wrap(bytes);
    content.putInt(words.size());
    spelt.forEach(word -> content.putShort((short) word.length).put(word));
    columns(narratives, words, content);
    narratives.forEach(one -> content.put(one.text()));
    return framed(narratives, bytes);
  }

  private static void columns(
      List<Kept> narratives, Map<String, Integer> words, ByteBuffer content) {
    narratives.forEach(one -> content.putLong(one.report().getMostSignificantBits()));
    narratives.forEach(one -> content.putLong(one.report().getLeastSignificantBits()));
    narratives.forEach(one -> content.putInt(one.version()));
    narratives.forEach(one -> content.putLong(one.position()));
    narratives.forEach(one -> content.putShort(index(words, one.home())));
    narratives.forEach(one -> content.putShort(index(words, one.area())));
    narratives.forEach(one -> content.putInt(one.recordedDay()));
    narratives.forEach(one -> content.put((byte) one.age()));
    narratives.forEach(one -> content.putInt(one.occurredDay()));
    narratives.forEach(
        one -> content.putShort(one.offence() == null ? -1 : index(words, one.offence())));
    narratives.forEach(one -> content.put(one.ask().code()));
    narratives.forEach(one -> content.putInt(one.text().length));
  }

  private static short index(Map<String, Integer> words, String word) {
    return words.getOrDefault(word, -1).shortValue();
  }

  private byte[] framed(List<Kept> narratives, byte[] content) {
    byte[] frame = packer.compress(content);
    byte[] bytes = new byte[HEADER + frame.length];
    ByteBuffer block = ByteBuffer.wrap(bytes);
    CRC32C body = new CRC32C();
    body.update(frame, 0, frame.length);
    block
        .putInt(MAGIC)
        .putInt(narratives.size())
        .putInt(frame.length)
        .putInt(content.length)
        .putLong(narratives.stream().mapToLong(Kept::position).min().orElseThrow())
        .putLong(narratives.stream().mapToLong(Kept::position).max().orElseThrow())
        .putInt((int) body.getValue());
    block.putInt(headChecksum(bytes)).put(frame);
    return bytes;
  }

  /**
   * Unpacks a frame.
   *
   * @throws DamagedArchive where it is not what was written
   */
  void unpack(Header header, byte[] frame, Block into) {
    CRC32C body = new CRC32C();
    body.update(frame, 0, header.packed());
    if ((int) body.getValue() != header.checksum()) {
      throw new DamagedArchive("a block of narratives is not as it was written");
    }
    if (raw.length < header.unpacked()) {
      raw = new byte[header.unpacked()];
    }
    try {
      unpacker.decompressByteArray(raw, 0, header.unpacked(), frame, 0, header.packed());
    } catch (ZstdException e) {
      throw new DamagedArchive("a block of narratives cannot be unpacked", e);
    }
    ByteBuffer content = ByteBuffer.wrap(raw, 0, header.unpacked());
    into.words = new String[content.getInt()];
    for (int i = 0; i < into.words.length; i++) {
      byte[] word = new byte[content.getShort()];
      content.get(word);
      into.words[i] = new String(word, StandardCharsets.UTF_8);
    }
    into.ensure(header.size());
    columns(content, into);
    into.text = raw;
  }

  private static void columns(ByteBuffer content, Block into) {
    int n = into.size;
    for (int i = 0; i < n; i++) {
      into.high[i] = content.getLong();
    }
    for (int i = 0; i < n; i++) {
      into.low[i] = content.getLong();
    }
    for (int i = 0; i < n; i++) {
      into.version[i] = content.getInt();
    }
    for (int i = 0; i < n; i++) {
      into.position[i] = content.getLong();
    }
    for (int i = 0; i < n; i++) {
      into.home[i] = content.getShort();
    }
    for (int i = 0; i < n; i++) {
      into.area[i] = content.getShort();
    }
    for (int i = 0; i < n; i++) {
      into.recordedDay[i] = content.getInt();
    }
    for (int i = 0; i < n; i++) {
      into.age[i] = content.get() & 0xff;
    }
    for (int i = 0; i < n; i++) {
      into.occurredDay[i] = content.getInt();
    }
    for (int i = 0; i < n; i++) {
      into.offence[i] = content.getShort();
    }
    for (int i = 0; i < n; i++) {
      into.ask[i] = Asked.of(content.get());
    }
    int at = content.position() + 4 * n;
    for (int i = 0; i < n; i++) {
      into.start[i] = at;
      at += content.getInt();
    }
    into.start[n] = at;
  }

  @Override
  public void close() {
    packer.close();
    unpacker.close();
  }
}
