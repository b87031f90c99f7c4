package org.heed.server.notice.web;

import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Reach;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.notice.NoticeSettings;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /account}: how somebody is told of deadlines outside Heed. */
@Controller
class AccountPages {
  private final Reach reach;
  private final NoticeSettings settings;

  AccountPages(Reach reach, NoticeSettings settings) {
    this.reach = reach;
    this.settings = settings;
  }

  @GetMapping("/account")
  @Needs({Right.CASES, Right.INSPECT})
  Html open(Shell shell, @AuthenticationPrincipal Caller caller) {
    Reach.Given given = reach.of(caller);
    String email = given.email();
    return page(shell, caller, email == null ? "" : email, "", FormErrors.none());
  }

  @PostMapping("/account/email")
  @Needs({Right.CASES, Right.INSPECT})
  Object email(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String email,
      RedirectAttributes redirect) {
    String typed = email.strip();
    try {
      reach.email(caller, typed.isEmpty() ? null : typed);
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      return page(shell, caller, typed, "", FormErrors.of("email", refused.sentence()));
    }
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(typed.isEmpty() ? "No notices go by e-mail" : "Notices go to that address"));
    return "redirect:/account";
  }

  /** Shows the new password once: it is kept as a hash alone. */
  @PostMapping("/account/calendar")
  @Needs({Right.CASES, Right.INSPECT})
  Html renew(Shell shell, @AuthenticationPrincipal Caller caller) {
    String password = reach.renewCalendar(caller);
    String email = reach.of(caller).email();
    return page(shell, caller, email == null ? "" : email, password, FormErrors.none());
  }

  @PostMapping("/account/calendar/end")
  @Needs({Right.CASES, Right.INSPECT})
  String end(@AuthenticationPrincipal Caller caller, RedirectAttributes redirect) {
    reach.endCalendar(caller);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your calendar is closed"));
    return "redirect:/account";
  }

  private Html page(Shell shell, Caller caller, String email, String password, FormErrors errors) {
    return Html.of(
            "notice/account",
            new AccountPage(
                shell.page("How you are told").in(Section.HOME).with(errors),
                caller.name(),
                email,
                reach.of(caller).calendar(),
                password,
                settings))
        .checked(errors);
  }
}
