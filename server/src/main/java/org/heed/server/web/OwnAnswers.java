package org.heed.server.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a page for which a browser asked and which was refused as {@link OwnAnswer}s have it. A
 * form that was sent goes to {@link ErrorPages}, which give back what was typed.
 */
final class OwnAnswers implements HandlerExceptionResolver {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final TemplateEngine engine;
  private final Shells shells;
  private final List<OwnAnswer> own;

  OwnAnswers(TemplateEngine engine, Shells shells, List<OwnAnswer> own) {
    this.engine = engine;
    this.shells = shells;
    this.own = List.copyOf(own);
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (!READS.contains(request.getMethod())) {
      return null;
    }
    return own.stream()
        .flatMap(one -> one.page(shells.of(request), request.getRequestURI(), fault).stream())
        .findFirst()
        .map(this::answer)
        .orElse(null);
  }

  private ModelAndView answer(Html html) {
    ModelAndView answer = new ModelAndView(new HtmlView(engine, html.template(), html.model()));
    answer.setStatus(HttpStatusCode.valueOf(html.status()));
    return answer;
  }
}
