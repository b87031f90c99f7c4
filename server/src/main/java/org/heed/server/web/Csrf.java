package org.heed.server.web;

/**
 * The token that proves a form came from a page of ours.
 *
 * @param parameter the name of the form field
 * @param token its value for this request
 * @param by the account whose page it is; empty where nobody is signed in
 */
public record Csrf(String parameter, String token, String by) {

  /** The token is a secret. */
  @Override
  public String toString() {
    return "Csrf[" + parameter + "]";
  }
}
