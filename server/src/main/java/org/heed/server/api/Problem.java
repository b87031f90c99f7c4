package org.heed.server.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/**
 * A refusal for programs (RFC 9457). Nothing in it comes from the record or from what was sent.
 *
 * @param requestId the request's identifier in the server's log
 */
@Told("Why a request was refused. Nothing in it comes from the record or from what was sent.")
record Problem(
    @Told("Always about:blank: the code says which problem it is.") String type,
    @Told("The status in words.") String title,
    int status,
    @Told("One plain sentence with the cure.") String detail,
    @Told("The path asked for.") String instance,
    @Told("Which problem it is, for programs.") String code,
    @Told("The request's identifier, which the server's log has too.") String requestId) {

  static Problem of(HttpStatus status, String code, String detail, HttpServletRequest request) {
    return new Problem(
        "about:blank",
        status.getReasonPhrase(),
        status.value(),
        detail,
        request.getRequestURI(),
        code,
        RequestLog.id(request));
  }
}
