package org.heed.server.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.heed.server.access.Caller;
import org.heed.server.access.SessionToken;
import org.heed.server.access.Sessions;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the database who holds the request's token: a bearer header, or else the browser's cookie.
 */
final class SessionFilter extends OncePerRequestFilter {
  static final String COOKIE = "heed_session";
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller;
    try {
      caller = token(request).flatMap(sessions::find);
    } catch (DataAccessException e) {
      if (request.getRequestURI().startsWith("/api/")) {
        throw e; // the API's own door tells programs
      }
      // No controller has the request yet, so nobody else would tell it in plain words.
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, DatabaseAway.of(e).sentence());
      return;
    }
    caller.ifPresent(known -> {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new CallerAuthentication(known));
      SecurityContextHolder.setContext(context);
    });
    chain.doFilter(request, response);
  }

  static boolean hasBearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(BEARER);
  }

  static Optional<SessionToken> token(HttpServletRequest request) {
    if (hasBearer(request)) {
      String header = request.getHeader("Authorization");
      return Optional.of(SessionToken.of(header.substring(BEARER.length()).strip()));
    }
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(COOKIE)) {
          return Optional.of(SessionToken.of(cookie.getValue()));
        }
      }
    }
    return Optional.empty();
  }
}
