package org.heed.server.destruction;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody said of a report's being kept.
 *
 * @param said the latest first
 */
public record HeldReport(UUID report, String reference, List<Said> said) {
  public HeldReport {
    said = List.copyOf(said);
  }

  /** That it must be kept for a reason, or need not any longer. */
  public record Said(HoldKind kind, boolean held, String reason, String by, Instant at) {
    @Override
    public String toString() {
      return "Said[" + kind + " " + held + "]";
    }
  }

  /** For which reasons it must be kept now. */
  public List<HoldKind> kinds() {
    Map<HoldKind, Said> latest = new EnumMap<>(HoldKind.class);
    said.stream()
        .sorted(Comparator.comparing(Said::at))
        .forEach(one -> latest.put(one.kind(), one));
    return latest.values().stream().filter(Said::held).map(Said::kind).toList();
  }

  /** The identifier only: reasons are typed by people. */
  @Override
  public String toString() {
    return "HeldReport[" + report + "]";
  }
}
