package org.heed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heed.simulator.PersonInvolved.Role;
import org.heed.simulator.SimulatedEvent.ReportMade;

/** A simulated force: its events, and apart from them its truth. */
public final class SimulatedForce {

  private final ForceParameters parameters;

  private SimulatedForce(ForceParameters parameters) {
    this.parameters = parameters;
  }

  /** The force that these parameters make. */
  public static SimulatedForce of(ForceParameters parameters) {
    return new SimulatedForce(parameters);
  }

  /** What this force was made from. */
  public ForceParameters parameters() {
    return parameters;
  }

  /** Everything the force learnt and did, in order of time; lazily, and again on each call. */
  public Stream<SimulatedEvent> events() {
    Instant start = parameters.start().atStartOfDay(ZoneOffset.UTC).toInstant();
    Duration step =
        Duration.between(start, parameters.end().atStartOfDay(ZoneOffset.UTC).toInstant())
            .dividedBy(parameters.reports());
    return IntStream.range(0, parameters.reports())
        .mapToObj(i ->
            new ReportMade(
                start.plus(step.multipliedBy(i)),
                String.format(Locale.ROOT, "NC-%07d", i + 1),
                ReportKind.CRIME,
                "norchester-crime",
                NoticeRoute.THIRD_PARTY,
                "public",
                Borough.AV.name(),
                "A neighbour reported noise from the address again last night.",
                null,
                null,
                start.plus(step.multipliedBy(i)),
                start.plus(step.multipliedBy(i)),
                "officer-001",
                null,
                List.of(
                    new PersonInvolved(
                        String.format(Locale.ROOT, "N%06d", i),
                        Role.WITNESS,
                        "Ada",
                        "Marlow",
                        null,
                        44,
                        "female",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)),
                List.of()));
  }
}
