package org.heed.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.heed.server.access.OpenToAll;
import org.heed.server.access.SessionToken;
import org.heed.server.access.Sessions;
import org.heed.server.web.GoOn;
import org.heed.server.web.Html;
import org.heed.server.web.SealedWords;
import org.heed.server.web.SentWords;
import org.heed.server.web.Shell;
import org.heed.server.web.SignIn;
import org.heed.server.web.SignedOut;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with name and password, and out. */
@Controller
class SignInPages {
  private final Sessions sessions;
  private final SealedWords sealed;

  SignInPages(Sessions sessions, SealedWords sealed) {
    this.sessions = sessions;
    this.sealed = sealed;
  }

  @GetMapping("/sign-in")
  @OpenToAll("this is where one signs in")
  Html form(Shell shell, @RequestParam(defaultValue = "/") String then) {
    return Html.of("page/signIn", SignIn.first(shell, action(then)));
  }

  @PostMapping("/sign-in")
  @OpenToAll("this is where one signs in")
  Object signIn(
      Shell shell,
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String then,
      @RequestParam(defaultValue = "") String sent) {
    Optional<SessionToken> token = sessions.signIn(name.strip(), password, "browser");
    if (token.isEmpty()) {
      return Html.of("page/signIn", SignIn.again(shell, action(then), name, sent)).status(422);
    }
    keep(request, response, token.get().secret(), Duration.ofHours(10));
    if (sent.isEmpty()) {
      return "redirect:" + inside(then);
    }
    SentWords words =
        sessions
            .find(token.get())
            .map(caller -> sealed.open(sent, caller.account().toString()))
            .orElse(SentWords.NONE);
    // What another had typed and where is theirs: whoever signs in here now begins at Home.
    return words.isEmpty()
        ? "redirect:/"
        : Html.of("page/goOn", new GoOn(shell.page("What you typed"), inside(then), words));
  }

  @PostMapping("/sign-out")
  @OpenToAll("whoever is not signed in has nothing to lose by it")
  String signOut(HttpServletRequest request, HttpServletResponse response) {
    SessionFilter.token(request).ifPresent(sessions::signOut);
    keep(request, response, "", Duration.ZERO);
    return "redirect:/signed-out";
  }

  @GetMapping("/signed-out")
  @OpenToAll("tells that one has signed out, or why a session ended")
  Html signedOut(Shell shell, @RequestParam(defaultValue = "") String then) {
    boolean ended = !then.isEmpty();
    String title = ended ? "Your session has ended" : "You have signed out";
    return Html.of(
        "page/signedOut",
        new SignedOut(shell.page(title), ended ? action(then) : "/sign-in", ended));
  }

  private static void keep(
      HttpServletRequest request, HttpServletResponse response, String value, Duration length) {
    ResponseCookie cookie =
        ResponseCookie.from(SessionFilter.COOKIE, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(length)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static String action(String then) {
    return "/sign-in?then="
        + java.net.URLEncoder.encode(inside(then), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Only a path of ours: an address elsewhere would make the sign-in page a trap. */
  private static String inside(String then) {
    boolean path = then.startsWith("/") && !then.startsWith("//") && !then.contains("\\");
    return path && then.chars().noneMatch(c -> c < ' ') ? then : "/";
  }
}
