package org.heed.linkage.thing;

import java.util.Locale;

/** What a thing is that reports speak of. */
public enum ThingKind {
  /** A premises or a public place. */
  PLACE("Place"),
  VEHICLE("Vehicle"),
  PHONE("Phone"),
  /** An account with an online service. */
  ACCOUNT("Online account");

  private final String title;

  ThingKind(String title) {
    this.title = title;
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** As the record and the API have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with that code. */
  public static ThingKind parse(String code) {
    for (ThingKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("a thing is one of place, vehicle, phone, account");
  }
}
