package org.heed.server.disclosure.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.disclosure.AccessLaw;
import org.heed.server.disclosure.Exemption;
import org.heed.server.disclosure.SubjectAccess;
import org.heed.server.disclosure.SubjectRequest.Given;
import org.heed.server.store.Coded;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /people/{id}/held}: what is held about somebody who asks for it. */
@Controller
class HeldPages {
  private final SubjectAccess access;
  private final Clock clock;

  HeldPages(SubjectAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  @GetMapping("/people/{id}/held")
  @Needs(Right.SUBJECT_ACCESS)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, id, new Typed(Map.of()), FormErrors.none());
  }

  @PostMapping("/people/{id}/held/requests")
  @Needs(Right.SUBJECT_ACCESS)
  Object receive(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes redirect) {
    Typed typed = new Typed(sent);
    FormErrors errors = FormErrors.none();
    Optional<AccessLaw> law = Coded.find(AccessLaw.values(), typed.get("law"));
    if (law.isEmpty()) {
      errors = errors.and("law", "Select the law by which they ask");
    }
    Optional<LocalDate> day = day(typed.get("received-on"));
    if (day.isEmpty()) {
      errors = errors.and("received-on", "Enter the day on which the request came");
    }
    errors =
        typed.required(errors, "says", "Enter how they asked, and how you know that it is them");
    if (!errors.isEmpty() || law.isEmpty() || day.isEmpty()) {
      return page(shell, caller, id, typed, errors);
    }
    access.receive(caller, id, law.get(), day.get(), typed.get("says"));
    return done(redirect, id, "The request is recorded");
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @PostMapping("/people/{id}/held/decisions")
  @Needs(Right.SUBJECT_ACCESS)
  String decide(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String given,
      @RequestParam(defaultValue = "") String exemption,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    Given what =
        Coded.find(Given.values(), given)
            .orElseThrow(() -> new Refused(Refused.Code.INVALID, "Say what is given of it."));
    access.decide(caller, id, item, what, Exemption.find(exemption).orElse(null), words, reason);
    return done(redirect, id, "Your decision is recorded with your name");
  }

  @PostMapping("/people/{id}/held/agreement")
  @Needs(Right.SUBJECT_ACCESS)
  String agree(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String says,
      RedirectAttributes redirect) {
    access.agree(caller, id, says);
    return done(redirect, id, "That you agree is recorded with your name");
  }

  @PostMapping("/people/{id}/held/release")
  @Needs(Right.SUBJECT_ACCESS)
  String release(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String says,
      RedirectAttributes redirect) {
    access.release(caller, id, says);
    return done(redirect, id, "The answer is made and kept: read it through before you send it");
  }

  @GetMapping("/people/{id}/held/{paper}/{file}")
  @Needs(Right.SUBJECT_ACCESS)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID paper,
      @PathVariable String file) {
    return DisclosurePages.out(access.file(caller, id, paper, file));
  }

  private Html page(Shell shell, Caller caller, UUID id, Typed typed, FormErrors errors) {
    SubjectAccess.Opened opened = access.open(caller, id);
    Page page =
        shell
            .page("What is held about them")
            .in(Section.PEOPLE)
            .under(new Crumb("People", "/people"), new Crumb("Person", "/people/" + id))
            .with(errors);
    return Html.of("disclosure/held", new HeldPage(page, opened, typed, clock.instant()))
        .checked(errors);
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:/people/" + id + "/held";
  }
}
