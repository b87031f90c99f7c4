package org.heed.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands around everything that answers a request, so that what nobody foresaw reaches neither the
 * web server's log, which would write its message, nor the reader. A page that fails becomes the
 * error page; an error page that fails becomes one line of text.
 */
final class LastResort implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (InvalidParameterException unreadable) {
      // A form that is not UTF-8, met where a filter looks into it.
      if (!response.isCommitted() && response instanceof HttpServletResponse answer) {
        answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
      }
    } catch (Exception | Error thrown) {
      String reference = Incident.of(request).orElse("none");
      if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
        LOG.info("A request was cut off ({}): {}", reference, thrown.getClass().getName());
      } else {
        LOG.error("A request failed ({}): {}", reference, Faults.text(thrown));
      }
      if (!response.isCommitted() && response instanceof HttpServletResponse answer) {
        tell(request, answer, reference);
      }
    }
  }

  private static void tell(ServletRequest request, HttpServletResponse answer, String reference)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      answer.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    answer.resetBuffer();
    answer.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    answer.setContentType("text/plain;charset=UTF-8");
    answer
        .getOutputStream()
        .write(
            ("Something went wrong in Heed. Incident reference: " + reference + "\n")
                .getBytes(StandardCharsets.UTF_8));
  }
}
