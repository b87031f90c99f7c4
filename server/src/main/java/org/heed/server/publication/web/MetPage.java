package org.heed.server.publication.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.heed.figures.chart.Funnel;
import org.heed.figures.published.LondonBoroughs;
import org.heed.figures.published.LondonBoroughs.Borough;
import org.heed.figures.published.MetropolitanReleases;
import org.heed.figures.published.RevisionTriangle;
import org.heed.figures.published.RevisionTriangle.Revision;
import org.heed.figures.published.Vintages;
import org.heed.server.web.AreaMap;
import org.heed.server.web.Chart;
import org.heed.server.web.Choice;
import org.heed.server.web.FunnelChart;
import org.heed.server.web.Page;
import org.heed.server.web.Tile;
import org.heed.server.web.Words;

/**
 * The model of {@code figure/met.jte}.
 *
 * @param offence as the files name it
 */
public record MetPage(Page page, Vintages vintages, String offence, String query) {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
  private static final int DRAWN = 48;
  private static final int YEAR = 12;
  private static final double THOUSAND = 1000;

  /** Who published them and on what terms. */
  public String attribution() {
    return MetropolitanReleases.ATTRIBUTION;
  }

  /** Who drew the map and counted the people. */
  public String mapAttribution() {
    return LondonBoroughs.ATTRIBUTION;
  }

  /** The offences to choose from. */
  public List<Choice> offences() {
    return MetropolitanReleases.OFFENCES.stream()
        .map(each -> Choice.of(each, words(each)).chosen(offence))
        .toList();
  }

  private static String words(String offence) {
    String small = offence.toLowerCase(Locale.ROOT);
    return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
  }

  /** The offence in words. */
  public String title() {
    return words(offence);
  }

  /** The releases, oldest first. */
  public List<String> releases() {
    return triangle().releases().stream().map(MetPage::month).toList();
  }

  /** Each month in each release. */
  public RevisionTriangle triangle() {
    return vintages.triangle(offence, null);
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** The last months that more than one release has, as each had them. */
  public Chart chart() {
    RevisionTriangle triangle = triangle();
    List<RevisionTriangle.Row> rows =
        triangle.rows().stream()
            .filter(row -> row.counts().stream().filter(Objects::nonNull).count() > 1)
            .toList();
    rows = rows.subList(Math.max(0, rows.size() - DRAWN), rows.size());
    List<Chart.Series> series = new ArrayList<>();
    for (int release = triangle.releases().size() - 1; release >= 0; release--) {
      List<Chart.Point> points = new ArrayList<>();
      for (RevisionTriangle.Row row : rows) {
        Long count = row.counts().get(release);
        points.add(count == null ? Chart.Point.missing() : Chart.Point.of((double) count));
      }
      if (points.stream().anyMatch(point -> point.value() != null)) {
        series.add(
            new Chart.Series("Release of " + month(triangle.releases().get(release)), points));
      }
    }
    return new Chart(
        "releases",
        Chart.Shape.LINE,
        title() + " in successive releases, Metropolitan Police",
        "The same months as each release had them. By recorded date a month moves both ways, as"
            + " records are added, cancelled and moved: what moved is not what was late.",
        "Recorded offences",
        "Month",
        rows.stream().map(row -> month(row.month())).toList(),
        series,
        List.of(),
        "/figures/published/met.csv?" + query);
  }

  /** What one release made of the months of the one before. */
  public record Made(
      String from,
      String to,
      int months,
      String before,
      String after,
      String factor,
      String moved) {
    static Made of(String from, String to, Revision revision) {
      return new Made(
          from,
          to,
          revision.months(),
          Words.number(revision.before()),
          Words.number(revision.after()),
          times(revision.factor()),
          revision.rose() + " rose, " + revision.fell() + " fell");
    }
  }

  static String times(double factor) {
    return Double.isFinite(factor) ? String.format(Locale.UK, "%.4f", factor) : "Cannot tell";
  }

  /** From each release to the next. */
  public List<Made> between() {
    RevisionTriangle triangle = triangle();
    List<YearMonth> releases = triangle.releases();
    YearMonth first = triangle.rows().getFirst().month();
    YearMonth last = triangle.rows().getLast().month();
    List<Made> all = new ArrayList<>();
    for (int i = 1; i < releases.size(); i++) {
      all.add(
          Made.of(
              month(releases.get(i - 1)),
              month(releases.get(i)),
              triangle.between(releases.get(i - 1), releases.get(i), first, last)));
    }
    return all;
  }

  /** A band of months by how old they were when first published. */
  public record Aged(String age, int months, String factor, String range, String moved) {}

  /** Revisions by age at first publication. */
  public List<Aged> byAge() {
    return triangle().byAge().stream()
        .map(band ->
            new Aged(
                band.toAge() == Integer.MAX_VALUE
                    ? "Over " + band.fromAge() + " months"
                    : "Over " + band.fromAge() + " and up to " + band.toAge() + " months",
                band.all().months(),
                times(band.all().factor()),
                times(band.least()) + " to " + times(band.most()),
                band.all().rose() + " rose, " + band.all().fell() + " fell"))
        .toList();
  }

  private YearMonth latest() {
    return vintages.releases().getLast();
  }

  private Map<String, Long> counts() {
    return vintages.byArea(latest(), offence, YEAR);
  }

  private String when() {
    YearMonth last = latest().minusMonths(1);
    return month(last.minusMonths(YEAR - 1L)) + " to " + month(last);
  }

  /** Where the four shades of what is published part. */
  private static double[] bounds(List<Borough> boroughs, Map<String, Long> counts) {
    double[] rates =
        boroughs.stream()
            .filter(borough -> counts.containsKey(key(borough)))
            .mapToDouble(borough -> rate(borough, counts))
            .sorted()
            .toArray();
    return new double[] {
      rates[rates.length / 4], rates[rates.length / 2], rates[rates.length * 3 / 4]
    };
  }

  /** 0 where nothing is published. */
  private static int shade(Borough borough, Map<String, Long> counts, double[] bounds) {
    double rate = rate(borough, counts);
    return counts.containsKey(key(borough))
        ? 1 + (int) Arrays.stream(bounds).filter(bound -> rate >= bound).count()
        : 0;
  }

  /** Boroughs as tiles of one size. */
  public List<Tile> tiles() {
    Map<String, Long> counts = counts();
    List<Borough> boroughs = LondonBoroughs.bundled();
    double[] bounds = bounds(boroughs, counts);
    return LondonTiles.of(
        boroughs,
        borough ->
            Map.entry(
                counts.containsKey(key(borough))
                    ? String.format(Locale.UK, "%.2f", rate(borough, counts))
                    : "None",
                shade(borough, counts, bounds)));
  }

  /** What the tiles are of. */
  public String tilesTitle() {
    return title() + " for each 1,000 residents, a tile for each borough";
  }

  /** The numbers of the map and of the tiles. */
  public String boroughsCsv() {
    return "/figures/published/boroughs.csv?" + query;
  }

  /** Boroughs on a map. */
  public AreaMap map() {
    Map<String, Long> counts = counts();
    List<Borough> boroughs = LondonBoroughs.bundled();
    double[] bounds = bounds(boroughs, counts);
    List<AreaMap.Region> regions = new ArrayList<>();
    for (Borough borough : boroughs) {
      Long count = counts.get(key(borough));
      double rate = count == null ? 0 : rate(borough, counts);
      int shade = shade(borough, counts, bounds);
      regions.add(
          new AreaMap.Region(
              borough.name(),
              borough.outline(),
              borough.x(),
              borough.y(),
              count == null ? 0 : count,
              count == null ? "Not published" : String.format(Locale.UK, "%.2f", rate),
              shade));
    }
    return new AreaMap(
        "map",
        title() + " for each 1,000 residents, by borough",
        "Recorded " + when() + ", release of " + month(latest()) + ". " + elsewhere(counts),
        "For each 1,000 residents",
        LondonBoroughs.WIDTH,
        LondonBoroughs.HEIGHT,
        regions,
        List.of(
            "Not published here",
            String.format(Locale.UK, "Under %.2f", bounds[0]),
            String.format(Locale.UK, "%.2f to %.2f", bounds[0], bounds[1]),
            String.format(Locale.UK, "%.2f to %.2f", bounds[1], bounds[2]),
            String.format(Locale.UK, "%.2f or more", bounds[2])),
        "/figures/published/boroughs.csv?" + query);
  }

  private static String elsewhere(Map<String, Long> counts) {
    long unknown = counts.getOrDefault("unknown", 0L);
    long airports = counts.getOrDefault("london heathrow and london city airports", 0L);
    return Words.number(unknown)
        + " have no borough and "
        + Words.number(airports)
        + " were at airports: they are in no borough here. The City of London has its own police."
        + " Where many people visit, residents are the wrong denominator: Westminster is one.";
  }

  private static double rate(Borough borough, Map<String, Long> counts) {
    return THOUSAND * counts.getOrDefault(key(borough), 0L) / borough.population();
  }

  private static String key(Borough borough) {
    return borough.name().toLowerCase(Locale.ROOT);
  }

  /** Boroughs within the limits of chance. */
  public FunnelChart funnel() {
    Map<String, Long> counts = counts();
    List<Funnel.Given> given = new ArrayList<>();
    Map<String, Funnels.Named> names = new HashMap<>();
    for (Borough borough : LondonBoroughs.bundled()) {
      Long count = counts.get(key(borough));
      if (count != null) {
        given.add(new Funnel.Given(borough.name(), count, (double) borough.population()));
        names.put(
            borough.name(), new Funnels.Named(borough.name(), LondonTiles.letters(borough.name())));
      }
    }
    return Funnels.chart(
        "funnel",
        "Boroughs and chance",
        "For each 1,000 residents",
        "Residents",
        given,
        names,
        " Residents are not those to whom it happened: boroughs that many visit lie high.",
        "/figures/published/boroughs.csv?" + query);
  }
}
