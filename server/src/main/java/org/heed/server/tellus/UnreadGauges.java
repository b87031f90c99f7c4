package org.heed.server.tellus;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Unread messages in {@code /metrics}, so that whoever watches the machine is woken by them. */
@Component
final class UnreadGauges implements MeterBinder {
  private final Tellings tellings;
  private final Clock clock;

  UnreadGauges(Tellings tellings, Clock clock) {
    this.tellings = tellings;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(
        registry,
        "heed.messages.unread",
        "Messages that nobody has opened",
        unread -> unread.messages());
    gauge(
        registry,
        "heed.messages.unread.overdue",
        "Of those, past their time",
        unread -> unread.overdue());
    gauge(
        registry,
        "heed.messages.unread.oldest.seconds",
        "Age of the oldest that nobody has opened",
        unread ->
            unread.oldest() == null
                ? 0
                : Duration.between(unread.oldest(), clock.instant()).toSeconds());
  }

  private void gauge(
      MeterRegistry registry, String name, String says, ToDoubleFunction<Tellings.Unread> value) {
    Gauge.builder(name, () -> value(value)).description(says).register(registry);
  }

  /** Not a number while the database is away: nobody knows then. */
  private double value(ToDoubleFunction<Tellings.Unread> value) {
    try {
      return value.applyAsDouble(tellings.unread());
    } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
      return Double.NaN;
    }
  }
}
