package org.heed.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.heed.server.web.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before everything under {@code /api/}, so that what is refused before a controller is
 * reached (a forged request, a database that is away) is a problem document too, and so that a body
 * has an end.
 */
final class ApiDoor extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);

  private final JsonMapper json;

  ApiDoor(JsonMapper json) {
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > BoundedRequest.MOST_BYTES) {
      write(HttpStatus.CONTENT_TOO_LARGE, request, response);
      return;
    }
    try {
      chain.doFilter(new BoundedRequest(request), new Answer(request, response));
    } catch (DataAccessResourceFailureException e) {
      write(HttpStatus.SERVICE_UNAVAILABLE, request, response);
    } catch (ServletException | RuntimeException | Error e) {
      LOG.error("A request failed: {}", Faults.text(e));
      write(HttpStatus.INTERNAL_SERVER_ERROR, request, response);
    }
  }

  private void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    StatusWords words = StatusWords.of(status);
    response.resetBuffer();
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(Problem.of(status, words.code(), words.sentence(), request)));
  }

  /** Turns the errors that filters send into documents. */
  private final class Answer extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Answer(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
      this.response = response;
    }

    @Override
    public void sendError(int status) throws IOException {
      write(HttpStatus.valueOf(status), request, response);
    }

    @Override
    public void sendError(int status, String unused) throws IOException {
      sendError(status);
    }
  }
}
