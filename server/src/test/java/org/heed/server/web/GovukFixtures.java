package org.heed.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.ObjectMapper;

/** What GOV.UK Frontend's own Nunjucks macros give, read from the fixtures in its WebJar. */
final class GovukFixtures {

  private static final String VERSION = version();

  private GovukFixtures() {}

  /**
   * The HTML of a fixture.
   *
   * @throws IllegalArgumentException if the component has none of that name
   */
  static String html(String component, String name) {
    String path =
        "META-INF/resources/webjars/govuk-frontend/"
            + VERSION
            + "/dist/govuk/components/"
            + component
            + "/fixtures.json";
    try (var in = GovukFixtures.class.getClassLoader().getResourceAsStream(path)) {
      for (var fixture : new ObjectMapper().readTree(in).get("fixtures")) {
        if (fixture.get("name").asString().equals(name)) {
          return fixture.get("html").asString();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(component + " has no fixture " + name);
  }

  private static String version() {
    var properties = new java.util.Properties();
    try (var in =
        GovukFixtures.class
            .getClassLoader()
            .getResourceAsStream("META-INF/maven/org.webjars.npm/govuk-frontend/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
