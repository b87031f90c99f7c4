package org.heed.server.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Shows {@link Trouble} where a browser meets an error; programs get problem documents instead. */
final class ErrorPages implements ErrorViewResolver {

  private final TemplateEngine engine;
  private final Shells shells;

  ErrorPages(TemplateEngine engine, Shells shells) {
    this.engine = engine;
    this.shells = shells;
  }

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> unused) {
    Shell shell = status.is5xxServerError() ? shells.bare(request) : shells.of(request);
    var view = new HtmlView(engine, "page/trouble", Trouble.of(shell, status.value()));
    var answer = new ModelAndView(view);
    answer.setStatus(status);
    return answer;
  }
}
