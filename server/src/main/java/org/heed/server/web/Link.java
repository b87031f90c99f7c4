package org.heed.server.web;

/**
 * A link beside something.
 *
 * @param about what it is about, said by screen readers after the label, or empty
 */
public record Link(String label, String href, String about) {

  /** A link whose label says enough. */
  public static Link of(String label, String href) {
    return new Link(label, href, "");
  }
}
