package org.heed.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The types a column of a fact table can have, each with its tag in the canonical bytes and the
 * Java class of its values. Tags never change: old commitments depend on them.
 */
public enum FactType {
  /** {@link java.util.UUID}. */
  UUID(1, UUID.class),
  /** {@link String} of valid Unicode without U+0000, which PostgreSQL cannot hold. */
  TEXT(2, String.class),
  /** {@link Integer}. */
  INT(3, Integer.class),
  /** {@link Long}. */
  LONG(4, Long.class),
  /** {@link Boolean}. */
  BOOL(5, Boolean.class),
  /** {@link Instant} in whole microseconds; a finer one is refused, never cut. */
  TIMESTAMP(6, Instant.class),
  /** {@link LocalDate}. */
  DATE(7, LocalDate.class),
  /** {@code byte[]}. */
  BYTES(8, byte[].class),
  /** {@link Double}, finite. */
  DOUBLE(9, Double.class);

  private final byte tag;
  private final Class<?> javaType;

  FactType(int tag, Class<?> javaType) {
    this.tag = (byte) tag;
    this.javaType = javaType;
  }

  byte tag() {
    return tag;
  }

  /** The class of this type's values. */
  public Class<?> javaType() {
    return javaType;
  }
}
