package org.heed.server.web;

import java.util.List;

/** Filters in force of one category; each link takes its filter away. */
public record ChosenFilter(String category, List<Link> values) {

  /** Copies. */
  public ChosenFilter {
    values = List.copyOf(values);
  }
}
