package org.heed.linkage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Clusters of records by the evidence of whole clusters: the two groups with the strongest evidence
 * for each other are joined first, and what speaks for the new group is reckoned afresh, until no
 * two groups reach the threshold. Records that no strong pair connects are never looked at
 * together.
 */
final class Clusters {
  private static final int PART = 1 << 13;

  private final Scorer scorer;
  private final double join;
  private final double leave;
  private final boolean[] oneEach;

  /**
   * Clusters by the settings' weights.
   *
   * @param oneEach for each of two files, whether no two of its records may come together
   */
  Clusters(Scorer scorer, Settings settings, boolean[] oneEach) {
    this.scorer = scorer;
    this.join = settings.join();
    this.leave = settings.leave();
    this.oneEach = oneEach;
  }

  /** The first record of each record's cluster. */
  int[] of(int records, Pairs pairs) {
    int[] component = components(records, pairs);
    int[] starts = new int[records + 1];
    for (int pair = 0; pair < pairs.size(); pair++) {
      starts[component[pairs.a(pair)] + 1]++;
    }
    for (int i = 0; i < records; i++) {
      starts[i + 1] += starts[i];
    }
    int[] places = starts.clone();
    int[] sorted = new int[pairs.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      sorted[places[component[pairs.a(pair)]]++] = pair;
    }
    int[] cluster = new int[records];
    Arrays.setAll(cluster, i -> i);
    int parts = Math.clamp(records / PART, 1, 1 << 12);
    Workers.each(
        parts,
        part -> {
          JaroWinkler jaro = new JaroWinkler();
          long from = (long) records * part / parts;
          long to = (long) records * (part + 1) / parts;
          for (int i = (int) from; i < to; i++) {
            one(jaro, pairs, sorted, starts[i], starts[i + 1], cluster);
          }
        });
    return cluster;
  }

  /** Clusters one component, whose pairs stand side by side. */
  private void one(JaroWinkler jaro, Pairs pairs, int[] sorted, int from, int to, int[] cluster) {
    if (to - from == 1) {
      int pair = sorted[from];
      if (pairs.weight(pair) >= join) {
        cluster[pairs.b(pair)] = pairs.a(pair);
      }
    } else if (to > from) {
      new Component(jaro).run(pairs, sorted, from, to, cluster);
    }
  }

  private static int[] components(int records, Pairs pairs) {
    int[] parent = new int[records];
    Arrays.setAll(parent, i -> i);
    for (int pair = 0; pair < pairs.size(); pair++) {
      int a = root(parent, pairs.a(pair));
      int b = root(parent, pairs.b(pair));
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    for (int i = 0; i < records; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  private static int root(int[] parent, int record) {
    int at = record;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static final class Group {
    int[] members;
    boolean gone;
    final Map<Group, Evidence> near = new LinkedHashMap<>();

    Group(int record) {
      members = new int[] {record};
    }

    int first() {
      return members[0];
    }
  }

  private record Candidate(float weight, Group a, Group b, int sizeA, int sizeB)
      implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byWeight = Float.compare(other.weight, weight);
      if (byWeight != 0) {
        return byWeight;
      }
      int byFirst =
          Integer.compare(
              Math.min(a.first(), b.first()), Math.min(other.a.first(), other.b.first()));
      return byFirst != 0
          ? byFirst
          : Integer.compare(
              Math.max(a.first(), b.first()), Math.max(other.a.first(), other.b.first()));
    }

    boolean isStale() {
      return a.gone || b.gone || a.members.length != sizeA || b.members.length != sizeB;
    }
  }

  private final class Component {
    private final JaroWinkler jaro;
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>();
    private final Map<Integer, Group> groups = new LinkedHashMap<>();

    Component(JaroWinkler jaro) {
      this.jaro = jaro;
    }

    void run(Pairs pairs, int[] sorted, int from, int to, int[] cluster) {
      for (int i = from; i < to; i++) {
        int pair = sorted[i];
        Group a = groups.computeIfAbsent(pairs.a(pair), Group::new);
        Group b = groups.computeIfAbsent(pairs.b(pair), Group::new);
        Evidence evidence = Evidence.between(scorer, jaro, a.members, b.members);
        a.near.put(b, evidence);
        b.near.put(a, evidence);
        offer(a, b, evidence);
      }
      while (!queue.isEmpty()) {
        Candidate best = queue.poll();
        if (!best.isStale() && mayJoin(best.a, best.b)) {
          join(best.a, best.b);
        }
      }
      for (Group group : groups.values()) {
        if (!group.gone) {
          settle(group, cluster);
        }
      }
    }

    private void offer(Group a, Group b, Evidence evidence) {
      float weight = evidence.weight(scorer);
      if (weight >= join) {
        queue.add(new Candidate(weight, a, b, a.members.length, b.members.length));
      }
    }

    private boolean mayJoin(Group a, Group b) {
      if (!oneEach[0] && !oneEach[1]) {
        return true;
      }
      int firsts = scorer.table().records().firsts();
      int ofFirst = 0;
      for (int record : a.members) {
        ofFirst += record < firsts ? 1 : 0;
      }
      for (int record : b.members) {
        ofFirst += record < firsts ? 1 : 0;
      }
      int ofSecond = a.members.length + b.members.length - ofFirst;
      return !(oneEach[0] && ofFirst > 1) && !(oneEach[1] && ofSecond > 1);
    }

    private void join(Group a, Group b) {
      Group kept = a.members.length >= b.members.length ? a : b;
      Group lost = kept == a ? b : a;
      kept.near.remove(lost);
      lost.near.remove(kept);
      for (Map.Entry<Group, Evidence> entry : kept.near.entrySet()) {
        Group third = entry.getKey();
        Evidence more = lost.near.remove(third);
        entry
            .getValue()
            .add(more != null ? more : Evidence.between(scorer, jaro, lost.members, third.members));
        third.near.remove(lost);
      }
      for (Map.Entry<Group, Evidence> entry : lost.near.entrySet()) {
        Group third = entry.getKey();
        Evidence evidence = entry.getValue();
        evidence.add(Evidence.between(scorer, jaro, kept.members, third.members));
        third.near.remove(lost);
        third.near.put(kept, evidence);
        kept.near.put(third, evidence);
      }
      int[] members = new int[kept.members.length + lost.members.length];
      System.arraycopy(kept.members, 0, members, 0, kept.members.length);
      System.arraycopy(lost.members, 0, members, kept.members.length, lost.members.length);
      Arrays.sort(members);
      kept.members = members;
      lost.gone = true;
      kept.near.forEach((third, evidence) -> offer(kept, third, evidence));
    }

    /** Names a group after its first record; one that the others speak against leaves. */
    private void settle(Group group, int[] cluster) {
      int[] members = group.members;
      while (members.length > 2) {
        int weakest = weakest(members);
        if (weakest < 0) {
          break;
        }
        members = without(members, weakest);
      }
      for (int record : members) {
        cluster[record] = members[0];
      }
    }

    /**
     * The place of the record with the least evidence for the others, below the breaking weight.
     */
    private int weakest(int[] members) {
      int weakest = -1;
      float least = (float) leave;
      for (int i = 0; i < members.length; i++) {
        float weight =
            Evidence.between(scorer, jaro, new int[] {members[i]}, without(members, i))
                .weight(scorer);
        if (weight < least) {
          least = weight;
          weakest = i;
        }
      }
      return weakest;
    }

    private static int[] without(int[] members, int place) {
      int[] rest = new int[members.length - 1];
      System.arraycopy(members, 0, rest, 0, place);
      System.arraycopy(members, place + 1, rest, place, rest.length - place);
      return rest;
    }
  }
}
