package org.heed.server.tellus.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.tellus.Inbox;
import org.heed.server.tellus.Message;
import org.heed.server.tellus.MessageClock;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /inbox}: what was told, who owns it and by when; {@code /inbox/{id}}: one message. */
@Controller
class InboxPages {
  private static final int LONGEST_REASON = 4_000;

  private final Inbox inbox;
  private final MessageClock clocks;
  private final RulebookInForce rulebook;
  private final Clock clock;

  InboxPages(Inbox inbox, MessageClock clocks, RulebookInForce rulebook, Clock clock) {
    this.inbox = inbox;
    this.clocks = clocks;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/inbox")
  @Needs(Right.MESSAGES)
  Html list(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "false") boolean decided,
      @RequestParam(defaultValue = "1") int page) {
    return list(shell, caller, decided, page, "", FormErrors.none());
  }

  private Html list(
      Shell shell, Caller caller, boolean decided, int page, String why, FormErrors errors) {
    return Html.of(
            "tellus/inbox",
            new InboxPage(
                shell.page(decided ? "Messages decided" : "Inbox").in(Section.INBOX).with(errors),
                inbox.counts(caller),
                decided ? inbox.decided(caller, page) : inbox.open(caller, page),
                decided,
                why,
                clock.instant()))
        .checked(errors);
  }

  @PostMapping("/inbox/close")
  @Needs(Right.MESSAGES)
  Object closeOfFlood(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") List<UUID> messages,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (messages.isEmpty()) {
      errors = errors.and("messages", "Select the messages to close");
    }
    errors = reason(errors, why);
    if (!errors.isEmpty()) {
      return list(shell, caller, false, 1, why, errors);
    }
    inbox.closeOfFlood(caller, messages, why.strip());
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(Words.count(messages.size(), "message is closed", "messages are closed")));
    return "redirect:/inbox";
  }

  @PostMapping("/inbox/{id}/reopen")
  @Needs(Right.MESSAGES)
  Object reopen(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes redirect) {
    FormErrors errors = reason(FormErrors.none(), why);
    if (!errors.isEmpty()) {
      return page(shell, caller, inbox.open(caller, id), null, "", why, errors);
    }
    int again = inbox.reopen(caller, id, why.strip());
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(Words.count(again, "message waits", "messages wait") + " again"));
    return "redirect:/inbox/" + id;
  }

  private static FormErrors reason(FormErrors errors, String why) {
    return why.isBlank() || why.length() > LONGEST_REASON
        ? errors.and("why", "Enter why, in 4,000 characters or fewer")
        : errors;
  }

  @GetMapping("/inbox/{id}")
  @Needs(Right.MESSAGES)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, inbox.open(caller, id), null, "", "", FormErrors.none());
  }

  @PostMapping("/inbox/{id}/take")
  @Needs(Right.MESSAGES)
  String take(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
    inbox.take(caller, id);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The message is yours"));
    return "redirect:/inbox/" + id;
  }

  @PostMapping("/inbox/{id}/hand-over")
  @Needs(Right.MESSAGES)
  Object handOver(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (to.isBlank()) {
      errors = errors.and("to", "Select who takes it over");
    }
    errors = reason(errors, why);
    if (!errors.isEmpty()) {
      return page(shell, caller, inbox.open(caller, id), null, to, why, errors);
    }
    inbox.handOver(caller, id, account(to), why.strip());
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The message is handed over"));
    return "redirect:/inbox";
  }

  private static UUID account(String to) {
    try {
      return UUID.fromString(to);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Select somebody from the list.");
    }
  }

  @PostMapping("/inbox/{id}/decide")
  @Needs(Right.MESSAGES)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    DecideForm form = DecideForm.of(fields);
    FormErrors errors = form.errors(rulebook.areasOf(caller).keySet());
    if (!form.decision().equals("close") && !caller.may(Right.RECORD)) {
      errors = errors.and("decision", "Hand it over: your role records no reports");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, inbox.open(caller, id), form, "", "", errors);
    }
    String reason = form.reason().strip();
    if (form.decision().equals("join")) {
      return join(shell, caller, id, form, redirect);
    }
    if (form.decision().equals("close")) {
      inbox.close(caller, id, reason);
      redirect.addFlashAttribute(Notice.FLASH, Notice.success("The message is closed"));
      return "redirect:/inbox";
    }
    UUID report = inbox.report(caller, id, form.area(), form.child(), reason);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The message is a report now"));
    return "redirect:/reports/" + report;
  }

  private Object join(
      Shell shell, Caller caller, UUID id, DecideForm form, RedirectAttributes redirect) {
    try {
      UUID report = inbox.join(caller, id, form.reference(), form.reason().strip());
      redirect.addFlashAttribute(Notice.FLASH, Notice.success("The message is joined"));
      return "redirect:/reports/" + report;
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      FormErrors errors = FormErrors.of("reference", refused.sentence());
      return page(shell, caller, inbox.open(caller, id), form, "", "", errors);
    }
  }

  private Html page(
      Shell shell,
      Caller caller,
      Message message,
      @Nullable DecideForm typed,
      String to,
      String why,
      FormErrors errors) {
    Message.Standing standing = message.standing();
    Instant now = clock.instant();
    Page page =
        shell
            .page("Message " + standing.reference())
            .in(Section.INBOX)
            .under(new Crumb("Inbox", "/inbox"))
            .with(errors);
    return Html.of(
            "tellus/message",
            new MessagePage(
                page,
                message,
                clocks.of(
                    standing.area(),
                    standing.receivedAt(),
                    standing.decided().map(Message.Decided::at).orElse(null),
                    now),
                inbox.handlers(caller, standing.area()),
                rulebook.areasOf(caller),
                caller.account().equals(standing.owner()),
                typed == null ? DecideForm.of(message) : typed,
                to,
                why,
                now))
        .checked(errors);
  }
}
