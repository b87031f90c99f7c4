package org.heed.clocks;

/** Why a clock stands as it does. */
public enum Why {
  DONE_IN_TIME,
  DONE_AFTER,
  TIME_LEFT,
  STANDS_STILL,
  RECORDED_NOT_DONE,
  NO_RECORD,
  /** What there was to do ended before it was due. */
  ENDED_BEFORE_DUE,
  /** Nothing started the clock. */
  NOT_STARTED,
  /** The standard is for another nation. */
  OTHER_NATION,
  /** The standard is for another age. */
  OTHER_AGE
}
