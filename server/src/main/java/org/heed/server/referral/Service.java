package org.heed.server.referral;

import java.util.Optional;
import org.heed.server.store.Coded;

/** Whom a referral asks. */
public enum Service implements Coded {
  SOCIAL_CARE("Children’s social care", "social-care-referred"),
  SUPPORT("Victim support", "support-referred"),
  TRAFFICKING("National referral mechanism", "trafficking-referred"),
  HEALTH("Health", "health-referred");

  private final String title;
  private final String fact;

  Service(String title, String fact) {
    this.title = title;
    this.fact = fact;
  }

  @Override
  public String title() {
    return title;
  }

  /** The kind of fact that standards know its sending by. */
  String fact() {
    return fact;
  }

  /** The service with that code. */
  public static Optional<Service> find(String code) {
    return Coded.find(values(), code);
  }
}
