package org.heed.server.safeguarding.web;

import static org.heed.server.safeguarding.web.CasePages.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.Drafts;
import org.heed.server.safeguarding.AgencyKind;
import org.heed.server.safeguarding.AsSeen;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.MeetingKind;
import org.heed.server.safeguarding.Meetings;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /cases/{id}/meetings}: plans meetings, and records those that were held. */
@Controller
class MeetingPages {
  private final Cases cases;
  private final CaseViews views;
  private final Meetings meetings;
  private final Overtaken overtaken;
  private final Drafts drafts;

  MeetingPages(
      Cases cases, CaseViews views, Meetings meetings, Overtaken overtaken, Drafts drafts) {
    this.drafts = drafts;
    this.cases = cases;
    this.views = views;
    this.meetings = meetings;
    this.overtaken = overtaken;
  }

  @GetMapping("/cases/{id}/meetings")
  @Needs(Right.CASES)
  Html list(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String known) {
    return page(shell, caller, id, known, Map.of(), FormErrors.none());
  }

  @PostMapping("/cases/{id}/meetings")
  @Needs(Right.CASES)
  Object plan(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      @RequestParam(name = "about", required = false) @Nullable List<String> about,
      RedirectAttributes redirect) {
    Map<String, String> typed = new HashMap<>(sent);
    typed.put("about", about == null ? "" : String.join(",", about));
    FormErrors errors = FormErrors.none();
    Optional<Instant> when = Moments.at(text(typed, "meets-on"), text(typed, "meets-at"));
    if (when.isEmpty()) {
      errors = errors.and("meets-on", "Enter the day and the time of the meeting");
    }
    if (text(typed, "agenda").isBlank()) {
      errors = errors.and("agenda", "Enter what the meeting is to decide");
    }
    if (!errors.isEmpty() || when.isEmpty() || about == null) {
      CaseView view = views.open(caller, id, null);
      if (about == null && MeetingsPage.children(view).size() > 1) {
        errors = errors.and("about", "Select which children the meeting is about");
      }
      if (!errors.isEmpty() || when.isEmpty()) {
        return page(shell, view, "", typed, errors);
      }
    }
    meetings.plan(
        caller,
        id,
        kind(text(typed, "kind")),
        when.get(),
        text(typed, "agenda"),
        about(about),
        guests(typed, "asked", Attends.INVITED));
    return done(redirect, id, "The meeting is planned");
  }

  @PostMapping("/cases/{id}/meetings/{meeting}")
  @Needs(Right.CASES)
  Object change(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID meeting,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    String says = text(typed, "says");
    Map<String, Overtaken.Label> labels = new LinkedHashMap<>();
    boolean cancelled = text(typed, "act").equals("cancelled");
    boolean withdrawn = text(typed, "act").equals("withdrawn");
    Runnable work;
    if (withdrawn) {
      work = () -> meetings.withdraw(caller, id, meeting, says);
    } else if (cancelled) {
      work = () -> meetings.cancel(caller, id, meeting, says);
    } else {
      Instant when =
          Moments.at(text(typed, "meets-on"), text(typed, "meets-at"))
              .orElseThrow(() ->
                  new Refused(Refused.Code.INVALID, "Enter the new day and the time as 14:05."));
      work = () -> meetings.move(caller, id, meeting, when, says);
      labels.put("meets-on", Overtaken.Label.day("Another day"));
      labels.put("meets-at", Overtaken.Label.line("Another time"));
    }
    labels.put("says", Overtaken.Label.lines("Why?"));
    return overtaken.act(
        shell,
        caller,
        id,
        new Overtaken.Doing(
            AsSeen.Part.MEETING,
            meeting,
            withdrawn ? "withdraw that it was held" : cancelled ? "cancel it" : "move it",
            labels,
            "/meetings/" + meeting,
            "/meetings"),
        typed,
        work,
        () ->
            done(
                redirect,
                id,
                withdrawn
                    ? "That it was held is withdrawn; it stays on the record"
                    : cancelled
                        ? "The meeting is cancelled"
                        : "The meeting is moved; its first time stays on the record"));
  }

  @GetMapping("/cases/{id}/meetings/{meeting}/held")
  @Needs(Right.CASES)
  Html held(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID meeting) {
    return held(
        shell, caller, id, meeting, drafts.fields(caller, draft(meeting)), FormErrors.none());
  }

  /** Keeps the minutes as they stand; sent by the page while someone types. */
  @PostMapping("/cases/{id}/meetings/{meeting}/draft")
  @Needs(Right.CASES)
  ResponseEntity<Void> keep(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID meeting,
      @RequestParam Map<String, String> fields) {
    drafts.keep(caller, draft(meeting), fields);
    return ResponseEntity.noContent().build();
  }

  private static String draft(UUID meeting) {
    return "minutes:" + meeting;
  }

  @PostMapping("/cases/{id}/meetings/{meeting}/held")
  @Needs(Right.CASES)
  Object hold(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID meeting,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    Optional<Instant> when = Moments.at(text(typed, "held-on"), text(typed, "held-at"));
    if (when.isEmpty()) {
      errors = errors.and("held-on", "Enter the day and the time at which it was held");
    }
    if (text(typed, "minutes").isBlank()) {
      errors = errors.and("minutes", "Enter what was said and decided");
    }
    List<Meetings.Task> tasks = new ArrayList<>();
    for (int task = 1; task <= HeldPage.TASKS; task++) {
      String what = text(typed, "task-" + task);
      if (!what.isBlank()) {
        Optional<Instant> due = Moments.at(text(typed, "task-due-" + task), "");
        if (!text(typed, "task-owner-" + task).isBlank()
            && PlanPages.agency(typed, "task-agency-" + task) != null) {
          errors = errors.and("task-agency-" + task, PlanPages.ONE_OWNER);
        }
        if (due.isEmpty()) {
          errors = errors.and("task-due-" + task, "Enter the day by which it is to be done");
        } else {
          tasks.add(
              new Meetings.Task(
                  what,
                  CasePages.account(text(typed, "task-owner-" + task)),
                  PlanPages.agency(typed, "task-agency-" + task),
                  due.get()));
        }
      }
    }
    if (!errors.isEmpty() || when.isEmpty()) {
      return held(shell, caller, id, meeting, typed, errors);
    }
    List<CaseMeeting.Attendee> attended = new ArrayList<>();
    CaseMeeting planned = meeting(views.open(caller, id, null), meeting);
    for (CaseMeeting.Attendee one : planned.attendees()) {
      String attends = text(typed, "attends-" + one.id());
      if (!attends.isBlank() && !attends.equals(text(typed, "was-" + one.id()))) {
        attended.add(
            new CaseMeeting.Attendee(
                one.id(), one.seq(), one.name(), one.kind(), one.agency(), attends(attends)));
      }
    }
    Instant heldAt = when.get();
    Map<String, Overtaken.Label> labels = new LinkedHashMap<>();
    labels.put("held-on", Overtaken.Label.day("On which day was it held?"));
    labels.put("held-at", Overtaken.Label.line("At what time?"));
    for (AgencyKind kind : AgencyKind.values()) {
      labels.put(
          "also-" + kind.code(), Overtaken.Label.lines("Who else was there: " + kind.title()));
    }
    labels.put("minutes", Overtaken.Label.lines("What was said and decided?"));
    for (int task = 1; task <= HeldPage.TASKS; task++) {
      if (!text(typed, "task-" + task).isBlank()) {
        labels.put("task-" + task, Overtaken.Label.line("Action " + task));
      }
    }
    return overtaken.act(
        shell,
        caller,
        id,
        new Overtaken.Doing(
            AsSeen.Part.MEETING,
            meeting,
            "it was held",
            labels,
            "/meetings/" + meeting + "/held",
            "/meetings"),
        typed,
        () ->
            meetings.hold(
                caller,
                id,
                meeting,
                heldAt,
                text(typed, "minutes"),
                attended,
                guests(typed, "also", Attends.PRESENT),
                tasks),
        () -> {
          drafts.discard(caller, draft(meeting));
          UUID sitting = planned.sitting();
          return CaseTabs.done(
              redirect,
              sitting == null ? "/cases/" + id + "/meetings" : "/sittings/" + sitting,
              "The meeting is recorded");
        });
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String known,
      Map<String, String> typed,
      FormErrors errors) {
    return page(shell, views.open(caller, id, Moments.endOf(known)), known, typed, errors);
  }

  private static Html page(
      Shell shell, CaseView view, String known, Map<String, String> typed, FormErrors errors) {
    return Html.of(
            "safeguarding/meetings",
            new MeetingsPage(
                CaseTabs.page(shell, "Meetings", errors), view, known, known.isBlank(), typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  private Html held(
      Shell shell,
      Caller caller,
      UUID id,
      UUID meeting,
      Map<String, String> typed,
      FormErrors errors) {
    CaseView view = views.open(caller, id, null);
    return Html.of(
            "safeguarding/held",
            new HeldPage(
                shell
                    .page("Record a meeting")
                    .in(Section.CASES)
                    .under(
                        new Crumb("Cases", "/cases"),
                        new Crumb("Meetings", "/cases/" + id + "/meetings"))
                    .with(errors),
                view,
                meeting(view, meeting),
                cases.caseworkers(caller, view.file().area()),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  static CaseMeeting meeting(CaseView view, UUID meeting) {
    return view.meetings().stream()
        .filter(one -> one.id().equals(meeting))
        .findFirst()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such meeting in this case."));
  }

  static MeetingKind kind(String code) {
    try {
      return MeetingKind.parse(code);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose what kind of meeting it is.");
    }
  }

  static Attends attends(String code) {
    try {
      return Attends.parse(code);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose whether they came.");
    }
  }

  /** Of each kind of agency one a line: the name, and behind a comma which body. */
  static List<Meetings.Guest> guests(Map<String, String> typed, String field, Attends attends) {
    List<Meetings.Guest> guests = new ArrayList<>();
    for (AgencyKind kind : AgencyKind.values()) {
      text(typed, field + "-" + kind.code())
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> {
            int comma = line.lastIndexOf(',');
            guests.add(
                new Meetings.Guest(
                    (comma < 0 ? line : line.substring(0, comma)).strip(),
                    kind,
                    comma < 0 ? kind.title() : line.substring(comma + 1).strip(),
                    attends));
          });
    }
    return guests;
  }

  static Set<UUID> about(@Nullable List<String> children) {
    return children == null
        ? Set.of()
        : children.stream()
            .flatMap(one -> Optional.ofNullable(CasePages.account(one)).stream())
            .collect(Collectors.toSet());
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    return CaseTabs.done(redirect, "/cases/" + id + "/meetings", says);
  }
}
