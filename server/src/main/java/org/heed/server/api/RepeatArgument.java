package org.heed.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a request's {@link Repeat}. */
final class RepeatArgument implements HandlerMethodArgumentResolver {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,200}");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Repeat.class);
  }

  @Override
  public Repeat resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest asked =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    String key = asked.getHeader(Repeat.HEADER);
    if (key == null && parameter.hasParameterAnnotation(NeedsKey.class)) {
      throw new BadRequest(
          "KEY_MISSING",
          "Send an Idempotency-Key, a new one for each change and the same one when you repeat it.");
    }
    if (key != null && !KEY.matcher(key).matches()) {
      throw new BadRequest(
          "KEY_INVALID",
          "An Idempotency-Key has 8 to 200 printable ASCII characters and no spaces.");
    }
    return new Repeat(key, asked.getMethod() + " " + asked.getRequestURI());
  }
}
