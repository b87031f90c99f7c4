package org.heed.linkage.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is reckoned of the tail, against every way of dealing where these can be counted. */
class TailTest {
  private static final int DAYS = 12;

  /** A few reports, each of which speaks of one place, so that each is one slot. */
  private static EventGraph small(Random random, int reports) {
    EventGraph.Builder graph = EventGraph.builder();
    for (int e = 0; e < reports; e++) {
      graph.event("E" + e, 20_000 + random.nextInt(40), random.nextBoolean());
      for (int c = random.nextInt(3); c > 0; c--) {
        graph.mention(Part.CHILD, "C" + random.nextInt(12));
      }
      graph.mention(Part.PLACE, "P" + e);
    }
    return graph.freeze();
  }

  /** The share of all ways to deal so many reports in which as many count. */
  private static double exact(EventGraph graph, Tally tally, int degree, int count) {
    int reports = graph.size();
    long all = 0;
    long asMany = 0;
    int[] dealt = new int[degree];
    for (int set = 0; set < 1 << reports; set++) {
      if (Integer.bitCount(set) == degree) {
        int next = 0;
        for (int e = 0; e < reports; e++) {
          if ((set & 1 << e) != 0) {
            dealt[next++] = e;
          }
        }
        all++;
        asMany += tally.count(dealt, 0, degree) >= count ? 1 : 0;
      }
    }
    return (double) asMany / all;
  }

  @ParameterizedTest
  @EnumSource(names = {"PLACE_OF_CHILDREN", "MISSING_AT_PLACE", "CLUSTER_AT_PLACE"})
  void neverLessThanTheChance_whateverIsDealt(Pattern pattern) {
    Random random = new Random(11);
    for (int round = 0; round < 40; round++) {
      EventGraph graph = small(random, 12);
      Children children = Children.of(graph);
      Tally tally = new Tally(graph, children, KnownGroups.of(graph, List.of()), pattern, DAYS);
      Tail tail = new Tail(graph, graph.side(Part.PLACE), children, pattern, DAYS);
      for (int degree = 2; degree <= 6; degree++) {
        for (int count = 1; count <= degree + 1; count++) {
          assertThat(tail.atMost(degree, count))
              .isGreaterThanOrEqualTo(exact(graph, tally, degree, count) - 1e-12);
        }
      }
    }
  }

  @Test
  void whereOneReportAloneCanComeFirst_isTheChanceItself() {
    EventGraph.Builder builder = EventGraph.builder();
    for (int e = 0; e < 14; e++) {
      builder.event("E" + e, 20_000 + 3 * e, e % 3 != 0).mention(Part.PLACE, "P" + e);
    }
    EventGraph graph = builder.freeze();
    Children children = Children.of(graph);
    Tally tally =
        new Tally(
            graph, children, KnownGroups.of(graph, List.of()), Pattern.MISSING_AT_PLACE, DAYS);
    Tail tail = new Tail(graph, graph.side(Part.PLACE), children, Pattern.MISSING_AT_PLACE, DAYS);
    double exact = exact(graph, tally, 3, 3);
    assertThat(exact).isBetween(0.001, 0.1);
    assertThat(tail.atMost(3, 3)).isCloseTo(exact, Offset.offset(1e-12));
  }

  @Test
  void farOut_isBelowWhatAMillionDrawsCanShow_andWhereDrawsSeeItCloseToThem() {
    EventGraph graph = county(200).freeze();
    Children children = Children.of(graph);
    Tail tail = new Tail(graph, graph.side(Part.PLACE), children, Pattern.PLACE_OF_CHILDREN, 182);
    assertThat(tail.atMost(8, 8)).isBetween(1e-14, 1e-8);
    Tally tally =
        new Tally(
            graph, children, KnownGroups.of(graph, List.of()), Pattern.PLACE_OF_CHILDREN, 182);
    Random random = new Random(3);
    int seen = 0;
    int draws = 400_000;
    for (int draw = 0; draw < draws; draw++) {
      int[] dealt = random.ints(8, 0, graph.size()).toArray();
      seen += tally.count(dealt, 0, 8) >= 3 ? 1 : 0;
    }
    double chance = (double) seen / draws;
    assertThat(tail.atMost(8, 3)).isBetween(chance * 0.95, chance * 1.6);
  }

  /** Places with four reports each over three years; one report in six is about a child. */
  private static EventGraph.Builder county(int places) {
    Random random = new Random(7);
    EventGraph.Builder graph = EventGraph.builder();
    for (int i = 0; i < places * 4; i++) {
      graph.event("R" + i, 20_000 + random.nextInt(1_095), false);
      if (random.nextInt(6) == 0) {
        graph.mention(Part.CHILD, "C" + random.nextInt(places));
      }
      graph.mention(Part.PLACE, "P" + i % places);
    }
    return graph;
  }

  @Test
  void oneHouseAmongSeventyThousandPlaces_isFound_whereDrawsAloneWouldLoseIt() {
    EventGraph.Builder graph = county(70_000);
    for (int i = 0; i < 8; i++) {
      graph.event("house" + i, 20_400 + i * 20, false);
      graph.mention(Part.CHILD, "house child " + i).mention(Part.PLACE, "house");
    }
    List<Found> found =
        new Finder(
                new Finder.Settings(
                    7,
                    0.05,
                    Set.of(),
                    4,
                    150,
                    Map.of(Pattern.PLACE_OF_CHILDREN, new Finder.Worth(3, 182))))
            .find(graph.freeze(), List.of());
    assertThat(found).hasSize(1);
    Found house = found.getFirst();
    assertThat(house.entity()).isEqualTo("house");
    assertThat((house.asMany() + 1.0) / (house.shuffled() + 1.0) * 70_000).isGreaterThan(0.05);
    assertThat(house.falseShare()).isLessThan(0.01);
  }
}
