package org.heed.server.notice.web;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.notice.Notices;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /notices}: what somebody was told of; {@code /notices/{id}}: the way to what one is of.
 */
@Controller
class NoticePages {
  private final Notices notices;

  NoticePages(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/notices")
  @Needs({Right.CASES, Right.INSPECT})
  Html list(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "notice/notices",
        new NoticesPage(shell.page("Notices").in(Section.HOME), notices.mine(caller)));
  }

  @GetMapping("/notices/{id}")
  @Needs({Right.CASES, Right.INSPECT})
  String open(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return "redirect:" + notices.way(caller, id);
  }
}
