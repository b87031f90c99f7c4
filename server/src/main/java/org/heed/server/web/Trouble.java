package org.heed.server.web;

import java.util.Optional;

/**
 * The model of {@code page/trouble.jte}: what happened, what was kept, what to do. It never holds
 * the text of an exception.
 *
 * @param incident where Heed failed: the reference under which the log has it
 * @param sent what was sent and not kept
 */
public record Trouble(
    Page page,
    String happened,
    String kept,
    String next,
    Optional<String> incident,
    SentWords sent) {

  private Trouble(Page page, String happened, String kept, String next) {
    this(page, happened, kept, next, Optional.empty(), SentWords.NONE);
  }

  /** The page for an HTTP status. */
  public static Trouble of(Shell shell, int status) {
    return switch (status) {
      case 400, 405, 415, 422 ->
          new Trouble(
              shell.page("That could not be read"),
              "Heed did not understand what your browser sent.",
              "Nothing was changed.",
              "Go back to the page you came from and try again.");
      case 401 ->
          new Trouble(
              shell.page("Sign in to go on"),
              "You are not signed in, or your session has ended.",
              "Nothing was changed. What you typed is still in the page before this one.",
              "Sign in in another tab or window, come back to this one, go back a page and send it"
                  + " again.");
      case 403 ->
          new Trouble(
              shell.page("You cannot open this page"),
              "Your role does not include this page, or the record is restricted.",
              "Nothing was changed. That you asked is in the audit.",
              "If you need it for your work, ask your supervisor or the record’s owner.");
      case 410 ->
          new Trouble(
              shell.page("This was destroyed"),
              "What this page showed is gone, by the decision of two people.",
              "Nothing was changed.",
              "Open the record itself to see when and on what basis.");
      case 404 ->
          new Trouble(
              shell.page("Page not found"),
              "There is nothing at this address, or you may not see what is.",
              "Nothing was changed.",
              "Check the address, or start again from Home.");
      case 409 ->
          new Trouble(
              shell.page("Someone was here first"),
              "This record changed after you opened it.",
              "Their change is kept, and yours has not been saved.",
              "Open the record again, see what changed, and decide whether yours still holds.");
      case 413 ->
          new Trouble(
              shell.page("That is too large"),
              "What you sent is larger than Heed accepts in a browser.",
              "Nothing was kept of it.",
              "Send it in parts, or ask for it to be imported from a file.");
      case 429 ->
          new Trouble(
              shell.page("Too many tries"),
              "This was tried too often in a short time.",
              "Nothing was changed.",
              "Wait a few minutes, then try again.");
      case 503 ->
          new Trouble(
              shell.page("Heed cannot reach its records"),
              "The database does not answer.",
              "Everything saved before is safe. What you just sent may not have been saved.",
              "Wait a minute and look whether it is there before you send it again. If it goes on, tell"
                  + " whoever looks after Heed here.");
      default ->
          new Trouble(
              shell.page("Something went wrong"),
              "Heed could not finish what you asked. The fault is ours, not yours.",
              "Everything saved before is safe. What you just sent was not saved.",
              "Try again. If it happens twice, tell whoever looks after Heed here what you were"
                  + " doing and when.");
    };
  }

  /** The same page with the domain's own sentence of what happened. */
  Trouble because(String sentence) {
    return new Trouble(page, sentence, kept, next, incident, sent);
  }

  /** The same page with the reference under which the log has what happened. */
  Trouble under(Optional<String> reference) {
    return new Trouble(page, happened, kept, next, reference, sent);
  }

  /** The same page with what was sent and not kept. */
  Trouble with(SentWords words) {
    return new Trouble(page, happened, kept, next, incident, words);
  }
}
