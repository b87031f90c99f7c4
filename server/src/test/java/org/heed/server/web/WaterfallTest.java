package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static Waterfall fall(long from, long to, long... changes) {
    List<Waterfall.Step> steps =
        java.util.Arrays.stream(changes)
            .mapToObj(change -> new Waterfall.Step("Step of " + change, "", change))
            .toList();
    return new Waterfall(
        "split",
        "Title",
        "Says.",
        "Crimes",
        new Waterfall.Total("Before", from),
        steps,
        new Waterfall.Total("After", to),
        "/split.csv");
  }

  @Test
  void stepsThatLeaveSomethingOver_areRefused() {
    assertThatThrownBy(() -> fall(10, 20, 4, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachBarBeginsWhereTheLastEnded_belowZeroToo() {
    var rows = fall(3, 2, -5, 4).wide().rows();
    assertThat(rows)
        .extracting(WaterfallDrawing.Row::style)
        .containsExactly("total", "less", "more", "total");
    double afterFall = Double.parseDouble(rows.get(1).x());
    assertThat(Double.parseDouble(rows.get(2).x())).isEqualTo(afterFall);
    double zero = Double.parseDouble(rows.getFirst().x());
    assertThat(afterFall).isLessThan(zero);
    assertThat(rows.get(1).value()).isEqualTo("\u22125");
  }

  @Test
  void tableSaysTheSame_andWhereEachStepLeads() {
    String html =
        Templates.render("component/waterfall", Map.of("waterfall", fall(10, 12, 5, -3, 0)));
    assertThat(Jsoup.parseBodyFragment(html).select("tbody td").eachText())
        .containsExactly("–", "10", "+5", "15", "\u22123", "12", "0", "12", "–", "12");
  }
}
