package org.heed.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The methods against published results, which are outside data. */
class StatsWorkedExamplesTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void dasGuptasTables_areReproducedToTheirDigits() {
    for (JsonNode table : worked("decomposition-das-gupta.json").get("two_population")) {
      ObjectNode in = JSON.createObjectNode();
      String rate = table.get("rate_function").asString();
      in.put("rate", rate.equals("product") ? product(table) : rate);
      in.set("from", table.get("pop1"));
      in.set("to", table.get("pop2"));
      if (table.has("method")) {
        in.putArray("groups").addArray().add("age_struct").add("race_struct");
      }
      JsonNode effects = answer("decompose", in).get("effects");
      double tolerance = table.get("published_tolerance").asDouble();
      for (Map.Entry<String, JsonNode> effect :
          table.get("expected_effects_pop2_minus_pop1").properties()) {
        assertThat(effects.get(effect.getKey()).asDouble())
            .as(table.get("id").asString())
            .isCloseTo(effect.getValue().asDouble(), within(tolerance));
      }
    }
  }

  @Test
  void fivePopulations_haveTheirPublishedStandardisedRates() {
    for (JsonNode table : worked("decomposition-das-gupta.json").get("n_population")) {
      ObjectNode in = JSON.createObjectNode();
      in.put("rate", table.get("rate_function").asString());
      in.set("populations", table.get("populations"));
      JsonNode rates = answer("decompose", in).get("standardised");
      for (String factor : new String[] {"A", "B", "C", "D"}) {
        JsonNode expected = table.get("expected_standardised_rates").get(factor);
        for (int i = 0; i < expected.size(); i++) {
          assertThat(rates.get(factor).get(i).asDouble())
              .isCloseTo(expected.get(i).asDouble(), within(6e-6));
        }
      }
    }
  }

  @Test
  void taylorAndAshesTriangle_hasMacksReserveAndError() {
    JsonNode table = worked("mack-taylor-ashe.json");
    ObjectNode in = JSON.createObjectNode();
    in.set("cumulative", table.get("cumulative_triangle"));
    JsonNode out = answer("chain-ladder", in);
    assertThat(Math.round(out.get("total_reserve").asDouble())).isEqualTo(18_680_856);
    assertThat(Math.round(out.get("total_se").asDouble())).isEqualTo(2_447_095);
    JsonNode expected = table.get("computed_here").get("se");
    for (int i = 0; i < expected.size(); i++) {
      assertThat(out.get("se").get(i).asDouble())
          .isCloseTo(expected.get(i).asDouble(), within(1e-6));
    }
  }

  @Test
  void metropolitanRise_hasItsTippingPoint() {
    JsonNode table = worked("tipping-point-met-cse.json");
    ObjectNode in = JSON.createObjectNode();
    in.put("from", table.get("inputs").get("y2016").asInt());
    in.put("to", table.get("inputs").get("y2017").asInt());
    JsonNode out = answer("tipping-point", in);
    JsonNode expected = table.get("break_even");
    assertThat(out.get("break_even").asDouble())
        .isCloseTo(expected.get("point").asDouble(), within(1e-12));
    assertThat(out.get("lower").asDouble())
        .isCloseTo(expected.get("interval").get(0).asDouble(), within(1e-9));
    assertThat(out.get("upper").asDouble())
        .isCloseTo(expected.get("interval").get(1).asDouble(), within(1e-9));
  }

  private static String product(JsonNode table) {
    return String.join("*", table.get("factors").valueStream().map(JsonNode::asString).toList());
  }

  private static JsonNode answer(String method, ObjectNode in) {
    Method known = Objects.requireNonNull(Methods.ALL.get(method));
    return known.answer(new Fields(in, ""));
  }

  private static JsonNode worked(String name) {
    String data = System.getenv("HEED_DATA");
    Assumptions.assumeTrue(data != null, "HEED_DATA is not set: needs figures/worked/" + name);
    Path file = Path.of(data, "figures", "worked", name);
    Assumptions.assumeTrue(Files.isReadable(file), "not there: " + file);
    return JSON.readTree(file);
  }
}
