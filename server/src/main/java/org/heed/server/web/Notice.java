package org.heed.server.web;

import java.io.Serializable;

/**
 * A message shown once at the top of the next page. It is kept in the session between a form and
 * the page that follows, so it must not hold personal text.
 */
public record Notice(Kind kind, String heading, String text) implements Serializable {

  /** The name under which a controller hands it to the next page as a flash attribute. */
  public static final String FLASH = "notice";

  /** Whether something was done, or is to be known. */
  public enum Kind {
    SUCCESS,
    IMPORTANT
  }

  /** Something was done. */
  public static Notice success(String heading) {
    return new Notice(Kind.SUCCESS, heading, "");
  }

  /** Something to know. */
  public static Notice important(String heading, String text) {
    return new Notice(Kind.IMPORTANT, heading, text);
  }
}
