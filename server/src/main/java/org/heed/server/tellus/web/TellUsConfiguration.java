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
  /** How many wait in one lane who have just come: more would wait for the database, not for us. */
  private static final int ROOM = 40;

  /** And who have typed: a place for each draft that a lane may have. */
  private static final int TYPED_ROOM = Lanes.MOST_DRAFTS;

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
    return new Pace(Duration.ofSeconds(1), 120, Duration.ofSeconds(5), ROOM, TYPED_ROOM);
  }

  /** Messages sent. */
  @Bean
  Pace sendings() {
    return new Pace(Duration.ofSeconds(3), 30, Duration.ofSeconds(10), ROOM, TYPED_ROOM);
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
