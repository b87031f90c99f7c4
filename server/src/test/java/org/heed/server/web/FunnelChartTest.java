package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class FunnelChartTest {
  private static final FunnelChart CHART =
      new FunnelChart(
          "f",
          "Title",
          "Says.",
          "For each 1,000",
          "Reports",
          50,
          List.of(
              new FunnelChart.Dot("FE", "Fernley", 30, 400, 75, "Above the 95% limits", true),
              new FunnelChart.Dot("GR", "Greyport", 20, 402, 74.8, "Within the limits", false),
              new FunnelChart.Dot("DU", "Dunwell", 5, 100, 50, "Within the limits", false)),
          List.of(
              new FunnelChart.Limit(20, 0, 900, 0, 1_200),
              new FunnelChart.Limit(200, 20, 80, 10, 110),
              new FunnelChart.Limit(500, 35, 65, 28, 76)),
          "/f.csv");

  @Test
  void limitsThatLeaveTheDrawing_areNotDrawnOutsideIt() {
    assertThat(CHART.wide().paths().get(1)).startsWith("M").doesNotContain("M0.0");
    assertThat(CHART.wide().paths())
        .allMatch(path -> path.chars().filter(c -> c == '-').count() == 0);
  }

  @Test
  void lettersThatWouldCoverAnotherDot_areLeftOut_andStandInTheTable() {
    var marks = CHART.wide().marks();
    assertThat(marks).extracting(FunnelChart.Drawing.Mark::letters).containsExactly("", "GR", "DU");
    String html = Templates.render("component/funnel", Map.of("chart", CHART));
    assertThat(Jsoup.parseBodyFragment(html).select("tbody tr").eachText())
        .containsExactly(
            "Fernley (FE) 30 400 75.0 Above the 95% limits",
            "Greyport (GR) 20 402 74.8 Within the limits",
            "Dunwell (DU) 5 100 50.0 Within the limits");
  }
}
