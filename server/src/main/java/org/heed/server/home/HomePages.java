package org.heed.server.home;

import java.util.ArrayList;
import java.util.List;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.home.HomePage.Work;
import org.heed.server.linking.Proposals;
import org.heed.server.pattern.Patterns;
import org.heed.server.person.Identities;
import org.heed.server.report.Drafts;
import org.heed.server.review.ReviewQueue;
import org.heed.server.review.ReviewQueue.Waiting;
import org.heed.server.review.Triages;
import org.heed.server.suspected.SuspectedChildren;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: your work. */
@Controller
class HomePages {
  private final ReviewQueue queue;
  private final Triages triages;
  private final Drafts drafts;
  private final Proposals proposals;
  private final Identities identities;
  private final Patterns patterns;
  private final InboxWork inbox;
  private final CaseWork cases;
  private final MissingWork missing;
  private final SharedWork shared;
  private final NoticeWork notices;
  private final InspectionWork inspections;
  private final HeldWork held;
  private final SuspectedChildren suspected;

  HomePages(
      ReviewQueue queue,
      Triages triages,
      Drafts drafts,
      Proposals proposals,
      Identities identities,
      Patterns patterns,
      InboxWork inbox,
      CaseWork cases,
      MissingWork missing,
      SharedWork shared,
      NoticeWork notices,
      InspectionWork inspections,
      HeldWork held,
      SuspectedChildren suspected) {
    this.suspected = suspected;
    this.held = held;
    this.notices = notices;
    this.shared = shared;
    this.inspections = inspections;
    this.cases = cases;
    this.missing = missing;
    this.proposals = proposals;
    this.identities = identities;
    this.patterns = patterns;
    this.inbox = inbox;
    this.queue = queue;
    this.triages = triages;
    this.drafts = drafts;
  }

  @GetMapping("/")
  @Needs
  Html home(Shell shell, @AuthenticationPrincipal Caller caller) {
    List<Work> work = new ArrayList<>();
    List<HomePage.Alarm> alarms = new ArrayList<>();
    inbox.add(caller, alarms, work);
    held.add(caller, alarms, work);
    notices.add(caller, work);
    cases.add(caller, work);
    missing.add(caller, alarms, work);
    shared.add(caller, work);
    if (caller.may(Right.REVIEW)) {
      Triages.Own own = triages.own(caller);
      if (own.due() != null) {
        work.add(
            new Work(
                Words.count(own.reports(), "newly prompted report", "newly prompted reports")
                    + " for you",
                "The first is due by " + Words.dateTime(own.due()) + ".",
                "/review"));
      }
      work.add(review(queue.waiting(caller)));
    }
    if (caller.may(Right.RECORD)) {
      work.add(
          drafts.find(caller, "record").isPresent()
              ? new Work("A report not recorded yet", "You began to type it.", "/record")
              : new Work("Record a report", "What was told, seen or found.", "/record"));
    }
    if (caller.may(Right.READ) || caller.may(Right.READ_AGENCY) || caller.may(Right.RECORD)) {
      work.add(new Work("Reports", "Those open to you, newest first.", "/reports"));
    }
    if (caller.may(Right.PEOPLE)) {
      SuspectedChildren.Waiting safety = suspected.count(caller);
      if (safety.all() > 0) {
        work.add(
            new Work(
                Words.count(safety.all(), "child who is suspected", "children who are suspected"),
                safety.own() == 0
                    ? "Somebody has to decide on their own safety."
                    : "You answer for the decision on the safety of "
                        + Words.number(safety.own())
                        + ".",
                "/suspected"));
      }
      long open = proposals.count(caller);
      work.add(
          new Work(
              open > Proposals.MANY
                  ? "More than " + Proposals.MANY + " pairs of people who may be the same"
                  : Words.count(
                      open,
                      "pair of people who may be the same",
                      "pairs of people who may be the same"),
              open == 0 ? "Nothing waits." : "Somebody has to decide on each.",
              "/linking"));
      long torn = identities.countWaiting(caller);
      if (torn > 0) {
        work.add(
            new Work(
                Words.count(
                    torn,
                    "decision on who is who does not hold",
                    "decisions on who is who do not hold"),
                "Others in force speak against. Somebody has to look at each.",
                "/linking#waiting"));
      }
      long across = patterns.waiting(caller);
      work.add(
          new Work(
              Words.count(across, "pattern shows across reports", "patterns show across reports"),
              across == 0 ? "Nothing waits." : "Somebody has to decide on each.",
              "/patterns"));
    }
    if (caller.may(Right.CRIME)) {
      work.add(new Work("Crimes", "Recorded from reports, with what became of them.", "/crimes"));
    }
    inspections.add(caller, work);
    if (caller.may(Right.FIGURES)) {
      work.add(new Work("Figures", "Counts, as known at any moment.", "/figures"));
    }
    if (caller.may(Right.PROPOSE) || caller.may(Right.REGISTER)) {
      work.add(
          new Work("Rulebook", "The rules in force, and what is proposed of them.", "/rulebook"));
    }
    if (caller.may(Right.AUDIT)) {
      work.add(new Work("Audit", "Who looked at what, and the record’s proof.", "/audit"));
    }
    return Html.of(
        "home/home", new HomePage(shell.page("Your work").in(Section.HOME), alarms, work));
  }

  private static Work review(Waiting waiting) {
    String says =
        waiting.oldest() == null
            ? "Nothing waits."
            : "The oldest was recorded on " + Words.date(waiting.oldest()) + ".";
    return new Work(
        Words.count(waiting.reports(), "report waits for review", "reports wait for review"),
        says,
        "/review");
  }
}
