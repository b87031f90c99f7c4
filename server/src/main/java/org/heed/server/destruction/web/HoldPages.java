package org.heed.server.destruction.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.destruction.Destructions;
import org.heed.server.destruction.HoldKind;
import org.heed.server.store.Coded;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /reports/{id}/hold}: that a report must be kept, or need not any longer. */
@Controller
class HoldPages {
  private final Destructions destructions;

  HoldPages(Destructions destructions) {
    this.destructions = destructions;
  }

  @GetMapping("/reports/{id}/hold")
  @Needs({Right.DESTROY, Right.RESTRICT})
  Html form(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  private Html page(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    Destructions.Keeping keeping = destructions.keeping(caller, id);
    return Html.of(
            "destruction/hold",
            new HoldPage(
                shell
                    .page("Keep a report")
                    .in(Section.REPORTS)
                    .under(
                        new Crumb("Reports", "/reports"),
                        new Crumb("Report " + keeping.report().reference(), "/reports/" + id))
                    .with(errors),
                keeping,
                caller.may(Right.DESTROY),
                typed))
        .checked(errors);
  }

  @PostMapping("/reports/{id}/hold")
  @Needs({Right.DESTROY, Right.RESTRICT})
  Object hold(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes redirect) {
    Typed typed = new Typed(sent);
    Optional<HoldKind> kind = Coded.find(HoldKind.values(), typed.get("kind"));
    FormErrors errors = FormErrors.none();
    if (kind.isEmpty()) {
      errors = errors.and("kind", "Select what it must be kept for");
    }
    errors = typed.required(errors, "reason", "Enter why it must be kept");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, typed, errors);
    }
    destructions.hold(caller, id, kind.orElseThrow(), typed.get("reason"));
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success("The report is kept until somebody says that it need not be"));
    return "redirect:/reports/" + id + "/hold";
  }

  @PostMapping("/reports/{id}/hold/end")
  @Needs(Right.DESTROY)
  Object end(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes redirect) {
    Typed typed = new Typed(sent);
    Optional<HoldKind> kind = Coded.find(HoldKind.values(), typed.get("ended"));
    FormErrors errors = FormErrors.none();
    if (kind.isEmpty()) {
      errors = errors.and("ended", "Select what it need not be kept for any longer");
    }
    errors = typed.required(errors, "end-reason", "Enter why it need not be kept for that");
    if (!errors.isEmpty()) {
      return page(shell, caller, id, typed, errors);
    }
    destructions.lift(caller, id, kind.orElseThrow(), typed.get("end-reason"));
    redirect.addFlashAttribute(
        Notice.FLASH, Notice.success("It is recorded that it need not be kept for that"));
    return "redirect:/reports/" + id + "/hold";
  }
}
