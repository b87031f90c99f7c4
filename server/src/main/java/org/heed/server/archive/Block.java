package org.heed.server.archive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some thousand narratives as columns, unpacked from the archive. Filled again and again by one
 * {@link BlockCodec}: take what is needed before the next.
 */
public final class Block {
  int size;
  long[] high = new long[0];
  long[] low = new long[0];
  int[] version = new int[0];
  long[] position = new long[0];
  int[] home = new int[0];
  int[] area = new int[0];
  int[] recordedDay = new int[0];
  int[] age = new int[0];
  int[] occurredDay = new int[0];
  int[] offence = new int[0];
  Asked[] ask = new Asked[0];
  int[] start = new int[1];
  byte[] text = new byte[0];
  String[] words = new String[0];

  void ensure(int records) {
    if (version.length < records) {
      high = new long[records];
      low = new long[records];
      version = new int[records];
      position = new long[records];
      home = new int[records];
      area = new int[records];
      recordedDay = new int[records];
      age = new int[records];
      occurredDay = new int[records];
      offence = new int[records];
      ask = new Asked[records];
      start = new int[records + 1];
    }
    size = records;
  }

  /** How many narratives it holds. */
  public int size() {
    return size;
  }

  public UUID report(int i) {
    return new UUID(high[i], low[i]);
  }

  public int version(int i) {
    return version[i];
  }

  public long position(int i) {
    return position[i];
  }

  /** The area that decides who may read it. */
  public String home(int i) {
    return words[home[i]];
  }

  public String area(int i) {
    return words[area[i]];
  }

  public int recordedDay(int i) {
    return recordedDay[i];
  }

  /** Years, or {@link Kept#NO_AGE}. */
  public int age(int i) {
    return age[i];
  }

  /** Days since 1970, or {@link Kept#NO_DAY}. */
  public int occurredDay(int i) {
    return occurredDay[i];
  }

  public @Nullable String offence(int i) {
    return offence[i] < 0 ? null : words[offence[i]];
  }

  public Asked ask(int i) {
    return ask[i];
  }

  /** Where its words begin in {@link #text()}. */
  public int start(int i) {
    return start[i];
  }

  /** Where its words end. */
  public int end(int i) {
    return start[i + 1];
  }

  /** All words; only until the next block is unpacked. */
  public byte[] text() {
    return text;
  }

  /** One narrative with a copy of its words. */
  Kept kept(int i) {
    byte[] own = new byte[end(i) - start(i)];
    System.arraycopy(text, start(i), own, 0, own.length);
    return new Kept(
        report(i),
        version[i],
        position[i],
        home(i),
        area(i),
        recordedDay[i],
        age[i],
        occurredDay[i],
        offence(i),
        ask[i],
        own);
  }

  /** Without the words, which are personal. */
  @Override
  public String toString() {
    return "Block[" + size + "]";
  }
}
