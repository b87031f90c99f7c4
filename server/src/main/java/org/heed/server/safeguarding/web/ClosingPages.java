package org.heed.server.safeguarding.web;

import static org.heed.server.safeguarding.web.CasePages.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.AsSeen;
import org.heed.server.safeguarding.CasePlan.LineAct;
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
    return page(shell, caller, id, known, Map.of(), FormErrors.none());
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
    FormErrors errors = lineErrors(typed);
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter why");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, "", typed, errors);
    }
    Map<String, Overtaken.Label> labels = new LinkedHashMap<>();
    labels.put("reason", Overtaken.Label.lines("Why?"));
    lines(typed)
        .forEach(
            line -> labels.put("why-" + line, Overtaken.Label.lines("Why does the line end?")));
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
                  "close the case",
                  () -> closings.sign(caller, id, reason, settled(typed)),
                  "The case is closed");
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
        new Overtaken.Doing(AsSeen.Part.STANDING, id, done.doing(), labels, "/closing", "/closing"),
        typed,
        done.work(),
        () -> CaseTabs.done(redirect, "/cases/" + id + "/closing", done.says()));
  }

  /** The lines of enquiry that were open when the form was shown, where it signs. */
  private static List<String> lines(Map<String, String> typed) {
    return "sign".equals(typed.get("act"))
        ? typed.keySet().stream()
            .filter(one -> one.startsWith("why-"))
            .map(one -> one.substring("why-".length()))
            .sorted()
            .toList()
        : List.of();
  }

  private static FormErrors lineErrors(Map<String, String> typed) {
    FormErrors errors = FormErrors.none();
    for (String line : lines(typed)) {
      if (!ENDS.containsKey(text(typed, "line-" + line))) {
        errors =
            errors.and("line-" + line, "Select whether the line of enquiry is closed or refused");
      }
      if (text(typed, "why-" + line).isBlank()) {
        errors = errors.and("why-" + line, "Enter why the line of enquiry ends");
      }
    }
    return errors;
  }

  private static final Map<String, LineAct> ENDS =
      Map.of(LineAct.CLOSED.code(), LineAct.CLOSED, LineAct.REFUSED.code(), LineAct.REFUSED);

  private static Map<UUID, Closings.Settled> settled(Map<String, String> typed) {
    Map<UUID, Closings.Settled> settled = new HashMap<>();
    for (String line : lines(typed)) {
      LineAct end = ENDS.get(text(typed, "line-" + line));
      UUID which = CasePages.account(line);
      if (end != null && which != null) {
        settled.put(which, new Closings.Settled(end, text(typed, "why-" + line)));
      }
    }
    return settled;
  }

  private record Done(String doing, Runnable work, String says) {}

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String known,
      Map<String, String> typed,
      FormErrors errors) {
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
