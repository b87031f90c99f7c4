package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static Chart chart(List<Chart.Point> points, List<Chart.Break> breaks) {
    return new Chart(
        "c",
        Chart.Shape.LINE,
        "Title",
        "Says.",
        "Crimes",
        "Year",
        List.of("1", "2", "3", "4"),
        List.of(new Chart.Series("All", points)),
        breaks,
        "/c.csv");
  }

  @Test
  void numbersBelowZero_areDrawnWithinTheAxes_andBarsHangFromZero() {
    var points =
        List.of(
            Chart.Point.of(3), Chart.Point.of(-7, -9, -5), Chart.Point.of(0), Chart.Point.of(4));
    for (var shape : Chart.Shape.values()) {
      var drawing =
          new Chart(
                  "c",
                  shape,
                  "Title",
                  "Says.",
                  "Change",
                  "Quarter",
                  List.of("1", "2", "3", "4"),
                  List.of(new Chart.Series("All", points)),
                  List.of(),
                  "/c.csv")
              .wide();
      double floor = Double.parseDouble(drawing.floor());
      var ticks = drawing.ticks();
      assertThat(ticks.getFirst().text()).isEqualTo("-10");
      assertThat(ticks).extracting(ChartDrawing.Label::text).contains("0");
      assertThat(Double.parseDouble(ticks.getFirst().y())).isEqualTo(floor);
      var ink = drawing.inks().getFirst();
      assertThat(ink.dots()).allMatch(dot -> Double.parseDouble(dot.y()) <= floor);
      assertThat(ink.whiskers()).allMatch(line -> Double.parseDouble(line.y1()) <= floor);
      double zero =
          ticks.stream()
              .filter(tick -> tick.text().equals("0"))
              .mapToDouble(tick -> Double.parseDouble(tick.y()))
              .findFirst()
              .orElseThrow();
      for (var bar : ink.bars()) {
        assertThat(Double.parseDouble(bar.height())).isNotNegative();
        assertThat(Double.parseDouble(bar.y()) + Double.parseDouble(bar.height()))
            .isLessThanOrEqualTo(floor + 0.1);
      }
      if (shape == Chart.Shape.BAR) {
        assertThat(Double.parseDouble(ink.bars().get(1).y())).isEqualTo(zero);
      }
    }
  }

  @Test
  void line_stopsAtAGapAndAtABreak() {
    var gap =
        chart(
            List.of(Chart.Point.of(1), Chart.Point.missing(), Chart.Point.of(3), Chart.Point.of(4)),
            List.of());
    var broken =
        chart(
            List.of(Chart.Point.of(1), Chart.Point.of(2), Chart.Point.of(3), Chart.Point.of(4)),
            List.of(new Chart.Break(2, "the rules changed", false)));
    assertThat(gap.wide().inks().getFirst().paths()).hasSize(2);
    assertThat(broken.wide().inks().getFirst().paths()).hasSize(2);
  }

  @Test
  void line_goesOnWhereOnlyTheNameChanged_andTheChangeIsMarked() {
    var renamed =
        chart(
            List.of(Chart.Point.of(1), Chart.Point.of(2), Chart.Point.of(3), Chart.Point.of(4)),
            List.of(new Chart.Break(2, "the name changed", true)));
    assertThat(renamed.wide().inks().getFirst().paths()).hasSize(1);
    assertThat(renamed.wide().breaks()).hasSize(1);
    String html = Templates.render("component/chart", Map.of("chart", renamed));
    assertThat(Jsoup.parseBodyFragment(html).select(".heed-chart__breaks").text())
        .isEqualTo("A Before 3: the name changed. Numbers on its two sides still compare.");
  }

  @Test
  void lastLabel_endsWithinTheDrawing() {
    var drawing =
        new Chart(
                "c",
                Chart.Shape.LINE,
                "Title",
                "Says.",
                "Crimes",
                "Quarter",
                List.of("2023/24 Q1", "2023/24 Q2"),
                List.of(new Chart.Series("All", List.of(Chart.Point.of(1), Chart.Point.of(2)))),
                List.of(),
                "/c.csv")
            .narrow();
    double middle = Double.parseDouble(drawing.labels().getLast().x());
    assertThat(middle + "2023/24 Q2".length() * 7.6 / 2).isLessThanOrEqualTo(360);
  }

  @Test
  void axis_beginsAtZeroAndHoldsTheUpperEndOfEveryInterval() {
    var ticks =
        chart(
                List.of(
                    Chart.Point.of(900),
                    Chart.Point.of(950),
                    Chart.Point.of(1000, 940, 1062),
                    Chart.Point.of(980)),
                List.of())
            .wide()
            .ticks();
    assertThat(ticks.getFirst().text()).isEqualTo("0");
    assertThat(ticks.getLast().text()).isEqualTo("1,500");
  }

  @Test
  void nothingButZeros_isStillDrawn() {
    var zeros = java.util.Collections.nCopies(4, Chart.Point.of(0));
    assertThat(chart(zeros, List.of()).narrow().ticks()).hasSizeGreaterThan(1);
  }

  @Test
  void steps_areOneTwoOrFive() {
    assertThat(ChartDrawing.niceStep(0.3)).isEqualTo(0.5);
    assertThat(ChartDrawing.niceStep(1)).isEqualTo(1);
    assertThat(ChartDrawing.niceStep(12)).isEqualTo(20);
    assertThat(ChartDrawing.niceStep(501)).isEqualTo(1000);
  }

  @Test
  void table_saysEveryNumberAndWhatIsMissing() {
    var points =
        List.of(
            Chart.Point.of(1200),
            Chart.Point.missing(),
            Chart.Point.of(3, 1, 9),
            Chart.Point.of(2.5));
    String html = Templates.render("component/chart", Map.of("chart", chart(points, List.of())));
    assertThat(Jsoup.parseBodyFragment(html).select("table td"))
        .extracting(org.jsoup.nodes.Element::text)
        .containsExactly("1,200", "", "Not known", "", "3", "1 to 9", "2.5", "");
  }

  @Test
  void guideHasNoDots_andIsCutAtEveryBreak_andAMarkIsDrawnAndTold() {
    var points =
        List.of(
            Chart.Point.of(3),
            Chart.Point.of(9).marked("Outside a limit"),
            Chart.Point.of(4),
            Chart.Point.of(5));
    var limits = java.util.Collections.nCopies(4, Chart.Point.of(8));
    var chart =
        new Chart(
            "c",
            Chart.Shape.LINE,
            "Title",
            "Says.",
            "Crimes",
            "Month",
            List.of("1", "2", "3", "4"),
            List.of(
                new Chart.Series("Count", points), new Chart.Series("Upper limit", limits, true)),
            List.of(new Chart.Break(2, "a new form", true)),
            "/c.csv");
    var inks = chart.wide().inks();
    assertThat(inks.get(0).paths()).hasSize(1);
    assertThat(inks.get(0).marks()).hasSize(1);
    assertThat(inks.get(1).dots()).isEmpty();
    assertThat(inks.get(1).paths()).hasSize(2);
    String html = Templates.render("component/chart", Map.of("chart", chart));
    assertThat(Jsoup.parseBodyFragment(html).select("tbody tr").get(1).text())
        .isEqualTo("2 9 8 Outside a limit");
  }
}
