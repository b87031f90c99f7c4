package org.heed.server.referral;

import java.util.Optional;
import org.heed.server.store.Coded;

/** What makes it lawful to share what is on record of a child. */
public enum Basis implements Coded {
  SAFEGUARDING("Safeguarding: a child is at risk, and consent is not needed"),
  STATUTORY("A statutory duty to refer"),
  CONSENT("Consent");

  private final String title;

  Basis(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The basis with that code. */
  public static Optional<Basis> find(String code) {
    return Coded.find(values(), code);
  }
}
