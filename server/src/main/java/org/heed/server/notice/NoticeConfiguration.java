package org.heed.server.notice;

import org.heed.server.ServeOptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings when Heed starts. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
  @Bean
  NoticeSettings noticeSettings(ServeOptions options) {
    return NoticeSettings.in(options.data(), options.port());
  }
}
