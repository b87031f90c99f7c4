package org.heed.server.access;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an account's roles add up to. A role for every area opens every area to all of the account's
 * rights: rights are not kept apart by area.
 *
 * @param until when the first of them ends; null where none does
 */
record Grants(int rights, @Nullable List<String> areas, @Nullable OffsetDateTime until) {

  record Held(Role role, @Nullable String area, @Nullable OffsetDateTime until) {}

  static Grants of(List<Held> held) {
    int rights = 0;
    boolean everywhere = false;
    TreeSet<String> areas = new TreeSet<>();
    OffsetDateTime first = null;
    for (Held one : held) {
      rights |= Right.mask(one.role().rights());
      if (one.area() == null) {
        everywhere = true;
      } else {
        areas.add(one.area());
      }
      OffsetDateTime until = one.until();
      if (until != null && (first == null || until.isBefore(first))) {
        first = until;
      }
    }
    return new Grants(rights, everywhere ? null : new ArrayList<>(areas), first);
  }

  String @Nullable [] areasArray() {
    return areas == null ? null : areas.toArray(String[]::new);
  }
}
