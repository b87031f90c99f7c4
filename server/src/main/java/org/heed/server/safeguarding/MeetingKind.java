package org.heed.server.safeguarding;

import org.jspecify.annotations.Nullable;

/** What kind of meeting, and what it shows as done once it was held. */
public enum MeetingKind {
  STRATEGY_DISCUSSION("strategy-discussion", "Strategy discussion", "strategy-discussion-held"),
  EMERGENCY_DISCUSSION(
      "emergency-discussion", "Emergency strategy discussion", "emergency-discussion-held"),
  STRATEGY_MEETING("strategy-meeting", "Full strategy meeting", "strategy-meeting-held"),
  CONFERENCE("conference", "Child protection conference", "conference-held"),
  PANEL("panel", "Multi-agency exploitation panel (MACE)", null);

  private final String code;
  private final String title;
  private final @Nullable String shows;

  MeetingKind(String code, String title, @Nullable String shows) {
    this.code = code;
    this.title = title;
    this.shows = shows;
  }

  /** As the record has it. */
  public String code() {
    return code;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  /** The fact that it shows for standards, or null. */
  @Nullable String shows() {
    return shows;
  }

  /** The kind with that code. */
  public static MeetingKind parse(String code) {
    for (MeetingKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no meeting is called “" + code + "”");
  }
}
