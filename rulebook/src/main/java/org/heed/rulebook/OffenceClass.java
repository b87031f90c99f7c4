package org.heed.rulebook;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A Home Office offence class.
 *
 * @param group free, for figures
 * @param cse how the class bears on the flag
 * @param childVictim whether the class itself says that the victim is a child
 * @param victimless whether it is an offence without a victim
 */
public record OffenceClass(
    String code,
    String title,
    String group,
    Bearing cse,
    boolean childVictim,
    boolean victimless,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    String source,
    Where at) {

  /** How often a crime of a class is child sexual exploitation. */
  public enum Bearing {
    ALWAYS,
    OFTEN,
    NO
  }
}
