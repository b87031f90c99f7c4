package org.heed.server.tellus.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.server.ServeOptions;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.tellus.Pace;
import org.heed.server.tellus.TellUsSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What the page needs to know of where it runs, and what stands before it. */
@Configuration(proxyBeanMethods = false)
class TellUsConfiguration {

  @Bean
  TellUsSettings tellUsSettings(ServeOptions options, RulebookInForce rulebook) {
    Set<LocalDate> holidays =
        rulebook.rulebook().calendars().stream()
            .findFirst()
            .map(calendar -> calendar.holidays().keySet())
            .orElse(Set.of())
            .stream()
            .collect(Collectors.toUnmodifiableSet());
    return TellUsSettings.in(options.data(), holidays);
  }

  /** Pages turned: a class of thirty on one address never waits. */
  @Bean
  Pace pageTurns() {
    return new Pace(Duration.ofSeconds(1), 120, Duration.ofSeconds(5), 150);
  }

  /** Messages sent. */
  @Bean
  Pace sendings() {
    return new Pace(Duration.ofSeconds(3), 30, Duration.ofSeconds(10), 150);
  }

  /** Before anything reads what was sent. */
  @Bean
  FilterRegistrationBean<TellGuard> tellGuard() {
    var registration = new FilterRegistrationBean<>(new TellGuard());
    registration.addUrlPatterns("/tell-us", "/tell-us/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
    return registration;
  }
}
