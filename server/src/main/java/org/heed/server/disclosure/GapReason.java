package org.heed.server.disclosure;

import java.util.Optional;
import org.heed.server.store.Coded;

/** Why something is redacted, as the bar says that stands in its place. */
public enum GapReason implements Coded {
  THIRD_PARTY("somebody else’s details"),
  SOURCE("who told"),
  SAFETY("it would put somebody in danger"),
  HEALTH("health or therapy"),
  INVESTIGATION("it would harm an investigation"),
  PRIVILEGE("legal privilege"),
  NOT_NEEDED("not needed for the purpose");

  private final String title;

  GapReason(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The one with a code. */
  public static Optional<GapReason> find(String code) {
    return Coded.find(values(), code);
  }
}
