package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bounds against published shares with missing values, which are outside data. */
class MissingDataWorkedTest {
  private static final String FILE = "worked/missing-data-bounds.json";

  @Test
  void shelterExample_hasItsPublishedBounds() {
    JsonNode given = named("manski-homeless");
    MissingDataBounds bounds =
        MissingDataBounds.of(
            given.get("n").asDouble(),
            given.get("observed").asDouble(),
            given.get("observed_yes").asDouble());
    JsonNode published = given.get("published_bounds");
    assertThat(bounds.range().lower()).isCloseTo(published.get(0).asDouble(), within(5e-3));
    assertThat(bounds.range().upper()).isCloseTo(published.get(1).asDouble(), within(5e-3));
  }

  @Test
  void suspectsWithUnknownEthnicity_haveTheWholeRange() {
    for (String id : new String[] {"gmp-all-csa-suspects", "gmp-group-cse-suspects"}) {
      JsonNode given = named(id);
      JsonNode percent = given.get("percent");
      double missing =
          percent.path("unknown").asDouble(percent.path("other_or_unknown").asDouble());
      for (Map.Entry<String, JsonNode> expected : given.get("bounds_percent").properties()) {
        MissingDataBounds bounds =
            MissingDataBounds.of(100, 100 - missing, percent.get(expected.getKey()).asDouble());
        assertThat(100 * bounds.range().lower())
            .isCloseTo(expected.getValue().get(0).asDouble(), within(1e-9));
        assertThat(100 * bounds.range().upper())
            .isCloseTo(expected.getValue().get(1).asDouble(), within(1e-9));
      }
    }
  }

  @Test
  void twoThirdsMissing_leaveAnyShareUncertainByTwoThirds() {
    for (JsonNode each : named("two-thirds-missing").get("bounds_for_p")) {
      double yes = each.get("p").asDouble() * 100;
      MissingDataBounds bounds = MissingDataBounds.of(300, 100, yes);
      assertThat(bounds.range().lower()).isCloseTo(each.get("lower").asDouble(), within(1e-9));
      assertThat(bounds.range().upper()).isCloseTo(each.get("upper").asDouble(), within(1e-9));
    }
  }

  private static JsonNode named(String id) {
    return Worked.json(FILE)
        .valueStream()
        .filter(each -> each.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
