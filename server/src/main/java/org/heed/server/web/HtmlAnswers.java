package org.heed.server.web;

import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets controller methods return {@link Html}. */
final class HtmlAnswers implements HandlerMethodReturnValueHandler {

  private final TemplateEngine engine;

  HtmlAnswers(TemplateEngine engine) {
    this.engine = engine;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    return Html.class.isAssignableFrom(returnType.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object answer,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest request) {
    if (answer instanceof Html html) {
      container.setView(new HtmlView(engine, html.template(), html.model()));
      container.setStatus(HttpStatusCode.valueOf(html.status()));
    } else {
      container.setRequestHandled(true);
    }
  }
}
