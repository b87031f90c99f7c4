package org.heed.server.safeguarding.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.AsSeen;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.Sittings;
import org.heed.server.safeguarding.Sittings.Sitting;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /sittings}: meetings over several cases, such as a multi-agency panel. */
@Controller
class SittingPages {
  private final Sittings sittings;

  SittingPages(Sittings sittings) {
    this.sittings = sittings;
  }

  @GetMapping("/sittings")
  @Needs(Right.CASES)
  Html list(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "1") int page) {
    return Html.of(
        "safeguarding/sittings",
        new SittingsPage(
            CaseTabs.page(shell, "Meetings over several cases", FormErrors.none()),
            sittings.list(caller, page)));
  }

  /** The form for the cases that are named; without any, the question which. */
  @GetMapping("/sittings/new")
  @Needs(Right.CASES)
  Html form(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String numbers,
      @RequestParam(defaultValue = "") String sitting) {
    Named named = named(caller, numbers);
    return form(
        shell,
        named,
        Map.of("numbers", List.of(numbers), "sitting", List.of(sitting)),
        named.unknown().isEmpty() ? FormErrors.none() : FormErrors.of("numbers", named.fault()));
  }

  @PostMapping("/sittings")
  @Needs(Right.CASES)
  Object plan(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam MultiValueMap<String, String> typed,
      RedirectAttributes redirect) {
    Map<String, String> first = typed.toSingleValueMap();
    Named named = named(caller, CasePages.text(first, "numbers"));
    FormErrors errors = errors(typed, named);
    Optional<Instant> when = when(first);
    UUID sitting = id(CasePages.text(first, "sitting"));
    if (!errors.isEmpty() || (sitting == null && when.isEmpty())) {
      return form(shell, named, typed, errors);
    }
    List<Sittings.Item> items = new ArrayList<>();
    for (CaseFile file : named.found().values()) {
      items.add(
          new Sittings.Item(
              file.id(),
              CasePages.text(first, "agenda-" + file.id()),
              MeetingPages.about(typed.get("about-" + file.id()))));
    }
    try {
      if (sitting == null) {
        UUID planned =
            sittings.plan(
                caller,
                MeetingPages.kind(CasePages.text(first, "kind")),
                when.orElseThrow(),
                items,
                MeetingPages.guests(first, "asked", Attends.INVITED));
        return CaseTabs.done(redirect, "/sittings/" + planned, "The meeting is planned");
      }
      sittings.add(caller, sitting, items);
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID && refused.code() != Refused.Code.CONFLICT) {
        throw refused;
      }
      return form(shell, named, typed, FormErrors.of("numbers", refused.sentence()));
    }
    return CaseTabs.done(redirect, "/sittings/" + sitting, "The cases are on the agenda");
  }

  @GetMapping("/sittings/{sitting}")
  @Needs(Right.CASES)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID sitting) {
    return page(shell, sittings.open(caller, sitting), Map.of(), FormErrors.none());
  }

  /** Moves or cancels what is ahead of it. */
  @PostMapping("/sittings/{sitting}")
  @Needs(Right.CASES)
  Object change(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID sitting,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    boolean cancelled = CasePages.text(typed, "act").equals("cancelled");
    String says = CasePages.text(typed, "says");
    FormErrors errors = FormErrors.none();
    Optional<Instant> when = when(typed);
    if (says.isBlank()) {
      errors = errors.and("says", cancelled ? "Enter why it is not held" : "Enter why it is moved");
    }
    if (!cancelled && when.isEmpty()) {
      errors = errors.and("meets-on", "Enter the new day and the time");
    }
    return act(
        shell,
        caller,
        sitting,
        typed,
        errors,
        () -> {
          if (cancelled) {
            sittings.cancel(caller, sitting, seen(typed), says);
          } else {
            sittings.move(caller, sitting, seen(typed), when.orElseThrow(), says);
          }
        },
        redirect,
        cancelled ? "The meeting is cancelled" : "The meeting is moved");
  }

  /** Says once who came. */
  @PostMapping("/sittings/{sitting}/attendance")
  @Needs(Right.CASES)
  Object attended(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID sitting,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    Map<UUID, Attends> said = new HashMap<>();
    typed.forEach((field, value) -> {
      UUID one = field.startsWith("attends-") ? id(field.substring("attends-".length())) : null;
      if (one != null && !value.isBlank()) {
        said.put(one, MeetingPages.attends(value));
      }
    });
    return act(
        shell,
        caller,
        sitting,
        typed,
        FormErrors.none(),
        () ->
            sittings.attended(
                caller,
                sitting,
                seen(typed),
                said,
                MeetingPages.guests(typed, "also", Attends.PRESENT)),
        redirect,
        "Who came is recorded, for every case");
  }

  /** Does it and goes on; or shows how the meeting stands, with what was typed. */
  private Object act(
      Shell shell,
      Caller caller,
      UUID sitting,
      Map<String, String> typed,
      FormErrors errors,
      Runnable work,
      RedirectAttributes redirect,
      String says) {
    if (!errors.isEmpty()) {
      return page(shell, sittings.open(caller, sitting), typed, errors);
    }
    try {
      work.run();
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.CONFLICT) {
        throw refused;
      }
      return page(
              shell,
              sittings.open(caller, sitting),
              typed,
              FormErrors.none()
                  .and(
                      "says",
                      refused.sentence()
                          + " Below is how it stands now, with what you typed: send it again if it"
                          + " still holds"))
          .status(409);
    }
    return CaseTabs.done(redirect, "/sittings/" + sitting, says);
  }

  private static Html page(
      Shell shell, Sitting sitting, Map<String, String> typed, FormErrors errors) {
    return Html.of(
            "safeguarding/sitting",
            new SittingPage(under(shell, sitting.meeting().kind().title(), errors), sitting, typed))
        .checked(errors);
  }

  private static Page under(Shell shell, String title, FormErrors errors) {
    return shell
        .page(title)
        .in(Section.CASES)
        .under(new Crumb("Cases", "/cases"), new Crumb("Meetings over several cases", "/sittings"))
        .with(errors);
  }

  private static Html form(
      Shell shell, Named named, Map<String, List<String>> typed, FormErrors errors) {
    UUID sitting = id(NewSittingPage.first(typed, "sitting"));
    return Html.of(
            "safeguarding/newSitting",
            new NewSittingPage(
                under(
                    shell, sitting == null ? "Plan a meeting" : "Put cases on the agenda", errors),
                List.copyOf(named.found().values()),
                sitting,
                typed))
        .checked(errors);
  }

  private static FormErrors errors(Map<String, List<String>> typed, Named named) {
    FormErrors errors = FormErrors.none();
    if (!named.unknown().isEmpty()) {
      errors = errors.and("numbers", named.fault());
    } else if (named.found().isEmpty()) {
      errors = errors.and("numbers", "Enter the numbers of the cases");
    }
    if (NewSittingPage.first(typed, "sitting").isBlank()
        && when(Map.of(
                "meets-on", NewSittingPage.first(typed, "meets-on"),
                "meets-at", NewSittingPage.first(typed, "meets-at")))
            .isEmpty()) {
      errors = errors.and("meets-on", "Enter the day and the time of the meeting");
    }
    for (CaseFile file : named.found().values()) {
      if (NewSittingPage.first(typed, "agenda-" + file.id()).isBlank()) {
        errors =
            errors.and("agenda-" + file.id(), "Enter what is to be decided of " + file.number());
      }
      if (file.people().stream().filter(one -> one.role().isChild()).count() > 1
          && !typed.containsKey("about-" + file.id())) {
        errors = errors.and("about-" + file.id(), "Select whom it is about in " + file.number());
      }
    }
    return errors;
  }

  /** The cases of the numbers typed, and the numbers of none. */
  private record Named(Map<String, CaseFile> found, List<String> unknown) {
    String fault() {
      return "There is no case that you may see with the number " + String.join(", ", unknown);
    }
  }

  private Named named(Caller caller, String typed) {
    List<String> numbers =
        typed
            .lines()
            .flatMap(line -> List.of(line.split("[,;\\s]+")).stream())
            .filter(one -> !one.isBlank())
            .map(one -> one.toUpperCase(Locale.ROOT))
            .distinct()
            .toList();
    Map<String, CaseFile> found = numbers.isEmpty() ? Map.of() : sittings.called(caller, numbers);
    return new Named(found, numbers.stream().filter(one -> !found.containsKey(one)).toList());
  }

  private static Optional<Instant> when(Map<String, String> typed) {
    return Moments.at(CasePages.text(typed, "meets-on"), CasePages.text(typed, "meets-at"));
  }

  private static int seen(Map<String, String> typed) {
    try {
      return Integer.parseInt(CasePages.text(typed, "seen"));
    } catch (NumberFormatException e) {
      return AsSeen.UNKNOWN;
    }
  }

  private static @Nullable UUID id(String typed) {
    try {
      return typed.isBlank() ? null : UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such meeting.");
    }
  }
}
