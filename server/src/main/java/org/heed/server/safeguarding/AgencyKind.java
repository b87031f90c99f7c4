package org.heed.server.safeguarding;

import java.util.Locale;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/** What kind of agency somebody comes to a meeting for. */
public enum AgencyKind implements Coded {
  POLICE("Police"),
  SOCIAL_CARE("Children’s social care"),
  HEALTH("Health"),
  EDUCATION("School or college"),
  OTHER("Another agency");

  private final String title;

  AgencyKind(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** The kind with that code; of what was written before kinds were, only whether it is police. */
  static AgencyKind of(@Nullable String code, String agency) {
    return code == null
        ? agency.toLowerCase(Locale.ROOT).contains("police") ? POLICE : OTHER
        : Coded.parse(values(), code, "kind of agency");
  }
}
