package org.heed.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an account's roles add up to. A role for every area opens every area to all of the account's
 * rights: rights are not kept apart by area.
 */
record Grants(int rights, @Nullable List<String> areas) {

  record Held(Role role, @Nullable String area) {}

  static Grants of(List<Held> held) {
    int rights = 0;
    boolean everywhere = false;
    TreeSet<String> areas = new TreeSet<>();
    for (Held one : held) {
      rights |= Right.mask(one.role().rights());
      if (one.area() == null) {
        everywhere = true;
      } else {
        areas.add(one.area());
      }
    }
    return new Grants(rights, everywhere ? null : new ArrayList<>(areas));
  }

  String @Nullable [] areasArray() {
    return areas == null ? null : areas.toArray(String[]::new);
  }
}
