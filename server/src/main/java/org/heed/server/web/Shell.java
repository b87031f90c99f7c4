package org.heed.server.web;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds the content of a page, read from the request. Controllers take it as a method
 * argument and make their {@link Page} with it.
 *
 * @param path the path asked for, without query
 * @param fragment whether htmx asks for a piece of the page rather than the whole
 * @param notice the message left by the page before
 */
public record Shell(
    Optional<Viewer> viewer,
    Optional<Csrf> csrf,
    Optional<Notice> notice,
    Assets assets,
    String path,
    boolean fragment) {

  /** A page with this title, to be refined with the page's {@code with} methods. */
  public Page page(String title) {
    return new Page(title, this, Optional.empty(), List.of(), FormErrors.none(), false, false);
  }
}
