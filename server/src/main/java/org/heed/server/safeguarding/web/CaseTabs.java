package org.heed.server.safeguarding.web;

import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a case have in common. */
final class CaseTabs {
  private CaseTabs() {}

  static Page page(Shell shell, String title, FormErrors errors) {
    return shell.page(title).in(Section.CASES).under(new Crumb("Cases", "/cases")).with(errors);
  }

  /** Goes on to a page, which says what was done. */
  static String done(RedirectAttributes redirect, String address, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:" + address;
  }
}
