package org.heed.server.recording.web;

import java.util.List;
import java.util.UUID;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Link;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a recording audit have in common. */
final class AuditTabs {
  static final String ALL = "/recording-audits";

  private AuditTabs() {}

  static Page page(Shell shell, String title, FormErrors errors) {
    return shell
        .page(title)
        .in(Section.INSPECTION)
        .under(new Crumb("Recording audits", ALL))
        .with(errors);
  }

  static Page below(Shell shell, String title, UUID audit, FormErrors errors) {
    return page(shell, title, errors)
        .under(new Crumb("Recording audits", ALL), new Crumb("Audit", address(audit)));
  }

  static String address(UUID audit) {
    return ALL + "/" + audit;
  }

  static List<Link> links(UUID audit) {
    return List.of(
        Link.of("Sample", address(audit)), Link.of("Result", address(audit) + "/result"));
  }

  /** Goes on to a page, which says what was done. */
  static String done(RedirectAttributes redirect, String address, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:" + address;
  }
}
