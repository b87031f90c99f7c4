package org.heed.figures.runoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Run-off methods against published examples, which are outside data. */
class RunoffWorkedTest {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

  @Test
  void taylorAndAshe_haveTheirFactorsReservesAndErrors() {
    JsonNode given = Worked.json("worked/mack-taylor-ashe.json");
    ChainLadder answer =
        ChainLadder.of(
            given
                .get("cumulative_triangle")
                .valueStream()
                .map(row -> row.valueStream().mapToDouble(JsonNode::asDouble).toArray())
                .toList());
    JsonNode expected = given.get("computed_here");
    near(answer.factors(), expected.get("factors"), 1e-12);
    near(answer.sigma2(), expected.get("sigma2"), 1e-6);
    near(answer.ultimate(), expected.get("ultimate"), 1e-6);
    near(answer.reserve(), expected.get("reserve"), 1e-6);
    JsonNode published = given.get("published_rounded");
    assertThat(Math.round(answer.totalReserve()))
        .isEqualTo(published.get("total_reserve").asLong());
    assertThat(Math.round(answer.totalSe())).isEqualTo(published.get("total_se").asLong());
  }

  @Test
  void dengueWeeks_haveThePublishedDevelopmentFactors() throws IOException {
    JsonNode given = Worked.json("worked/nowcast-nobbs-dengue.json");
    LocalDate now = LocalDate.parse(given.get("now").asString());
    JsonNode expected = given.get("chain_ladder_D10");
    List<double[]> triangle = triangle(events(now), now, 10);
    near(ChainLadder.of(triangle).factors(), expected.get("factors"), 1e-12);
  }

  @Test
  void dengueWeeks_areCoveredOftenerThanByThePublishedRun() throws IOException {
    JsonNode given = Worked.json("worked/nowcast-nobbs-dengue.json");
    LocalDate now = LocalDate.parse(given.get("now").asString());
    Map<LocalDate, Nowcast.Period> periods =
        Nowcast.of(events(now), now, 70, 0.95).periods().stream()
            .collect(Collectors.toMap(Nowcast.Period::at, period -> period));
    int covered = 0;
    int published = 0;
    for (JsonNode week : given.get("published")) {
      Nowcast.Period period =
          Objects.requireNonNull(periods.get(LocalDate.parse(week.get("onset").asString())));
      assertThat(period.reported()).isEqualTo(week.get("reported_by_now").asLong());
      double eventual = week.get("eventual_reported").asDouble();
      covered += period.interval().contains(eventual) ? 1 : 0;
      boolean within =
          week.get("lower").asDouble() <= eventual && eventual <= week.get("upper").asDouble();
      published += within ? 1 : 0;
    }
    assertThat(published).isEqualTo(4);
    assertThat(covered).isEqualTo(5);
  }

  private static void near(List<Double> found, JsonNode expected, double tolerance) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isCloseTo(expected.get(i).asDouble(), within(tolerance));
    }
  }

  /** Those reported by now, from the first week of the published run. */
  private static List<Nowcast.Event> events(LocalDate now) throws IOException {
    List<Nowcast.Event> events = new ArrayList<>();
    try (BufferedReader reader = Worked.zipped(Dengue.FILE)) {
      for (Nowcast.Event event : Dengue.read(reader)) {
        if (!event.reported().isAfter(now)) {
          events.add(event);
        }
      }
    }
    return events;
  }

  private static List<double[]> triangle(List<Nowcast.Event> events, LocalDate now, int longest) {
    Map<Long, double[]> rows = new TreeMap<>();
    long last = ChronoUnit.WEEKS.between(FIRST, now);
    for (long week = 0; week <= last; week++) {
      rows.put(week, new double[(int) Math.min(longest, last - week) + 1]);
    }
    for (Nowcast.Event event : events) {
      double[] row = rows.get(ChronoUnit.WEEKS.between(FIRST, event.occurred()));
      int delay = (int) ChronoUnit.WEEKS.between(event.occurred(), event.reported());
      for (int i = delay; row != null && i < row.length; i++) {
        row[i]++;
      }
    }
    return List.copyOf(rows.values());
  }
}
