package org.heed.server.api;

/** The request cannot be understood, apart from what it asks: 400 with a code of its own. */
public final class BadRequest extends RuntimeException {
  private final String code;
  private final String sentence;

  public BadRequest(String code, String sentence) {
    super(code);
    this.code = code;
    this.sentence = sentence;
  }

  /** Why, for programs. */
  public String code() {
    return code;
  }

  /** One plain sentence, which holds nothing that was sent. */
  public String sentence() {
    return sentence;
  }
}
