package org.heed.server.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.sampling.GrossedUp;
import org.heed.figures.sampling.StratifiedRatio;
import org.heed.figures.sampling.StratifiedRatio.Unit;
import org.heed.server.store.Coded;

/**
 * What an audit shows of all reports of the routes drawn from, each route by its size.
 *
 * @param told reports drawn of which an auditor could tell
 * @param rates of each question
 * @param routes the rate of recording of each route by itself
 * @param should crimes that should be on record from these reports, and how many are missing; empty
 *     where the rate could be none at all
 * @param over crimes on record that should not be; empty where no auditor was asked
 */
public record RecordingRates(
    int told,
    List<Rate> rates,
    List<OfRoute> routes,
    Optional<GrossedUp> should,
    Optional<Over> over) {
  private static final double LEVEL = Interval.USUAL_LEVEL;

  public RecordingRates {
    rates = List.copyOf(rates);
    routes = List.copyOf(routes);
  }

  /** What is asked of the reports. */
  public enum Question implements Coded {
    RECORDED("Crimes recorded, of those that should be"),
    CLASSED("Classed as the rules ask, of those recorded"),
    IN_TIME("Recorded within 24 hours, of those recorded"),
    FLAGGED("Flag decided rightly, of reports that ask for a decision"),
    WRONGLY("Crimes that should not be on record, of those that are");

    /**
     * How far what should be on record is, and rightly: what is on record wrongly is told apart.
     */
    static final List<Question> OF_THE_RULES = List.of(RECORDED, CLASSED, IN_TIME, FLAGGED);

    private final String title;

    Question(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** Empty where it was not asked. */
    private Optional<Unit> of(Audited.Said said) {
      Integer wrongly = said.wrongly();
      return this == WRONGLY && wrongly == null
          ? Optional.empty()
          : Optional.of(unit(said, Objects.requireNonNullElse(wrongly, 0)));
    }

    private Unit unit(Audited.Said said, int wrongly) {
      return switch (this) {
        case RECORDED -> new Unit(said.should(), said.recorded());
        case CLASSED -> new Unit(said.recorded(), said.classed());
        case IN_TIME -> new Unit(said.recorded(), said.inTime());
        case FLAGGED ->
            new Unit(
                said.flag() == Audited.Flag.NOT_ASKED ? 0 : 1,
                said.flag() == Audited.Flag.RIGHT ? 1 : 0);
        case WRONGLY -> new Unit(said.recorded() + wrongly, wrongly);
      };
    }
  }

  /**
   * A rate.
   *
   * @param should how many the reports drawn have that there should be
   * @param has how many of them there are
   * @param share of all; its limits allow for reports drawn that tell nothing or wait
   * @param halfWidth of the usual interval by design, of those told alone
   */
  public record Rate(Question question, int should, int has, Estimate share, double halfWidth) {}

  /** The rate of recording of one route. */
  public record OfRoute(RecordingAudit.Stratum stratum, int told, Rate rate) {}

  /**
   * Crimes on record that should not be.
   *
   * @param crimes how many of all those on record
   */
  public record Over(Rate rate, Estimate crimes) {}

  /** Works it out. */
  public static RecordingRates of(RecordingAudit audit, Map<UUID, Audited> latest) {
    List<RecordingAudit.Stratum> drawn =
        audit.strata().stream().filter(one -> one.drawn() > 0).toList();
    Told told = new Told(audit, latest);
    List<Rate> rates = new ArrayList<>();
    for (Question question : Question.OF_THE_RULES) {
      rates.add(told.rate(question, drawn));
    }
    List<OfRoute> routes = new ArrayList<>();
    for (RecordingAudit.Stratum one : drawn) {
      routes.add(new OfRoute(one, told.of(one).size(), told.rate(Question.RECORDED, List.of(one))));
    }
    int crimes = drawn.stream().mapToInt(RecordingAudit.Stratum::crimes).sum();
    return new RecordingRates(
        drawn.stream().mapToInt(one -> told.of(one).size()).sum(),
        rates,
        routes,
        told.should(crimes, drawn),
        told.over(crimes, drawn));
  }

  /** What was told of the reports drawn. */
  private record Told(RecordingAudit audit, Map<UUID, Audited> latest) {
    List<Audited.Said> of(RecordingAudit.Stratum stratum) {
      return audit.reports().stream()
          .filter(one -> one.stratum().equals(stratum.name()))
          .flatMap(one -> Optional.ofNullable(latest.get(one.report())).stream())
          .map(Audited::said)
          .filter(Audited.Said::told)
          .toList();
    }

    /** Whether somebody was asked what is on record wrongly. */
    private boolean isAsked(List<RecordingAudit.Stratum> strata) {
      return strata.stream()
          .flatMap(one -> of(one).stream())
          .anyMatch(said -> said.wrongly() != null);
    }

    Optional<Over> over(int crimes, List<RecordingAudit.Stratum> strata) {
      if (!isAsked(strata)) {
        return Optional.empty();
      }
      Rate rate = rate(Question.WRONGLY, strata);
      return Optional.of(new Over(rate, GrossedUp.part(crimes, rate.share())));
    }

    /**
     * From what is on record, less what is there wrongly where that was asked: each rate is then
     * taken at the level at which both hold at the usual one.
     */
    Optional<GrossedUp> should(int crimes, List<RecordingAudit.Stratum> strata) {
      if (!isAsked(strata)) {
        return grossed(
            rate(Question.RECORDED, strata).share(), share -> GrossedUp.of(crimes, 1, share));
      }
      double both = (1 + LEVEL) / 2;
      Estimate wrongly = rate(Question.WRONGLY, strata, both).share();
      return Double.isNaN(wrongly.value())
          ? Optional.empty()
          : grossed(
              rate(Question.RECORDED, strata, both).share(),
              share -> GrossedUp.rightly(crimes, wrongly, share));
    }

    private static Optional<GrossedUp> grossed(
        Estimate recording, Function<Estimate, GrossedUp> up) {
      return recording.interval().lower() > 0 && !Double.isNaN(recording.value())
          ? Optional.of(up.apply(recording))
          : Optional.empty();
    }

    Rate rate(Question question, List<RecordingAudit.Stratum> strata) {
      return rate(question, strata, LEVEL);
    }

    private Rate rate(Question question, List<RecordingAudit.Stratum> strata, double level) {
      StratifiedRatio known = ratio(strata, one -> units(question, one, List.of()), level);
      int crimes = mostOfOne(question);
      Interval least = limits(question, strata, new Unit(crimes, 0), level);
      Interval most = limits(question, strata, new Unit(crimes, crimes), level);
      List<Unit> all =
          strata.stream().flatMap(one -> units(question, one, List.of()).stream()).toList();
      return new Rate(
          question,
          all.stream().mapToInt(Unit::should).sum(),
          all.stream().mapToInt(Unit::has).sum(),
          new Estimate(known.ratio().value(), new Interval(least.lower(), most.upper(), level)),
          known.halfWidth());
    }

    /** As many as the report told of that has most, and one at least: a report may hold as many. */
    private int mostOfOne(Question question) {
      return latest.values().stream()
          .map(Audited::said)
          .filter(Audited.Said::told)
          .flatMap(said -> question.of(said).stream())
          .mapToInt(Unit::should)
          .reduce(1, Math::max);
    }

    /** The limits where each report that tells nothing has so many more, recorded or not. */
    private Interval limits(
        Question question, List<RecordingAudit.Stratum> strata, Unit untold, double level) {
      return ratio(
              strata,
              one ->
                  units(
                      question,
                      one,
                      Collections.nCopies(one.drawn() - asked(question, one).size(), untold)),
              level)
          .ratio()
          .interval();
    }

    private static StratifiedRatio ratio(
        List<RecordingAudit.Stratum> strata,
        Function<RecordingAudit.Stratum, List<Unit>> units,
        double level) {
      return StratifiedRatio.of(
          strata.stream()
              .map(one -> new StratifiedRatio.Stratum(one.population(), units.apply(one)))
              .toList(),
          level);
    }

    private List<Unit> asked(Question question, RecordingAudit.Stratum stratum) {
      return of(stratum).stream().flatMap(said -> question.of(said).stream()).toList();
    }

    private List<Unit> units(Question question, RecordingAudit.Stratum stratum, List<Unit> untold) {
      List<Unit> units = new ArrayList<>(untold);
      units.addAll(asked(question, stratum));
      return units;
    }
  }
}
