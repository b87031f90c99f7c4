package org.heed.server.tellus.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.rulebook.Area;
import org.heed.server.access.OpenToAll;
import org.heed.server.access.Refused;
import org.heed.server.access.SessionToken;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.tellus.Answers;
import org.heed.server.tellus.Step;
import org.heed.server.tellus.TellUsSettings;
import org.heed.server.tellus.Telling;
import org.heed.server.tellus.Tellings;
import org.heed.server.tellus.Way;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /tell-us}: a question a page, without an account. Addresses hold no word of anybody's. */
@Controller
class TellPages {
  private static final String OPEN = "children, the public and professionals have no account";

  private final Tellings tellings;
  private final RulebookInForce rulebook;
  private final TellUsSettings settings;
  private final Reading reading;
  private final Lanes lanes;
  private final Beginnings beginnings;

  TellPages(
      Tellings tellings,
      RulebookInForce rulebook,
      TellUsSettings settings,
      Reading reading,
      Lanes lanes,
      Beginnings beginnings) {
    this.tellings = tellings;
    this.rulebook = rulebook;
    this.settings = settings;
    this.reading = reading;
    this.lanes = lanes;
    this.beginnings = beginnings;
  }

  static String address(Way way, Step step) {
    return "/tell-us/" + way.code() + "/" + step.code();
  }

  @GetMapping("/tell-us")
  @OpenToAll(OPEN)
  Html start(Shell shell) {
    return Html.of("tellus/start", reading.page(shell.page("Tell us").withExit(), "", List.of()));
  }

  @GetMapping("/tell-us/{way}/{step}")
  @OpenToAll(OPEN)
  Object ask(
      Shell shell,
      HttpServletRequest request,
      @PathVariable String way,
      @PathVariable String step) {
    Way form = way(way);
    Telling telling = kept(request).orElse(Telling.begin(form));
    if (step.equals("check")) {
      Optional<Step> open = firstOpen(telling, form);
      return open.isPresent() && telling.sent() == null
          ? "redirect:" + address(form, open.get())
          : check(shell, form, telling);
    }
    Step asked = step(form, step);
    return Html.of("tellus/step", page(title(shell, form, asked), form, asked, telling));
  }

  @PostMapping("/tell-us/{way}/{step}")
  @OpenToAll(OPEN)
  Object answer(
      Shell shell,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String way,
      @PathVariable String step,
      @RequestParam Map<String, String> fields) {
    Way form = way(way);
    Optional<Telling> kept = kept(request);
    // A browser keeps its token when what was typed in it had to go, so that it is not new again.
    Optional<SessionToken> own = TellCookie.find(request);
    boolean typed = own.filter(beginnings::isTyped).isPresent();
    SessionToken token =
        own.filter(one -> kept.isPresent() || beginnings.areOf(one)).orElseGet(beginnings::begin);
    if (step.equals("check")) {
      return send(shell, request, form, kept, token, typed);
    }
    Step asked = step(form, step);
    Telling told = kept.orElse(Telling.begin(form)).with(form, asked, known(fields));
    TellCookie.set(request, response, token);
    FormErrors errors = Answers.errors(told, form, asked);
    if (!errors.isEmpty()) {
      // Nothing of it is kept but on their page, however much it is.
      return Html.of("tellus/step", page(title(shell, form, asked).with(errors), form, asked, told))
          .status(422);
    }
    if (!lanes.turn(request, browser(token, typed))) {
      return busy(shell, form, asked, told);
    }
    tellings.keep(token, told);
    lanes.keeps(request, token, typed).ifPresent(tellings::forget);
    boolean changing = firstOpen(told, form).isEmpty();
    return "redirect:"
        + (changing || form.after(asked).isEmpty()
            ? "/tell-us/" + form.code() + "/check"
            : address(form, form.after(asked).get()));
  }

  private Object send(
      Shell shell,
      HttpServletRequest request,
      Way form,
      Optional<Telling> kept,
      SessionToken token,
      boolean typed) {
    if (kept.isEmpty()) {
      return gone(shell);
    }
    Telling told = kept.get();
    if (told.sent() == null) {
      Optional<Step> open = firstOpen(told, form);
      if (open.isPresent()) {
        return "redirect:" + address(form, open.get());
      }
      if (!lanes.send(request, browser(token, typed))) {
        return busy(shell);
      }
      tellings.send(token, form, told, lanes.before(request));
    }
    return "redirect:/tell-us/sent";
  }

  /** The browser in which somebody has typed for a while; empty for any other. */
  private static String browser(SessionToken token, boolean typed) {
    return typed ? token.secret() : "";
  }

  @GetMapping("/tell-us/sent")
  @OpenToAll(OPEN)
  Object sent(Shell shell, HttpServletRequest request) {
    Telling kept = kept(request).orElse(null);
    String reference = kept == null ? null : kept.sent();
    return kept == null || reference == null
        ? "redirect:/tell-us"
        : Html.of(
            "tellus/sent",
            reading.page(
                shell.page("We have your message").withExit(),
                reference,
                List.of(
                    kept.answer(Tellings.OWNED).isEmpty()
                        ? "Your message waits for everybody here who reads messages."
                        : "Somebody is responsible for your message already.")));
  }

  /** Leaves at once: what was typed is forgotten here before the browser is sent elsewhere. */
  @GetMapping("/tell-us/leave")
  @OpenToAll(OPEN)
  String leave(HttpServletRequest request, HttpServletResponse response) {
    TellCookie.find(request).ifPresent(tellings::forget);
    TellCookie.clear(request, response);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    return "redirect:" + settings.leaveTo();
  }

  private Object check(Shell shell, Way form, Telling telling) {
    return telling.sent() != null
        ? "redirect:/tell-us/sent"
        : Html.of(
            "tellus/check",
            new TellCheck(
                shell.page("Check what you want to tell us").withExit(), form, telling, areas()));
  }

  private Html gone(Shell shell) {
    return Html.of(
            "tellus/trouble",
            reading.page(
                shell.page("What you typed is no longer here").withExit(),
                "",
                List.of(
                    "Nothing was sent. We keep what is typed for two hours after the last page, and"
                        + " forget it at once when somebody leaves, so that nobody else finds it.",
                    "Please start again. A few words are enough.")))
        .status(409);
  }

  private Html busy(Shell shell) {
    return Html.of(
            "tellus/trouble",
            reading.page(
                shell.page("Please press send again").withExit(),
                "",
                List.of(
                    "Very many are sending from where you are at this moment, and we could not take"
                        + " yours yet. It is still here.",
                    "Wait half a minute, go back one page and press send again.")))
        .status(503);
  }

  /** The page as it was typed, to be sent again. */
  private Html busy(Shell shell, Way form, Step asked, Telling told) {
    Page page =
        title(shell, form, asked)
            .with(
                FormErrors.of(
                    asked.fields().getFirst(),
                    "Very many are writing from where you are at this moment. What you typed is"
                        + " still here: wait half a minute and press continue again"));
    return Html.of("tellus/step", page(page, form, asked, told)).status(503);
  }

  private static Page title(Shell shell, Way form, Step step) {
    return shell.page(Labels.title(form, step)).withExit();
  }

  private TellPage page(Page page, Way form, Step asked, Telling telling) {
    String back = form.before(asked).map(before -> address(form, before)).orElse("/tell-us");
    return new TellPage(page, form, asked, telling, areas(), back);
  }

  /** The first page whose answers do not do yet. */
  private static Optional<Step> firstOpen(Telling telling, Way form) {
    return form.steps().stream()
        .filter(step -> !Answers.errors(telling, form, step).isEmpty())
        .findFirst();
  }

  private Optional<Telling> kept(HttpServletRequest request) {
    return TellCookie.find(request).flatMap(tellings::find);
  }

  /** Without an area that is none. */
  private Map<String, String> known(Map<String, String> fields) {
    Map<String, String> known = new LinkedHashMap<>(fields);
    if (!areas().containsKey(fields.getOrDefault("area", ""))) {
      known.remove("area");
    }
    return known;
  }

  private Map<String, String> areas() {
    Map<String, String> areas = new LinkedHashMap<>();
    for (Area area : rulebook.rulebook().areas()) {
      if (area.in().isPresent()) {
        areas.put(area.id(), area.title());
      }
    }
    return areas;
  }

  private static Way way(String code) {
    return Way.find(code).orElseThrow(TellPages::none);
  }

  private static Step step(Way way, String code) {
    return Step.find(code).filter(way.steps()::contains).orElseThrow(TellPages::none);
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such page.");
  }
}
