package org.heed.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Reads the {@link Shell} of a request. */
final class Shells {

  private final Viewers viewers;
  private final Assets assets;

  Shells(Viewers viewers, Assets assets) {
    this.viewers = viewers;
    this.assets = assets;
  }

  Shell of(HttpServletRequest request) {
    Optional<Viewer> viewer = viewers.find(request);
    return new Shell(
        viewer,
        csrf(request, viewer.map(one -> one.account().toString()).orElse("")),
        notice(request),
        assets,
        request.getRequestURI(),
        "true".equals(request.getHeader("HX-Request"))
            && request.getHeader("HX-Boosted") == null
            && request.getHeader("HX-History-Restore-Request") == null);
  }

  /** A shell for when something failed, perhaps the very question who is looking. */
  Shell bare(HttpServletRequest request) {
    return new Shell(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        assets,
        request.getRequestURI(),
        false);
  }

  private static Optional<Csrf> csrf(HttpServletRequest request, String by) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? Optional.of(new Csrf(token.getParameterName(), token.getToken(), by))
        : Optional.empty();
  }

  private static Optional<Notice> notice(HttpServletRequest request) {
    var flash = RequestContextUtils.getInputFlashMap(request);
    return flash != null && flash.get(Notice.FLASH) instanceof Notice notice
        ? Optional.of(notice)
        : Optional.empty();
  }
}
