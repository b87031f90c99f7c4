package org.heed.server.safeguarding.web;

import java.util.List;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseRestrictions;
import org.heed.server.web.Link;
import org.heed.server.web.Page;

/**
 * The model of {@code safeguarding/restrict.jte}.
 *
 * @param members sign-in names as typed
 */
public record RestrictCasePage(
    Page page, CaseRestrictions.Opened opened, String members, String reason) {

  public CaseFile file() {
    return opened.file();
  }

  public String address() {
    return "/cases/" + file().id() + "/restriction";
  }

  public List<Link> tabs() {
    return CasePage.tabs(file().id(), "");
  }

  /** The case's identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "RestrictCasePage[" + file().id() + "]";
  }
}
