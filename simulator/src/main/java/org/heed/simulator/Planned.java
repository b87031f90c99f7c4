package org.heed.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One report as planned, before its words are written. Light, since a plan holds all of them. */
final class Planned {

  /** What becomes of a crime. */
  enum Fate {
    STANDS,
    CANCELLED,
    REINSTATED
  }

  /** A crime recorded from the report. */
  static final class Crime {
    final Planned report;
    final Fate fate;
    boolean flagged;

    Crime(Planned report, Fate fate) {
      this.report = report;
      this.fate = fate;
    }
  }

  final Instant recordedAt;

  /** The year of the plan, and when it ends. */
  final Year year;

  final Topic topic;
  final long seed;
  final List<Fate> fates;

  List<Crime> crimes = List.of();
  String reference = "";
  @Nullable Situation situation;
  ReportKind kind = ReportKind.CRIME;
  @Nullable Officer officer;
  @Nullable Ring ring;
  List<Human> children = List.of();
  boolean language;

  Planned(Instant recordedAt, Year year, Topic topic, long seed, List<Fate> fates) {
    this.recordedAt = recordedAt;
    this.year = year;
    this.topic = topic;
    this.seed = seed;
    this.fates = fates;
  }

  Officer theOfficer() {
    return Objects.requireNonNull(officer);
  }

  Situation theSituation() {
    return Objects.requireNonNull(situation);
  }

  /**
   * A year of the record, or the part of one at its start.
   *
   * @param share of a whole year
   */
  record Year(Instant from, Instant to, double share, Scenario.YearPlan plan) {}
}
