package org.heed.server.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the database confirmed it from a session token.
 *
 * @param areas the areas they may work in; null for every area
 * @param rights the mask of their {@link Right}s
 */
public record Caller(
    UUID account,
    String name,
    String displayName,
    String agency,
    int rights,
    @Nullable List<String> areas,
    Instant expiresAt,
    SessionToken token) {

  public Caller {
    Objects.requireNonNull(account);
    areas = areas == null ? null : List.copyOf(areas);
  }

  /** Whether they hold the right. */
  public boolean may(Right right) {
    return (rights & right.bit()) != 0;
  }

  /** The rights they hold. */
  public Set<Right> held() {
    EnumSet<Right> held = EnumSet.allOf(Right.class);
    held.removeIf(right -> !may(right));
    return held;
  }

  /** Refuses whoever does not hold the right. */
  public void require(Right right) {
    if (!may(right)) {
      throw new Refused(Refused.Code.NOT_ALLOWED, "Your role does not let you do this.");
    }
  }

  /** Refuses whoever holds neither. */
  public void require(Right one, Right other) {
    if (!may(one)) {
      require(other);
    }
  }

  /** Whether they may work in the area. */
  public boolean worksIn(String area) {
    return areas == null || areas.contains(area);
  }
}
