package org.heed.server.tellus.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.heed.server.access.SessionToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The token by which a browser finds what was typed in it. It ends with the browser. */
final class TellCookie {
  private static final String NAME = "heed_tell";
  private static final String PATH = "/tell-us";

  private TellCookie() {}

  static Optional<SessionToken> find(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(NAME) && !cookie.getValue().isBlank()) {
          return Optional.of(SessionToken.of(cookie.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  static void set(HttpServletRequest request, HttpServletResponse response, SessionToken token) {
    write(request, response, token.secret(), Duration.ofSeconds(-1));
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, "", Duration.ZERO);
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path(PATH)
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
