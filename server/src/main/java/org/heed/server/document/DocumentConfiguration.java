package org.heed.server.document;

import org.heed.server.ServeOptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings when Heed starts. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
  @Bean
  DocumentSettings documentSettings(ServeOptions options) {
    return DocumentSettings.in(options.data());
  }

  @Bean
  Scanner scanner(DocumentSettings settings) {
    return Scanner.of(settings.clamAv());
  }
}
