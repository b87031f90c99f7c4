package org.heed.server.disclosure;

import java.time.LocalDate;
import org.heed.server.store.Coded;

/** By which law somebody may ask what is held about them. */
public enum AccessLaw implements Coded {
  /** Article 15 of the UK GDPR, answered by article 12(3). */
  GENERAL("UK GDPR, articles 12(3) and 15"),
  /** Section 45 of the Data Protection Act 2018, answered by section 54. */
  LAW_ENFORCEMENT("Data Protection Act 2018, sections 45 and 54 (law enforcement)");

  private final String title;

  AccessLaw(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /**
   * The last day to answer: one calendar month on, or the month's last day where it is shorter. It
   * is not put off for a weekend or a holiday, nor for what either law lets a force ask first.
   */
  public LocalDate answerBy(LocalDate received) {
    return received.plusMonths(1);
  }

  /** The one with a code. */
  public static AccessLaw parse(String code) {
    return Coded.parse(values(), code, "law");
  }
}
