package org.heed.server.inspection.web;

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

/** What the pages of an inspection have in common. */
public final class InspectionTabs {
  private InspectionTabs() {}

  static Page page(Shell shell, String title, FormErrors errors) {
    return shell
        .page(title)
        .in(Section.INSPECTION)
        .under(new Crumb("Inspections", "/inspections"))
        .with(errors);
  }

  static Page below(Shell shell, String title, UUID inspection, FormErrors errors) {
    return page(shell, title, errors)
        .under(
            new Crumb("Inspections", "/inspections"),
            new Crumb("Inspection", "/inspections/" + inspection));
  }

  /** The pages of an inspection. */
  public static List<Link> links(UUID inspection) {
    String address = "/inspections/" + inspection;
    return List.of(
        Link.of("Sample", address),
        Link.of("Result", address + "/result"),
        Link.of("Actions", address + "/actions"),
        Link.of("Linked records", address + "/requests"));
  }

  /** Goes on to a page, which says what was done. */
  static String done(RedirectAttributes redirect, String address, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:" + address;
  }
}
