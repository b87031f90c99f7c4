package org.heed.server.suspected;

import java.util.Collection;
import java.util.Optional;
import org.heed.server.report.MentionRole;
import org.jspecify.annotations.Nullable;

/** When what reports call somebody asks for a decision on that person’s own safety. */
public final class SuspectedRule {
  private static final int ADULT = 18;

  private SuspectedRule() {}

  /** What one report calls somebody, and their age then where it is known. */
  public record Part(MentionRole role, @Nullable Integer age) {
    boolean isSuspect() {
      return role == MentionRole.SUSPECT;
    }

    boolean isHarmed() {
      return role == MentionRole.VICTIM || role == MentionRole.SUBJECT;
    }
  }

  /** Why a decision is asked for, in words that follow a name; empty where none is. */
  public static Optional<String> why(Collection<Part> parts) {
    boolean suspected = parts.stream().anyMatch(Part::isSuspect);
    boolean harmed = parts.stream().anyMatch(Part::isHarmed);
    boolean perhaps = parts.stream().anyMatch(one -> one.age() == null || one.age() < ADULT);
    boolean child =
        parts.stream().anyMatch(one -> one.isSuspect() && one.age() != null && one.age() < ADULT);
    if (suspected && harmed && perhaps) {
      return Optional.of("is suspected in one report, and harmed or worried about in another");
    }
    return child ? Optional.of("was under 18 when suspected") : Optional.empty();
  }
}
