package org.heed.server.tellus.web;

import java.util.List;
import org.heed.server.tellus.TellUsSettings;
import org.heed.server.web.Html;
import org.heed.server.web.OwnTrouble;
import org.heed.server.web.Shell;
import org.springframework.stereotype.Component;

/** What a teller reads when something goes wrong: what was kept, what to do, whom to call. */
@Component
final class TellTrouble implements OwnTrouble {
  private final TellUsSettings settings;

  TellTrouble(TellUsSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean covers(String path) {
    return path.equals("/tell-us") || path.startsWith("/tell-us/");
  }

  @Override
  public Html page(Shell shell, int status) {
    return switch (status) {
      case 413 ->
          trouble(
              shell,
              "That is too much at once",
              "Nothing was sent. This page takes about 20,000 characters at a time.",
              "Go back one page, where what you typed should still be, make it shorter and send the"
                  + " rest as a second message.");
      case 415 ->
          trouble(
              shell,
              "We cannot take files here",
              "Nothing was sent. Please do not copy or pass on a picture of a child.",
              "Go back and say in words that you have something to show. Whoever contacts you will"
                  + " say how to keep it safe.");
      case 403 ->
          trouble(
              shell,
              "Your browser did not let that through",
              "Nothing was sent. This page needs cookies, which end when you leave it.",
              "Let your browser keep cookies for this page and start again, or call.");
      case 404, 410 ->
          trouble(shell, "Page not found", "There is nothing at this address.", "Start again.");
      default ->
          trouble(
              shell,
              "Something went wrong",
              "The fault is ours, not yours. What you last typed may not have been kept.",
              "Go back one page and try again in a minute. If it cannot wait, please call.");
    };
  }

  private Html trouble(Shell shell, String title, String... says) {
    return Html.of(
        "tellus/trouble",
        new TellStart(
            shell.page(title).withExit(), "", false, settings.helplines(), "", List.of(says)));
  }
}
