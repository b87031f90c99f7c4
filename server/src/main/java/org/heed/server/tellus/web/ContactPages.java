package org.heed.server.tellus.web;

import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.tellus.Inbox;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /reports/{id}/contact}: how to make contact safely with those who told. */
@Controller
class ContactPages {
  private final Inbox inbox;

  ContactPages(Inbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping("/reports/{id}/contact")
  @Needs({Right.READ, Right.RECORD})
  Html contact(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return Html.of(
        "tellus/contact",
        new ContactPage(
            shell
                .page("Contact them safely")
                .in(Section.REPORTS)
                .under(new Crumb("Report", "/reports/" + id)),
            inbox.contacts(caller, id)));
  }
}
