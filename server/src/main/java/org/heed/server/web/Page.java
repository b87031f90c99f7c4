package org.heed.server.web;

import java.util.List;
import java.util.Optional;

/**
 * The model of {@code layout/page.jte}.
 *
 * @param title what the page is, without the service's name; also the start of the window title
 * @param section the part of the service it belongs to, marked in the navigation
 * @param crumbs the way back, nearest last, without the page itself
 * @param errors what was wrong with the form sent; shown as the error summary
 * @param exit whether to show the button that leaves the service at once
 * @param wide whether the page uses the whole window, for work beside a long text
 */
public record Page(
    String title,
    Shell shell,
    Optional<Section> section,
    List<Crumb> crumbs,
    FormErrors errors,
    boolean exit,
    boolean wide) {

  /** Copies. */
  public Page {
    crumbs = List.copyOf(crumbs);
  }

  /** In this part of the service. */
  public Page in(Section here) {
    return new Page(title, shell, Optional.of(here), crumbs, errors, exit, wide);
  }

  /** Below these pages. */
  public Page under(Crumb... way) {
    return new Page(title, shell, section, List.of(way), errors, exit, wide);
  }

  /** With these errors. */
  public Page with(FormErrors found) {
    return new Page(title, shell, section, crumbs, found, exit, wide);
  }

  /** With the button that leaves at once. */
  public Page withExit() {
    return new Page(title, shell, section, crumbs, errors, true, wide);
  }

  /** Over the whole window. */
  public Page acrossTheWindow() {
    return new Page(title, shell, section, crumbs, errors, exit, true);
  }

  /** The title of the window: errors are said first, as GOV.UK asks. */
  public String windowTitle() {
    return (errors.isEmpty() ? "" : "Error: ") + title + " – Heed";
  }
}
