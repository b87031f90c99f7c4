package org.heed.server.disclosure;

import java.time.LocalDate;
import org.heed.rulebook.Limit;
import org.heed.rulebook.Rulebook;
import org.heed.server.store.Coded;

/** By which law somebody may ask what is held about them. */
public enum AccessLaw implements Coded {
  /** Article 15 of the UK GDPR, answered by article 12(3). */
  GENERAL("UK GDPR, articles 12(3) and 15", Limit.Of.ACCESS_GENERAL),
  /** Section 45 of the Data Protection Act 2018, answered by section 54. */
  LAW_ENFORCEMENT(
      "Data Protection Act 2018, sections 45 and 54 (law enforcement)",
      Limit.Of.ACCESS_LAW_ENFORCEMENT);

  private final String title;
  private final Limit.Of limit;

  AccessLaw(String title, Limit.Of limit) {
    this.title = title;
    this.limit = limit;
  }

  @Override
  public String title() {
    return title;
  }

  /** How long the rulebook gives for an answer to what was received on a day. */
  public Limit limit(Rulebook rulebook, LocalDate received) {
    return rulebook.limits().of(limit, received);
  }

  /** The one with a code. */
  public static AccessLaw parse(String code) {
    return Coded.parse(values(), code, "law");
  }
}
