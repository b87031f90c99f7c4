package org.heed.linkage.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Looks for patterns that chance does not make. Chance is the same reports with the mentions of one
 * part shuffled among them, so that every place keeps the number of its reports, and every report
 * the number of its places and its children. A place in many reports is then expected to have many
 * children, which is how a station does not drown a house. What shuffling does to one place is to
 * deal it as many reports as it has out of all that speak of places; so that is what is drawn, once
 * for all places in as many reports. Of what is told, the expected share of wrong ones is held
 * (Benjamini and Hochberg 1995). Among many thousand that are looked at even a million draws see
 * too little of the tail: there what the chance is at most is reckoned ({@link Tail}).
 */
public final class Finder {
  private static final long LEAST_DRAWS = 20_000;
  private static final long MOST_DRAWS = 1_000_000;
  private static final long MOST_DEALT = 60_000_000;

  /** Draws for each entity looked at: few enough that one in so many can be told from none. */
  private static final long DRAWS_EACH = 200;

  /** Where fewer draws than so many count as many, how likely that is at most is reckoned. */
  private static final long SEEN = 10;

  private final Settings settings;

  /**
   * How to look.
   *
   * @param seed of the shuffles
   * @param falseShare the share of wrong ones that is borne among those told
   * @param hubs entities that are left out: stations, hospitals, schools, as somebody said
   * @param fewest entities in fewer reports are left out: nothing there is rare, and looking would
   *     but raise the bar for all others
   * @param most entities in more reports are left out as well
   * @param worth from when each pattern is worth telling; what is not in it is not looked for
   */
  public record Settings(
      long seed,
      double falseShare,
      Set<String> hubs,
      int fewest,
      int most,
      Map<Pattern, Worth> worth) {
    public Settings {
      hubs = Set.copyOf(hubs);
      worth = Map.copyOf(worth);
      if (falseShare <= 0 || falseShare >= 1) {
        throw new IllegalArgumentException("a share of wrong ones lies between 0 and 1");
      }
    }
  }

  /** So many at least, within so many days. */
  public record Worth(int least, int days) {}

  /** By these settings. */
  public Finder(Settings settings) {
    this.settings = settings;
  }

  /**
   * All patterns, those of each from the rarest; equal graphs and settings have equal answers.
   *
   * @param groups of suspects that somebody said are groups
   */
  public List<Found> find(EventGraph graph, Collection<Set<String>> groups) {
    Children children = Children.of(graph);
    KnownGroups known = KnownGroups.of(graph, groups);
    List<Found> found = new ArrayList<>();
    for (Pattern pattern : Pattern.values()) {
      Worth worth = settings.worth().get(pattern);
      if (worth != null) {
        Tally tally = new Tally(graph, children, known, pattern, worth.days());
        Tail tail =
            pattern.isBridge()
                ? null
                : new Tail(graph, graph.side(pattern.part()), children, pattern, worth.days());
        found.addAll(find(graph, known, tally, tail, pattern, worth.least()));
      }
    }
    return found;
  }

  private List<Found> find(
      EventGraph graph,
      KnownGroups known,
      Tally tally,
      @Nullable Tail tail,
      Pattern pattern,
      int least) {
    EventGraph.Side side = graph.side(pattern.part());
    int[] starts = EventGraph.Side.starts(side.degree);
    int[] events = side.grouped(side.event);
    int fewest = pattern.isBridge() ? least : settings.fewest();
    Map<Dealt, List<Found>> dealt = new HashMap<>();
    long hypotheses = 0;
    for (int e = 0; e < side.size(); e++) {
      int degree = side.degree[e];
      if (degree < fewest || degree > settings.most() || settings.hubs().contains(side.id(e))) {
        continue;
      }
      int home = pattern == Pattern.BRIDGE_BY_SUSPECT ? known.ofSuspect(e) : KnownGroups.NONE;
      tally.startFrom(home);
      int count = tally.count(events, starts[e], starts[e + 1]);
      if (pattern.isBridge() && count == 0) {
        continue;
      }
      hypotheses++;
      if (count >= least) {
        List<String> evidence = tally.evidence(events, starts[e], starts[e + 1]);
        dealt
            .computeIfAbsent(new Dealt(degree, home), _ -> new ArrayList<>())
            .add(new Found(pattern, side.id(e), count, degree, 0, 0, 1, 1, evidence));
      }
    }
    List<Found> candidates = new ArrayList<>();
    for (Map.Entry<Dealt, List<Found>> one : dealt.entrySet()) {
      tally.startFrom(one.getKey().home());
      long[] chance = chance(side, tally, pattern, one.getKey().reports(), hypotheses);
      if (pattern.isBridge()) {
        chance[0] = 0;
      }
      Map<Integer, Double> reckoned = new HashMap<>();
      for (Found found : one.getValue()) {
        Found weighed = weighed(found, chance, 1);
        candidates.add(
            tail == null || weighed.asMany() >= SEEN
                ? weighed
                : weighed(
                    found,
                    chance,
                    reckoned.computeIfAbsent(
                        found.count(), count -> tail.atMost(found.degree(), count))));
      }
    }
    return told(candidates, hypotheses);
  }

  /** So many reports, dealt to somebody of a known group or of none. */
  private record Dealt(int reports, int home) {}

  /** How often each count comes of so many reports dealt by chance. */
  private long[] chance(
      EventGraph.Side side, Tally tally, Pattern pattern, int degree, long hypotheses) {
    long draws =
        Math.min(Math.clamp(hypotheses * DRAWS_EACH, LEAST_DRAWS, MOST_DRAWS), MOST_DEALT / degree);
    SplittableRandom random =
        new SplittableRandom(settings.seed() * 31 + pattern.code().hashCode() * 7L + degree);
    long[] counts = new long[degree + 2];
    int[] slots = side.event.clone();
    for (long draw = 0; draw < draws; draw++) {
      // The first cards of a pack that is shuffled as far as they go are those of a whole shuffle.
      for (int i = 0; i < degree; i++) {
        int j = i + random.nextInt(slots.length - i);
        int kept = slots[i];
        slots[i] = slots[j];
        slots[j] = kept;
      }
      int count = tally.count(slots, 0, degree);
      if (count >= counts.length) {
        counts = Arrays.copyOf(counts, count + 8);
      }
      counts[count]++;
    }
    return counts;
  }

  private static Found weighed(Found found, long[] chance, double atMost) {
    long asMany = 0;
    long all = 0;
    for (int count = 0; count < chance.length; count++) {
      all += chance[count];
      asMany += count >= found.count() ? chance[count] : 0;
    }
    return new Found(
        found.pattern(),
        found.entity(),
        found.count(),
        found.degree(),
        asMany,
        all,
        atMost,
        1,
        found.events());
  }

  private List<Found> told(List<Found> candidates, long hypotheses) {
    candidates.sort(
        Comparator.comparingDouble(Found::chance)
            .thenComparing(Comparator.comparingInt(Found::count).reversed())
            .thenComparing(Found::entity));
    List<Found> told = new ArrayList<>();
    double least = 1;
    for (int rank = candidates.size(); rank >= 1; rank--) {
      Found one = candidates.get(rank - 1);
      least = Math.min(least, one.chance() * hypotheses / rank);
      if (least <= settings.falseShare()) {
        told.addFirst(
            new Found(
                one.pattern(),
                one.entity(),
                one.count(),
                one.degree(),
                one.asMany(),
                one.shuffled(),
                one.atMost(),
                least,
                Objects.requireNonNull(one.events())));
      }
    }
    return told;
  }
}
