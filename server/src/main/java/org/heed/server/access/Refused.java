package org.heed.server.access;

import java.util.Objects;

/**
 * The domain says no. The code can be counted and becomes the HTTP status; the sentence is for the
 * person and never holds personal text.
 */
public final class Refused extends RuntimeException {
  /** Why, for programs. */
  public enum Code {
    /** Nobody is signed in, or the session has ended. */
    NOT_SIGNED_IN(401),
    /** Signed in, but the role does not allow it. */
    NOT_ALLOWED(403),
    /** There is no such thing, or the caller may not know of it. */
    NOT_FOUND(404),
    /** Someone else was first, or the thing has moved on. */
    CONFLICT(409),
    /** The request makes no sense as it is. */
    INVALID(422),
    /** A restricted record, which opens only with a reason. */
    RESTRICTED(403),
    /** It was there, and two people had its content destroyed. */
    DESTROYED(410),
    /** Too much at once. */
    TOO_MANY(429);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    /** The HTTP status that says it. */
    public int status() {
      return status;
    }
  }

  private final Code code;
  private final String sentence;

  public Refused(Code code, String sentence) {
    super(code + ": " + sentence);
    this.code = Objects.requireNonNull(code);
    this.sentence = sentence;
  }

  public Code code() {
    return code;
  }

  /** One plain sentence for the person. */
  public String sentence() {
    return sentence;
  }
}
