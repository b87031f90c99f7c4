package org.heed.server.tellus.web;

import java.util.List;
import org.heed.server.tellus.TellUsSettings;
import org.heed.server.web.Page;

/**
 * The model of {@code tellus/start.jte}, {@code tellus/sent.jte} and {@code tellus/trouble.jte}.
 *
 * @param reading whether anyone is reading now, in one sentence
 * @param behind whether messages wait longer than they should
 * @param reference the receipt's; empty elsewhere
 * @param says what went wrong, or who has the message, in sentences; none elsewhere
 */
public record TellStart(
    Page page,
    String reading,
    boolean behind,
    List<TellUsSettings.Helpline> helplines,
    String reference,
    List<String> says) {
  public TellStart {
    helplines = List.copyOf(helplines);
    says = List.copyOf(says);
  }

  /** Which page. */
  @Override
  public String toString() {
    return "TellStart[" + page.title() + "]";
  }
}
