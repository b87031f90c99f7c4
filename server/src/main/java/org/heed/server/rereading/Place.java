package org.heed.server.rereading;

import java.util.Comparator;

/** What is counted by: an area, and the year in which a report was first recorded. */
public record Place(String area, int year) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::area).thenComparingInt(Place::year);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
