package org.heed.server.referral.web;

import java.util.Optional;
import org.heed.server.store.Coded;

/** The forms that one record fills. */
public enum ReferralForm implements Coded {
  SOCIAL_CARE("Referral to children’s social care"),
  TRAFFICKING("Referral to the national referral mechanism"),
  RETURN_INTERVIEW("Request for an independent return interview");

  private final String title;

  ReferralForm(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The form with that code. */
  static Optional<ReferralForm> find(String code) {
    return Coded.find(values(), code);
  }
}
