package org.heed.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.OpenToAll;
import org.heed.server.access.Refused;
import org.heed.server.web.SentWords;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands at every endpoint of ours and lets in whoever holds one of the rights it names. */
public final class Doorkeeper implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method) || isSpring(method)) {
      return true;
    }
    if (method.hasMethodAnnotation(OpenToAll.class)) {
      return true;
    }
    Caller caller = caller();
    if (caller == null) {
      askToSignIn(request, response);
      return false;
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null
        || (needs.value().length > 0 && Arrays.stream(needs.value()).noneMatch(caller::may))) {
      throw new Refused(Refused.Code.NOT_ALLOWED, "Your role does not open this.");
    }
    String by = SentWords.by(request);
    if (!by.isEmpty() && !by.equals(caller.account().toString())) {
      throw new Refused(
          Refused.Code.CONFLICT,
          "Somebody else was signed in here when this page was opened. Open it again under your"
              + " name.");
    }
    return true;
  }

  /** Who is asking in this request; null when nobody is signed in. */
  public static @Nullable Caller caller() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }

  private static boolean isSpring(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("org.springframework.boot.");
  }

  static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean page =
        request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/");
    if (page) {
      boolean ended = !SessionFilter.hasBearer(request) && SessionFilter.token(request).isPresent();
      response.sendRedirect(
          (ended ? "/signed-out" : "/sign-in") + SecurityConfiguration.then(request));
    } else {
      throw new Refused(Refused.Code.NOT_SIGNED_IN, "Sign in first.");
    }
  }
}
