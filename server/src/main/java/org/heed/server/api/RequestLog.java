package org.heed.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.heed.server.store.IdSource;
import org.heed.server.web.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line of the log for each request: its identifier, the method, the address as it is written in
 * the code (never as it was asked, which may name someone), the status and how long it took. The
 * identifier is the server's own, goes back in a header, and stands on every line logged meanwhile.
 */
final class RequestLog extends OncePerRequestFilter {
  static final String HEADER = "X-Request-Id";
  private static final String FIELD = "request_id";
  private static final Logger LOG = LoggerFactory.getLogger("org.heed.requests");

  private final IdSource ids;

  RequestLog(IdSource ids) {
    this.ids = ids;
  }

  /** The identifier of a request. */
  static String id(HttpServletRequest request) {
    return Incident.of(request).orElse("none");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = ids.next().toString();
    long from = System.nanoTime();
    boolean answered = false;
    Incident.name(request, id);
    response.setHeader(HEADER, id);
    MDC.put(FIELD, id);
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      log(request, answered ? response.getStatus() : 500, System.nanoTime() - from);
      MDC.remove(FIELD);
    }
  }

  private static void log(HttpServletRequest request, int status, long nanos) {
    Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    LOG.atInfo()
        .addKeyValue("method", method(request))
        .addKeyValue("route", route == null ? "none" : route.toString())
        .addKeyValue("status", status)
        .addKeyValue("duration_ms", Duration.ofNanos(nanos).toMillis())
        .log("request");
  }

  /** The method, unless someone made one up. */
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
      default -> "other";
    };
  }
}
