package org.heed.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sends a browser that met one of Spring's own refusals (no such address, a missing parameter) to
 * {@link ErrorPages}. Programs, under {@code /api/}, keep their problem documents.
 */
final class PageFaults implements HandlerExceptionResolver {

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    if (!(fault instanceof ErrorResponse refusal) || request.getRequestURI().startsWith("/api/")) {
      return null;
    }
    try {
      response.sendError(refusal.getStatusCode().value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelAndView();
  }
}
