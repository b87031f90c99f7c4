package org.heed.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The token of a form with a file. The door cannot read such a form, so whoever reads it asks here,
 * with the first field, before going on to the file.
 */
public final class FormToken {
  private static final RequestMatcher WITH_FILE =
      new OrRequestMatcher(
          PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/cases/{id}/documents"),
          PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/reports/{id}/documents"),
          PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/inspections/brought"));
  private static final CsrfTokenRequestHandler MASKED = new XorCsrfTokenRequestAttributeHandler();

  private FormToken() {}

  /** Whether it is a form that is asked for its token as it is read, not at the door. */
  static boolean isReadLater(HttpServletRequest request) {
    return isForm(request) && WITH_FILE.matches(request);
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  /**
   * Lets a form pass whose fields, as far as they are read, hold the token of the asker's browser.
   *
   * @throws Refused where they do not; who shows a token of their own in a header needs none
   */
  public static void require(HttpServletRequest request, Map<String, String> fields) {
    if (!SessionFilter.hasBearer(request) && !isOurs(request, fields)) {
      throw new Refused(
          Refused.Code.NOT_ALLOWED,
          "The form did not come from a page of yours. Open the page again and send it from there.");
    }
  }

  private static boolean isOurs(HttpServletRequest request, Map<String, String> fields) {
    if (!(request.getAttribute(DeferredCsrfToken.class.getName())
        instanceof DeferredCsrfToken kept)) {
      return false;
    }
    CsrfToken token = kept.get();
    String sent = MASKED.resolveCsrfTokenValue(new Read(request, fields), token);
    return sent != null && MessageDigest.isEqual(bytes(sent), bytes(token.getToken()));
  }

  private static byte[] bytes(String text) {
    return Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8);
  }

  /** A request whose parameters are the fields of its body and nothing of its address. */
  private static final class Read extends HttpServletRequestWrapper {
    private final Map<String, String> fields;

    Read(HttpServletRequest request, Map<String, String> fields) {
      super(request);
      this.fields = fields;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return fields.get(name);
    }
  }
}
