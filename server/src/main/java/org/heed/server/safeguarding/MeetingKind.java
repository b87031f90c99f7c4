package org.heed.server.safeguarding;

import java.util.Arrays;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/** What kind of meeting, and what it shows as done once it was held. */
public enum MeetingKind implements Coded {
  STRATEGY_DISCUSSION("Strategy discussion", "strategy-discussion-held"),
  EMERGENCY_DISCUSSION("Emergency strategy discussion", "emergency-discussion-held"),
  STRATEGY_MEETING("Full strategy meeting", "strategy-meeting-held"),
  CONFERENCE("Child protection conference", "conference-held"),
  PANEL("Multi-agency exploitation panel (MACE)", null);

  private final String title;
  private final @Nullable String shows;

  MeetingKind(String title, @Nullable String shows) {
    this.title = title;
    this.shows = shows;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether it is one only with the police: section 47 asks for it. */
  public boolean needsPolice() {
    return switch (this) {
      case STRATEGY_DISCUSSION, EMERGENCY_DISCUSSION, STRATEGY_MEETING -> true;
      case CONFERENCE, PANEL -> false;
    };
  }

  /** Whether one can be about somebody who is that in a case. */
  public boolean isAbout(CaseRole role) {
    return role.isChild() || (this == PANEL && role == CaseRole.SUSPECT);
  }

  /** The fact that it shows for standards, or null. */
  @Nullable String shows() {
    return shows;
  }

  /** The codes of those that show a fact once they were held. */
  public static String[] showing(String fact) {
    return Arrays.stream(values())
        .filter(kind -> fact.equals(kind.shows))
        .map(Coded::code)
        .toArray(String[]::new);
  }

  /** The kind with that code. */
  public static MeetingKind parse(String code) {
    return Coded.parse(values(), code, "meeting");
  }
}
