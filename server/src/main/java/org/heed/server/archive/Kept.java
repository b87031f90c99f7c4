package org.heed.server.archive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a report as the archive keeps it.
 *
 * @param position of its entry in the ledger
 * @param home the area that decides who may read it
 * @param area the area it belongs to by this version
 * @param recordedDay days since 1970 on which the report was first recorded, in London
 * @param age the youngest victim's age then; {@link #NO_AGE} where it is not known
 * @param occurredDay days since 1970 that reading is given; {@link #NO_DAY} where there is none
 * @param ask what was asked when it was recorded
 * @param text its words in UTF-8; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Kept(
    UUID report,
    int version,
    long position,
    String home,
    String area,
    int recordedDay,
    int age,
    int occurredDay,
    @Nullable String offence,
    Asked ask,
    byte[] text) {
  public static final int NO_AGE = 255;
  public static final int NO_DAY = Integer.MIN_VALUE;

  /** Without the words, which are personal. */
  @Override
  public String toString() {
    return "Kept[" + report + " " + version + "]";
  }
}
