package org.heed.server.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Shows {@link Trouble} where a browser meets an error; programs get problem documents instead. */
final class ErrorPages implements ErrorViewResolver {

  /** The statuses whose sentence the domain wrote for the person. */
  private static final Set<Integer> REFUSALS = Set.of(403, 409, 410, 422, 429);

  private static final Set<Integer> UNREADABLE = Set.of(400, 413, 415);

  private final TemplateEngine engine;
  private final Shells shells;
  private final SealedWords sealed;
  private final List<OwnTrouble> own;

  ErrorPages(TemplateEngine engine, Shells shells, SealedWords sealed, List<OwnTrouble> own) {
    this.sealed = sealed;
    this.engine = engine;
    this.shells = shells;
    this.own = List.copyOf(own);
  }

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> unused) {
    Shell shell = status.is5xxServerError() ? shells.bare(request) : shells.of(request);
    String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
    for (OwnTrouble pages : own) {
      if (pages.covers(path)) {
        Html html = pages.page(shell, status.value());
        return answer(new HtmlView(engine, html.template(), html.model()), status);
      }
    }
    SentWords sent = isUnreadable(status) ? SentWords.NONE : SentWords.of(request);
    String by = isUnreadable(status) ? "" : SentWords.by(request);
    if (status == HttpStatus.UNAUTHORIZED && !by.isEmpty() && !sent.isEmpty()) {
      String action = "/sign-in?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
      return answer(
          new HtmlView(engine, "page/signIn", SignIn.after(shell, action, sealed.seal(sent, by))),
          status);
    }
    if (!shell.viewer().map(one -> one.account().toString().equals(by)).orElse(false)) {
      // Perhaps another's words: they are for nobody else who sits at the same machine.
      sent = SentWords.NONE;
    }
    Trouble trouble = Trouble.of(shell, status.value()).with(sent);
    if (status.is5xxServerError()) {
      trouble = trouble.under(Incident.of(request));
    }
    if (REFUSALS.contains(status.value())
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null
        && request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String sentence
        && !sentence.isBlank()) {
      trouble = trouble.because(sentence);
    }
    return answer(new HtmlView(engine, "page/trouble", trouble), status);
  }

  /** What could not be read once is not read again. */
  private static boolean isUnreadable(HttpStatus status) {
    return UNREADABLE.contains(status.value());
  }

  private static ModelAndView answer(HtmlView view, HttpStatus status) {
    var answer = new ModelAndView(view);
    answer.setStatus(status);
    return answer;
  }
}
