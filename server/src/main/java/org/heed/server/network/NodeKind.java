package org.heed.server.network;

import org.heed.linkage.thing.ThingKind;
import org.heed.server.store.Coded;

/** What a node of a network is. */
public enum NodeKind implements Coded {
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

  @Override
  public String title() {
    return title;
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
