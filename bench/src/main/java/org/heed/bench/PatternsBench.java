package org.heed.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heed.server.recognition.RulebookInForce;

/**
 * What is planted in a simulated force and told across reports, kind by kind, by the rulebook's
 * thresholds and linking's own identities, beside the same reports shuffled and beside whoever is
 * in most reports.
 */
final class PatternsBench {
  private static final long SEED = 11;

  private final Settings settings;
  private final Path home;
  private final int reports;

  /** Over so many reports of three years, by the rulebook of this folder. */
  PatternsBench(Settings settings, Path home, int reports) {
    this.settings = settings;
    this.home = home;
    this.reports = reports;
  }

  List<Line> run() {
    settings.say("linking and looking " + PlantedPatterns.aYear() + " times, four weeks apart");
    List<Line> lines = new ArrayList<>();
    for (PlantedPatterns.Outcome one :
        new PlantedPatterns(
                SEED,
                reports,
                RulebookInForce.load(home.resolve("rulebooks").resolve("england-wales"))
                    .rulebook()
                    .patterns())
            .outcomes(PlantedPatterns.aYear())) {
      lines.add(line(one));
    }
    return lines;
  }

  private static Line line(PlantedPatterns.Outcome one) {
    return new Line(
        one.pattern().code() + ", " + one.planted() + " planted",
        "of the first 20 told 0.8 right; shuffled, 2 at most",
        String.format(
            Locale.ROOT,
            "%d told, %d right, %d of the planted (recall %s); precision at 5, 10, 20: %s; %d of %d"
                + " of the last year told, median %s days",
            one.told(),
            one.right(),
            one.found(),
            share((double) one.found() / one.planted()),
            shares(one.at()),
            one.latelyFound(),
            one.lately(),
            Double.isNaN(one.days()) ? "–" : String.format(Locale.ROOT, "%.0f", one.days())),
        String.format(
            Locale.ROOT,
            "shuffled: %d told; in most reports: precision %s, and of as many %d of the planted",
            one.shuffled(),
            shares(one.peerAt()),
            one.peerFound()),
        "",
        (one.told() == 0 || one.at().get(2) >= 0.8) && one.shuffled() <= 2);
  }

  private static String shares(List<Double> shares) {
    return share(shares.get(0)) + ", " + share(shares.get(1)) + ", " + share(shares.get(2));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f", share);
  }
}
