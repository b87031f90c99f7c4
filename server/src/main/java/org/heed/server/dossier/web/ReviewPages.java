package org.heed.server.dossier.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.rulebook.Definition;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.dossier.Dossiers;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.review.FlagDecision;
import org.heed.server.review.FlagDecision.Answer;
import org.heed.server.review.Flags;
import org.heed.server.review.ReviewQueue;
import org.heed.server.review.Triage;
import org.heed.server.review.Triages;
import org.heed.server.store.Acts;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /review}: what waits, claim the next, decide, and on to the one after. */
@Controller
class ReviewPages {
  private final Acts acts;
  private final ReviewQueue queue;
  private final Dossiers dossiers;
  private final Flags flags;
  private final Triages triages;
  private final RulebookInForce rulebook;
  private final Clock clock;

  ReviewPages(
      Acts acts,
      ReviewQueue queue,
      Dossiers dossiers,
      Flags flags,
      Triages triages,
      RulebookInForce rulebook,
      Clock clock) {
    this.acts = acts;
    this.queue = queue;
    this.dossiers = dossiers;
    this.flags = flags;
    this.triages = triages;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  @GetMapping("/review")
  @Needs(Right.REVIEW)
  Html queue(Shell shell, @AuthenticationPrincipal Caller caller) {
    List<Triage> open = triages.list(caller);
    return Html.of(
        "dossier/queue",
        new QueuePage(
            shell.page("Review").in(Section.REVIEW),
            queue.waiting(caller),
            open,
            caller.account(),
            clock.instant()));
  }

  @PostMapping("/review/next")
  @Needs(Right.REVIEW)
  String next(@AuthenticationPrincipal Caller caller) {
    return queue
        .next(caller)
        .map(report -> "redirect:/review/" + report)
        .orElse("redirect:/review");
  }

  @GetMapping("/review/{id}")
  @Needs(Right.REVIEW)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return form(shell, caller, id, ReviewForm.EMPTY, FormErrors.none(), 200);
  }

  @PostMapping("/review/{id}/release")
  @Needs(Right.REVIEW)
  String release(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    queue.release(caller, id);
    return "redirect:/review";
  }

  @PostMapping("/review/{id}")
  @Needs(Right.REVIEW)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      RedirectAttributes redirect) {
    ReviewForm typed = ReviewForm.of(fields);
    FormErrors errors = typed.errors();
    if (!errors.isEmpty()) {
      return form(shell, caller, id, typed, errors, 422);
    }
    try {
      decide(caller, id, typed);
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.CONFLICT) {
        throw refused;
      }
      // What was typed stays on the page: it may have taken a while.
      return form(shell, caller, id, typed, FormErrors.of("decision", refused.sentence()), 409);
    } catch (DuplicateKeyException raced) {
      String sentence =
          "Somebody decided this report in the same moment. Your decision is not recorded.";
      return form(shell, caller, id, typed, FormErrors.of("decision", sentence), 409);
    }
    queue.release(caller, id);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your decision is recorded"));
    Optional<UUID> next = queue.next(caller);
    return next.map(report -> "redirect:/review/" + report).orElse("redirect:/review");
  }

  /** In one transaction with the question whether the report is still theirs to decide. */
  private void decide(Caller caller, UUID id, ReviewForm typed) {
    acts.plain(
        caller,
        () -> {
          queue.requireWaiting(caller, id);
          flags.decide(
              caller,
              new FlagDecision(
                  id,
                  null,
                  Answer.parse(typed.decision()),
                  typed.elements(),
                  typed.decision().equals("no") ? typed.instead() : null,
                  queue.isRandom(caller, id) ? "random-review" : "prompt",
                  typed.reason().strip(),
                  null,
                  null));
          return id;
        });
  }

  private Html form(
      Shell shell, Caller caller, UUID id, ReviewForm typed, FormErrors errors, int status) {
    Page page =
        shell
            .page("Review a report")
            .in(Section.REVIEW)
            .under(new Crumb("Review", "/review"))
            .with(errors)
            .acrossTheWindow();
    return Html.of(
            "dossier/review",
            new ReviewPage(
                page, dossiers.open(caller, id, null, "review-report"), definition(), typed))
        .status(status);
  }

  private Definition definition() {
    return rulebook
        .rulebook()
        .findDefinition("cse")
        .orElseThrow(() ->
            new Refused(
                Refused.Code.CONFLICT, "The rulebook has no definition called cse to decide by."));
  }
}
