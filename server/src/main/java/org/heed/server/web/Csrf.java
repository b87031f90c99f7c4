package org.heed.server.web;

/**
 * The token that proves a form came from a page of ours.
 *
 * @param parameter the name of the form field
 * @param token its value for this request
 */
public record Csrf(String parameter, String token) {

  /** The token is a secret. */
  @Override
  public String toString() {
    return "Csrf[" + parameter + "]";
  }
}
