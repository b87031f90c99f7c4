package org.heed.server.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which page of a list is shown, and the way to the others.
 *
 * @param url the address of the list with its filters and order, relative to this server
 * @param page this page, from 1
 * @param pages how many there are, at least 1
 */
public record Paging(String url, int page, int pages) {

  /** Checks. */
  public Paging {
    if (pages < 1 || page < 1 || page > pages) {
      throw new IllegalArgumentException("page " + page + " of " + pages);
    }
  }

  /** The address of a page. */
  public String href(int number) {
    return UriComponentsBuilder.fromUriString(url)
        .replaceQueryParam("page", number)
        .build()
        .toUriString();
  }

  /** First, last, this page and its neighbours; 0 stands for those left out. */
  public List<Integer> numbers() {
    var shown = new ArrayList<Integer>();
    int last = 0;
    for (int n = 1; n <= pages; n++) {
      if (n == 1 || n == pages || Math.abs(n - page) <= 1) {
        if (n - last == 2) {
          shown.add(n - 1);
        } else if (n - last > 2) {
          shown.add(0);
        }
        shown.add(n);
        last = n;
      }
    }
    return List.copyOf(shown);
  }
}
