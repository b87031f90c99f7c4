package org.heed.server.referral;

import java.util.Optional;
import org.heed.server.store.Coded;

/** What happened to a referral. */
public enum Step implements Coded {
  SENT("Sent"),
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  DONE("What was asked for was done"),
  REVOKED("Taken back"),
  OUTCOME("Outcome for the child");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether nothing is left to follow after it. */
  public boolean ends() {
    return switch (this) {
      case REVOKED, OUTCOME -> true;
      case SENT, ACCEPTED, REJECTED, DONE -> false;
    };
  }

  /** Whether it is for whoever was asked to say; the others are for whoever asks. */
  public boolean isAnswer() {
    return switch (this) {
      case ACCEPTED, REJECTED, DONE, OUTCOME -> true;
      case SENT, REVOKED -> false;
    };
  }

  /** Whether it counts only with words. */
  public boolean asksForWords() {
    return switch (this) {
      case REJECTED, REVOKED, OUTCOME -> true;
      case SENT, ACCEPTED, DONE -> false;
    };
  }

  /** Whether it may follow a step; none: the referral is written and not sent yet. */
  public boolean mayFollow(Optional<Step> last) {
    return switch (this) {
      case SENT -> last.isEmpty() || last.get() == REJECTED;
      case ACCEPTED, REJECTED -> last.filter(one -> one == SENT).isPresent();
      case DONE -> last.filter(one -> one == ACCEPTED).isPresent();
      case REVOKED -> last.filter(Step::ends).isEmpty();
      case OUTCOME -> last.filter(one -> !one.ends()).isPresent();
    };
  }

  /** The step with that code. */
  public static Optional<Step> find(String code) {
    return Coded.find(values(), code);
  }
}
