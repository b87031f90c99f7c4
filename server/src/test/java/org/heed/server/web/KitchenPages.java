package org.heed.server.web;

import gg.jte.Content;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One page with every component on it, and the pages that the kit itself brings. */
@Controller
@Profile(PageKitApplication.PROFILE)
class KitchenPages {

  @GetMapping("/kitchen")
  Html kitchen(Shell shell) {
    Page page =
        shell
            .page("Every component")
            .in(Section.REVIEW)
            .under(new Crumb("Home", "/"), new Crumb("Review", "/review"))
            .with(Kitchen.ERRORS);
    return page(page, Kitchen.components());
  }

  @GetMapping("/narrative")
  Html narrative(Shell shell) {
    Page page = shell.page("Report NOR/2026/004812").in(Section.REVIEW).acrossTheWindow();
    return page(page, titled(page, Kitchen.narrative()));
  }

  @GetMapping("/figures")
  Html figures(Shell shell) {
    Page page = shell.page("Figures").in(Section.FIGURES);
    return page(page, titled(page, Kitchen.figures()));
  }

  @GetMapping("/out/sign-in")
  Html signIn(Shell shell) {
    return Html.of("page/signIn", SignIn.first(shell, "/out/sign-in"));
  }

  @GetMapping("/out/sign-in-again")
  Html signInAgain(Shell shell) {
    return Html.of("page/signIn", SignIn.again(shell, "/out/sign-in", "amara", "")).status(401);
  }

  @GetMapping("/out/signed-out")
  Html signedOut(Shell shell) {
    return Html.of(
        "page/signedOut", new SignedOut(shell.page("You have signed out"), "/sign-in", false));
  }

  @GetMapping("/fail")
  Html fail() {
    throw new IllegalStateException("words that must not be shown");
  }

  private static Content titled(Page page, Content content) {
    return output -> {
      output.writeContent("<h1 class=\"govuk-heading-l\">" + page.title() + "</h1>");
      content.writeTo(output);
    };
  }

  private static Html page(Page page, Content content) {
    return Html.of("layout/page", Map.of("page", page, "content", content));
  }
}
