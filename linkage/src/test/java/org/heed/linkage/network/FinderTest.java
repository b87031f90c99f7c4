package org.heed.linkage.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted is found, what chance makes is not, and a station does not drown a house. */
class FinderTest {
  private static final int REPORTS = 3_000;

  private static Finder.Settings settings(Set<String> hubs) {
    return new Finder.Settings(7, 0.05, hubs, 4, 150, WORTH);
  }

  static final Map<Pattern, Finder.Worth> WORTH =
      Map.of(
          Pattern.PLACE_OF_CHILDREN, new Finder.Worth(3, 182),
          Pattern.SUSPECT_OF_CHILDREN, new Finder.Worth(2, 182),
          Pattern.MISSING_AT_PLACE, new Finder.Worth(3, 182),
          Pattern.PHONE_PASSED_AROUND, new Finder.Worth(3, 182),
          Pattern.CHILD_ADDS_UP, new Finder.Worth(4, 182),
          Pattern.CLUSTER_AT_PLACE, new Finder.Worth(3, 21),
          Pattern.BRIDGE_AT_PLACE, new Finder.Worth(2, 182),
          Pattern.BRIDGE_BY_PHONE, new Finder.Worth(2, 182),
          Pattern.BRIDGE_BY_SUSPECT, new Finder.Worth(2, 182));

  private static List<Found> find(EventGraph graph) {
    return new Finder(settings(Set.of())).find(graph, List.of());
  }

  /** One report in six is about a child; places, phones and suspects come as they come. */
  private static EventGraph.Builder chance(long seed) {
    Random random = new Random(seed);
    EventGraph.Builder graph = EventGraph.builder();
    for (int i = 0; i < REPORTS; i++) {
      boolean child = random.nextInt(6) == 0;
      graph.event("R" + i, 20_000 + random.nextInt(1_000), child && random.nextInt(3) == 0);
      if (child) {
        graph.mention(Part.CHILD, "C" + random.nextInt(300));
      }
      if (random.nextInt(2) == 0) {
        graph.mention(Part.PLACE, "P" + random.nextInt(300));
      }
      if (random.nextInt(12) == 0) {
        graph.mention(Part.PLACE, "station");
      }
      if (random.nextInt(4) == 0) {
        graph.mention(Part.PHONE, "T" + random.nextInt(250));
      }
      if (random.nextInt(3) == 0) {
        graph.mention(Part.SUSPECT, "S" + random.nextInt(400));
      }
    }
    return graph;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void chanceAlone_tellsOfHardlyAnything(long seed) {
    assertThat(find(chance(seed).freeze())).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void plantedPatterns_areFound_eachWithItsReports() {
    EventGraph.Builder graph = chance(1);
    for (int i = 0; i < 6; i++) {
      graph.event("house" + i, 20_100 + i * 20, false);
      graph.mention(Part.CHILD, "house child " + i).mention(Part.PLACE, "house");
      graph.event("phone" + i, 20_300 + i * 9, false);
      graph.mention(Part.CHILD, "phone child " + i).mention(Part.PHONE, "passed on");
      graph.event("suspect" + i, 20_500 + i * 30, false);
      graph.mention(Part.CHILD, "suspect child " + i).mention(Part.SUSPECT, "adult");
      graph.event("flat" + i, 20_700 + i * 7, true);
      graph.mention(Part.CHILD, "runs").mention(Part.PLACE, "flat");
    }
    for (int i = 0; i < 9; i++) {
      graph.event("adds" + i, 20_900 + i * 10, false).mention(Part.CHILD, "adds up");
    }
    List<Found> found = find(graph.freeze());
    assertThat(found)
        .extracting(one -> one.pattern() + " " + one.entity())
        .contains(
            "PLACE_OF_CHILDREN house",
            "PHONE_PASSED_AROUND passed on",
            "SUSPECT_OF_CHILDREN adult",
            "MISSING_AT_PLACE flat",
            "CHILD_ADDS_UP adds up")
        .doesNotContain("PLACE_OF_CHILDREN flat", "PLACE_OF_CHILDREN station");
    Found house =
        found.stream().filter(one -> one.entity().equals("house")).findFirst().orElseThrow();
    assertThat(house.count()).isEqualTo(6);
    assertThat(house.events())
        .containsExactly("house0", "house1", "house2", "house3", "house4", "house5");
    assertThat(house.falseShare()).isLessThan(0.05);
    assertThat(found).allMatch(one -> one.falseShare() <= 0.05 && one.shuffled() > 0);
    assertThat(found).hasSizeLessThanOrEqualTo(9);
  }

  @Test
  void childrenWhoAreAlwaysTogether_countOnceAtAPlace() {
    EventGraph.Builder graph = chance(2);
    for (int i = 0; i < 6; i++) {
      graph.event("home" + i, 20_100 + i * 20, false).mention(Part.PLACE, "home");
      for (int child = 0; child < 5; child++) {
        graph.mention(Part.CHILD, "sibling " + child);
      }
    }
    assertThat(find(graph.freeze()))
        .noneMatch(
            one -> one.pattern() == Pattern.PLACE_OF_CHILDREN && one.entity().equals("home"));
  }

  @Test
  void reportsThatCrowdAtAPlaceInThreeWeeks_areFound_andAsManyOverThreeYearsAreNot() {
    EventGraph.Builder graph = chance(4);
    for (int i = 0; i < 6; i++) {
      graph.event("crowd" + i, 20_400 + i * 3, false).mention(Part.PLACE, "arcade");
      graph.mention(Part.CHILD, "one child");
      graph.event("spread" + i, 20_010 + i * 160, false).mention(Part.PLACE, "library");
      graph.mention(Part.CHILD, "other child");
    }
    assertThat(find(graph.freeze()))
        .filteredOn(one -> one.pattern() == Pattern.CLUSTER_AT_PLACE)
        .extracting(Found::entity)
        .containsExactly("arcade");
  }

  /** Three groups of two, in some reports each; what they share is added by the test. */
  private static final List<Set<String>> GROUPS =
      List.of(Set.of("A1", "A2"), Set.of("B1", "B2"), Set.of("D1", "D2"), Set.of("B2", "B3"));

  private static EventGraph.Builder withGroups(long seed) {
    EventGraph.Builder graph = chance(seed);
    for (String suspect : List.of("A1", "A2", "B1", "B2", "B3", "D1", "D2")) {
      for (int i = 0; i < 4; i++) {
        graph.event(suspect + i, 20_100 + i * 40, false).mention(Part.SUSPECT, suspect);
        graph.mention(Part.PLACE, "P" + (seed * 31 + i * 7L + (long) suspect.charAt(0)) % 300);
      }
    }
    return graph;
  }

  private static List<Found> bridges(EventGraph.Builder graph) {
    return new Finder(settings(Set.of()))
        .find(graph.freeze(), GROUPS).stream().filter(one -> one.pattern().isBridge()).toList();
  }

  @Test
  void whatConnectsTwoKnownGroups_isFound_byPlacePhoneAndSuspect() {
    EventGraph.Builder graph = withGroups(1);
    graph.event("yard A", 20_200, false).mention(Part.SUSPECT, "A1").mention(Part.PLACE, "yard");
    graph.event("yard B", 20_230, false).mention(Part.SUSPECT, "B1").mention(Part.PLACE, "yard");
    graph.event("car A", 20_300, false).mention(Part.SUSPECT, "A2").mention(Part.PHONE, "handset");
    graph.event("car B", 20_310, false).mention(Part.SUSPECT, "B3").mention(Part.PHONE, "handset");
    for (int i = 0; i < 3; i++) {
      graph.event("driver A" + i, 20_330 + i, false).mention(Part.SUSPECT, "A2");
      graph.mention(Part.SUSPECT, "driver");
      graph.event("driver D" + i, 20_350 + i, false).mention(Part.SUSPECT, "D1");
      graph.mention(Part.SUSPECT, "driver");
      graph.event("meets" + i, 20_400 + i, false).mention(Part.SUSPECT, "B2");
      graph.mention(Part.SUSPECT, "D2");
    }
    List<Found> found = bridges(graph);
    assertThat(found)
        .extracting(one -> one.pattern() + " " + one.entity())
        .contains(
            "BRIDGE_AT_PLACE yard",
            "BRIDGE_BY_PHONE handset",
            "BRIDGE_BY_SUSPECT driver",
            "BRIDGE_BY_SUSPECT B2",
            "BRIDGE_BY_SUSPECT D2")
        .hasSizeLessThanOrEqualTo(7);
    Found yard =
        found.stream().filter(one -> one.entity().equals("yard")).findFirst().orElseThrow();
    assertThat(yard.count()).isEqualTo(2);
    assertThat(yard.events()).containsExactly("yard A", "yard B");
    assertThat(found).allMatch(one -> one.falseShare() <= 0.05);
  }

  @Test
  void oneGroupAtManyPlaces_isNoBridge_norAreGroupsThatShareAMember() {
    EventGraph.Builder graph = withGroups(2);
    for (String suspect : List.of("B1", "B2", "B3")) {
      graph.event("den " + suspect, 20_200, false).mention(Part.SUSPECT, suspect);
      graph.mention(Part.PLACE, "den");
    }
    assertThat(bridges(graph)).noneMatch(one -> one.entity().equals("den"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void groupsByChance_areHardlyConnected(long seed) {
    assertThat(bridges(withGroups(seed))).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void declaredHub_isLeftOut() {
    EventGraph.Builder graph = chance(1);
    for (int i = 0; i < 6; i++) {
      graph.event("school" + i, 20_100 + i * 20, false);
      graph.mention(Part.CHILD, "pupil " + i).mention(Part.PLACE, "school");
    }
    EventGraph frozen = graph.freeze();
    assertThat(find(frozen)).anyMatch(one -> one.entity().equals("school"));
    assertThat(new Finder(settings(Set.of("school"))).find(frozen, List.of()))
        .noneMatch(one -> one.entity().equals("school"));
  }

  @Test
  void sameGraph_hasTheSameAnswer_andEachFindingIsTheLargestItCanBe() {
    EventGraph graph = chance(3).freeze();
    assertThat(find(graph)).isEqualTo(find(graph));
    for (Found one : find(graph)) {
      assertThat(one.count())
          .isGreaterThanOrEqualTo(Objects.requireNonNull(WORTH.get(one.pattern())).least());
      assertThat(new HashSet<>(one.events())).hasSameSizeAs(one.events());
    }
  }

  @Test
  void twin_countsAsTheFinderDoes() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      EventGraph.Builder builder = EventGraph.builder();
      List<List<Integer>> childrenOf = new ArrayList<>();
      List<Boolean> atHouse = new ArrayList<>();
      int events = 1 + random.nextInt(8);
      for (int e = 0; e < events; e++) {
        builder.event("E" + e, 20_000 + random.nextInt(50), false);
        List<Integer> children = new ArrayList<>();
        for (int c = random.nextInt(3); c > 0; c--) {
          int child = random.nextInt(6);
          children.add(child);
          builder.mention(Part.CHILD, "C" + child);
        }
        childrenOf.add(children);
        boolean house = random.nextBoolean();
        atHouse.add(house);
        if (house) {
          builder.mention(Part.PLACE, "house");
        }
      }
      EventGraph graph = builder.freeze();
      EventGraph.Side side = graph.side(Part.PLACE);
      int[] all = side.grouped(side.event);
      int counted =
          new Tally(
                  graph,
                  Children.of(graph),
                  KnownGroups.of(graph, List.of()),
                  Pattern.PLACE_OF_CHILDREN,
                  182)
              .count(all, 0, all.length);
      assertThat(counted).isEqualTo(groups(childrenOf, atHouse));
    }
  }

  /** By joining sets until nothing joins. */
  private static int groups(List<List<Integer>> childrenOf, List<Boolean> atHouse) {
    List<Set<Integer>> groups = new ArrayList<>();
    childrenOf.forEach(children -> {
      if (!children.isEmpty()) {
        groups.add(new HashSet<>(children));
      }
    });
    boolean joined = true;
    while (joined) {
      joined = false;
      for (int i = 0; i < groups.size() && !joined; i++) {
        for (int j = i + 1; j < groups.size() && !joined; j++) {
          Set<Integer> common = new HashSet<>(groups.get(i));
          common.retainAll(groups.get(j));
          if (!common.isEmpty()) {
            groups.get(i).addAll(groups.remove(j));
            joined = true;
          }
        }
      }
    }
    Set<Integer> there = new HashSet<>();
    for (int e = 0; e < childrenOf.size(); e++) {
      for (int child : atHouse.get(e) ? childrenOf.get(e) : List.<Integer>of()) {
        for (int g = 0; g < groups.size(); g++) {
          if (groups.get(g).contains(child)) {
            there.add(g);
          }
        }
      }
    }
    return there.size();
  }
}
