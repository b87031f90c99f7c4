package org.heed.server.tellus.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps files and floods of bytes from the open form before anybody reads them: a form of words of
 * known length, or a page that says kindly what to do.
 */
final class TellGuard extends OncePerRequestFilter {
  /** A form with every field several times over its limit, which its page then says. */
  private static final long MOST_BYTES = 500_000;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    String type = request.getContentType();
    if (!reads
        && type != null
        && !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    } else if (request.getContentLengthLong() > MOST_BYTES
        || request.getHeader("Transfer-Encoding") != null) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
