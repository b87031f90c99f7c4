package org.heed.server.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heed.server.store.Coded;

/** What came of a referral for the child, so that outcomes can be counted. */
public enum Outcome implements Coded {
  SAFER("The child is safer"),
  NO_CHANGE("What was asked for was done, and nothing has changed for the child"),
  WORSE("The child is at more risk than before"),
  GOES_ON("Another service goes on with it"),
  NOTHING_NEEDED("Looked into, and nothing was needed"),
  DECLINED("The child did not want it"),
  NOT_REACHED("The child could not be reached"),
  PLAN("A child in need or child protection plan, or the child is looked after"),
  REASONABLE_GROUNDS("Positive decision on reasonable grounds"),
  CONCLUSIVE_GROUNDS("Positive decision on conclusive grounds"),
  NO_GROUNDS("Negative decision"),
  OTHER("Something else: write what");

  private final String title;

  Outcome(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether it can come of a referral to that service. */
  public boolean isOf(Service service) {
    return switch (this) {
      case SAFER, NO_CHANGE, WORSE, GOES_ON, NOTHING_NEEDED, DECLINED, NOT_REACHED, OTHER -> true;
      case PLAN -> service == Service.SOCIAL_CARE;
      case REASONABLE_GROUNDS, CONCLUSIVE_GROUNDS, NO_GROUNDS -> service == Service.TRAFFICKING;
    };
  }

  /** Those that can come of a referral to that service. */
  public static List<Outcome> of(Service service) {
    return Arrays.stream(values()).filter(one -> one.isOf(service)).toList();
  }

  /** The outcome with that code. */
  public static Optional<Outcome> find(String code) {
    return Coded.find(values(), code);
  }
}
