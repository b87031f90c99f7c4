package org.heed.server.network;

import java.util.Locale;
import org.heed.linkage.thing.ThingKind;

/** What a node of a network is. */
public enum NodeKind {
  REPORT("Report"),
  PERSON("Person"),
  PLACE("Place"),
  VEHICLE("Vehicle"),
  PHONE("Phone"),
  ACCOUNT("Online account");

  private final String title;

  NodeKind(String title) {
    this.title = title;
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** As the API has it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NodeKind of(ThingKind kind) {
    return switch (kind) {
      case PLACE -> PLACE;
      case VEHICLE -> VEHICLE;
      case PHONE -> PHONE;
      case ACCOUNT -> ACCOUNT;
    };
  }
}
