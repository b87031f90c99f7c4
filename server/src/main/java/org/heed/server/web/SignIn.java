package org.heed.server.web;

/**
 * The model of {@code page/signIn.jte}.
 *
 * @param action where the form goes; its fields are {@code name} and {@code password}
 * @param name what was typed before, shown again after a failed try
 * @param sent what they had typed into another form when their session ended, sealed; else empty
 */
public record SignIn(Page page, String action, String name, String sent) {

  /** An empty form. */
  public static SignIn first(Shell shell, String action) {
    return new SignIn(shell.page("Sign in"), action, "", "");
  }

  /** For somebody whose session ended while they typed: it goes on with them. */
  static SignIn after(Shell shell, String action, String sent) {
    return new SignIn(shell.page("Sign in to go on"), action, "", sent);
  }

  /** The form after a failed try. It does not say which of the two was wrong. */
  public static SignIn again(Shell shell, String action, String name, String sent) {
    var errors = FormErrors.of("name", "Check your name and password, and try again");
    return new SignIn(shell.page("Sign in").with(errors), action, name, sent);
  }

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "SignIn[" + action + "]";
  }
}
