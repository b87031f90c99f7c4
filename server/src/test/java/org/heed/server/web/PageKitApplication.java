package org.heed.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The page kit on a real server, without a database: someone is signed in unless asked not. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class
})
@Import({WebConfiguration.class, KitchenPages.class})
@Profile(PageKitApplication.PROFILE)
class PageKitApplication {
  /** Keeps a whole server, which looks for its pages in these packages, from finding these. */
  static final String PROFILE = "kitchen";

  static final Viewer VIEWER =
      new Viewer(
          new java.util.UUID(0, 1),
          "DC Amara Holt",
          List.of("Reviewer"),
          EnumSet.allOf(Section.class));

  /** A running server. */
  record Running(ServletWebServerApplicationContext context) implements AutoCloseable {

    String url(String path) {
      return "http://localhost:"
          + java.util.Objects.requireNonNull(context.getWebServer()).getPort()
          + path;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  static Running start() {
    return new Running(
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(PageKitApplication.class)
                .web(WebApplicationType.SERVLET)
                .profiles(PROFILE)
                .properties(
                    "server.port=0", "spring.main.banner-mode=off", "logging.level.root=WARN")
                .run());
  }

  @Bean
  Viewers viewers() {
    return (HttpServletRequest request) ->
        request.getRequestURI().startsWith("/out/") ? Optional.empty() : Optional.of(VIEWER);
  }
}
