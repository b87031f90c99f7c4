package org.heed.server.web;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * How a table is sorted, and the links that sort it otherwise. The server sorts; the state is in
 * the address.
 *
 * @param url the address of the table with its filters, relative to this server
 * @param key the column sorted by
 */
public record Sorting(String url, String key, boolean descending) {

  /** What {@code aria-sort} says of a column. */
  public String aria(String column) {
    if (!column.equals(key)) {
      return "none";
    }
    return descending ? "descending" : "ascending";
  }

  /** The address that sorts by a column, or turns its order round. */
  public String href(String column) {
    boolean down = column.equals(key) && !descending;
    return UriComponentsBuilder.fromUriString(url)
        .replaceQueryParam("sort", column)
        .replaceQueryParam("order", down ? "desc" : "asc")
        .replaceQueryParam("page")
        .build()
        .toUriString();
  }
}
