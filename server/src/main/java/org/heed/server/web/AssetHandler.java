package org.heed.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;

/**
 * Serves {@link Assets} and nothing else; also answers not found for the paths under which
 * frameworks like to publish whole WebJars.
 */
final class AssetHandler implements HttpRequestHandler {

  private final Assets assets;

  AssetHandler(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var found = assets.find(request.getRequestURI());
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!HttpMethod.GET.matches(request.getMethod())
        && !HttpMethod.HEAD.matches(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    var asset = found.get();
    String accepted = request.getHeader("Accept-Encoding");
    boolean gzip = accepted != null && accepted.contains("gzip");
    byte[] body = gzip ? asset.gzip() : asset.plain();
    response.setContentType(asset.contentType());
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("Vary", "Accept-Encoding");
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(body.length);
    if (HttpMethod.GET.matches(request.getMethod())) {
      response.getOutputStream().write(body);
    }
  }
}
