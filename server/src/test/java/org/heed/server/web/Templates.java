package org.heed.server.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders the templates as they were built, one at a time. */
final class Templates {

  static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Templates() {}

  static String render(String template, Map<String, Object> parameters) {
    var output = new StringOutput();
    ENGINE.render(template + ".jte", parameters, output);
    return output.toString();
  }

  static Content content(String template, Map<String, Object> parameters) {
    return output -> ENGINE.render(template + ".jte", parameters, output);
  }

  /** Content that is HTML already. */
  static Content html(String html) {
    return output -> output.writeContent(html);
  }
}
