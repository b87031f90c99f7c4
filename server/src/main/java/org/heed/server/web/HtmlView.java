package org.heed.server.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * Renders one template. The page is made whole in memory before the first byte leaves, so that a
 * fault while rendering gives the error page and never half a record.
 */
final class HtmlView implements View {

  private final TemplateEngine engine;
  private final String template;
  private final Object model;

  HtmlView(TemplateEngine engine, String template, Object model) {
    this.engine = engine;
    this.template = template;
    this.model = model;
  }

  @Override
  public String getContentType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public void render(
      @Nullable Map<String, ?> unused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var output = new Utf8ByteOutput();
    if (model instanceof Map<?, ?> named) {
      var parameters = new LinkedHashMap<String, Object>();
      named.forEach((name, value) -> parameters.put((String) name, value));
      engine.render(template + ".jte", parameters, output);
    } else {
      engine.render(template + ".jte", model, output);
    }
    response.setContentType(getContentType());
    response.setContentLength(output.getContentLength());
    if (!response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", "no-store");
    }
    output.writeTo(response.getOutputStream());
  }
}
