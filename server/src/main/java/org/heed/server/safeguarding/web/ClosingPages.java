package org.heed.server.safeguarding.web;

import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.AsSeen;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.Closings;
import org.heed.server.safeguarding.EarlyClosings;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /cases/{id}/closing}: proposed by one person, signed by another, opened again. */
@Controller
class ClosingPages {
  private final CaseViews views;
  private final Closings closings;
  private final EarlyClosings early;
  private final Overtaken overtaken;

  ClosingPages(CaseViews views, Closings closings, EarlyClosings early, Overtaken overtaken) {
    this.views = views;
    this.closings = closings;
    this.early = early;
    this.overtaken = overtaken;
  }

  @GetMapping("/cases/closed-early")
  @Needs(Right.CASES)
  Html closedEarly(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "1") int page) {
    return Html.of(
        "safeguarding/closedEarly",
        new ClosedEarlyPage(
            shell.page("Closed too soon").in(Section.CASES).under(new Crumb("Cases", "/cases")),
            early.list(caller, page)));
  }

  @GetMapping("/cases/{id}/closing")
  @Needs(Right.CASES)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String known) {
    return page(shell, caller, id, known, "", FormErrors.none());
  }

  @PostMapping("/cases/{id}/closing")
  @Needs(Right.CASES)
  Object change(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    String reason = typed.getOrDefault("reason", "");
    if (reason.isBlank()) {
      return page(shell, caller, id, "", "", FormErrors.of("reason", "Enter why"));
    }
    Done done =
        switch (typed.getOrDefault("act", "")) {
          case "propose" ->
              new Done(
                  "propose to close the case",
                  () -> closings.propose(caller, id, reason),
                  "Closure is proposed: somebody else has to sign");
          case "take-back" ->
              new Done(
                  "take the proposal back",
                  () -> closings.takeBack(caller, id, reason),
                  "The proposal is taken back");
          case "sign" ->
              new Done(
                  "close the case", () -> closings.sign(caller, id, reason), "The case is closed");
          case "reopen" ->
              new Done(
                  "open the case again",
                  () -> closings.reopen(caller, id, reason),
                  "The case is open again");
          default ->
              throw new Refused(Refused.Code.INVALID, "Say what is to be done with the case.");
        };
    return overtaken.act(
        shell,
        caller,
        id,
        new Overtaken.Doing(
            AsSeen.Part.STANDING,
            id,
            done.doing(),
            Map.of("reason", Overtaken.Label.lines("Why?")),
            "/closing",
            "/closing"),
        typed,
        done.work(),
        () -> CaseTabs.done(redirect, "/cases/" + id + "/closing", done.says()));
  }

  private record Done(String doing, Runnable work, String says) {}

  private Html page(
      Shell shell, Caller caller, UUID id, String known, String typed, FormErrors errors) {
    return Html.of(
            "safeguarding/closing",
            new ClosingPage(
                CaseTabs.page(shell, "Closing", errors),
                views.open(caller, id, Moments.endOf(known)),
                known,
                caller.account(),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
