package org.heed.server.referral;

import java.util.Optional;
import org.heed.server.store.Coded;

/** What a child says of support. It is never what makes sharing lawful. */
public enum Agreement implements Coded {
  YES("Agrees"),
  NO("Does not agree"),
  NOT_ASKED("Has not been asked");

  private final String title;

  Agreement(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The one with that code. */
  public static Optional<Agreement> find(String code) {
    return Coded.find(values(), code);
  }
}
