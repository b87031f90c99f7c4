package org.heed.linkage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Clusters of records by the evidence of whole clusters: the two groups with the strongest evidence
 * for each other are joined first, and what speaks for the new group is reckoned afresh, until no
 * two groups reach the threshold. Records that no strong pair connects are never looked at
 * together. Equal records go together wherever one of them goes; by themselves they are one where
 * their own weight says so.
 */
final class Clusters {
  private static final int PART = 1 << 13;

  private final Scorer scorer;
  private final Copies copies;
  private final double join;
  private final double leave;
  private final boolean[] oneEach;

  /**
   * Clusters by the settings' weights.
   *
   * @param oneEach for each of two files, whether no two of its records may come together
   */
  Clusters(Scorer scorer, Copies copies, Settings settings, boolean[] oneEach) {
    this.scorer = scorer;
    this.copies = copies;
    this.join = settings.join();
    this.leave = settings.leave();
    this.oneEach = oneEach;
  }

  /**
   * The first record of each record's cluster.
   *
   * @param pairs of representatives, one with itself where it stands for several
   */
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
    followTheHeard(cluster);
    return cluster;
  }

  /** Of very many equal records the further ones go where the first ones went. */
  private void followTheHeard(int[] cluster) {
    for (int first : copies.representatives()) {
      if (copies.count(first) > Copies.HEARD && copies.isOneOfEach(first, oneEach)) {
        int[] all = copies.members(first, Integer.MAX_VALUE);
        if (cluster[all[1]] != all[1]) {
          for (int i = Copies.HEARD; i < all.length; i++) {
            cluster[all[i]] = cluster[first];
          }
        }
      }
    }
  }

  /** Clusters one component, whose pairs stand side by side. */
  private void one(JaroWinkler jaro, Pairs pairs, int[] sorted, int from, int to, int[] cluster) {
    int pair = to > from ? sorted[from] : 0;
    if (to - from == 1 && copies.count(pairs.a(pair)) + copies.count(pairs.b(pair)) == 2) {
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

    Group(int[] equals) {
      members = equals;
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
    private final Map<Integer, List<Group>> groups = new LinkedHashMap<>();

    /** Representatives whose records are one person by their own weight. */
    private final Set<Integer> ones = new HashSet<>();

    /** Those whose records may not come together, since each is somebody else in its file. */
    private final Set<Integer> apart = new HashSet<>();

    Component(JaroWinkler jaro) {
      this.jaro = jaro;
    }

    void run(Pairs pairs, int[] sorted, int from, int to, int[] cluster) {
      for (int i = from; i < to; i++) {
        int pair = sorted[i];
        if (pairs.a(pair) == pairs.b(pair) && pairs.weight(pair) >= join) {
          ones.add(pairs.a(pair));
        }
        List<Group> some = groups.computeIfAbsent(pairs.a(pair), this::groups);
        List<Group> others = groups.computeIfAbsent(pairs.b(pair), this::groups);
        for (Group a : some) {
          for (Group b : others) {
            boolean isNew = pairs.a(pair) != pairs.b(pair) || a.first() < b.first();
            if (isNew && mayJoin(a, b)) {
              meet(a, b);
            }
          }
        }
      }
      while (!queue.isEmpty()) {
        Candidate best = queue.poll();
        if (!best.isStale() && mayJoin(best.a, best.b)) {
          join(best.a, best.b);
        }
      }
      for (List<Group> some : groups.values()) {
        for (Group group : some) {
          if (!group.gone) {
            settle(group, cluster);
          }
        }
      }
    }

    /** All equal records at once, but for those that may not come together. */
    private List<Group> groups(int representative) {
      int[] members = copies.members(representative, Copies.HEARD);
      if (copies.isOneOfEach(representative, oneEach)) {
        return List.of(new Group(members));
      }
      apart.add(representative);
      return IntStream.of(members).mapToObj(one -> new Group(new int[] {one})).toList();
    }

    private void meet(Group a, Group b) {
      Evidence evidence = Evidence.between(scorer, jaro, a.members, b.members);
      a.near.put(b, evidence);
      b.near.put(a, evidence);
      offer(a, b, evidence);
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

    /** Names a group after its first record; those that the others speak against leave. */
    private void settle(Group group, int[] cluster) {
      int[] members = group.members;
      while (members.length > 2) {
        int weakest = weakest(members);
        if (weakest < 0) {
          break;
        }
        name(equals(members, weakest, true), cluster);
        members = equals(members, weakest, false);
      }
      name(members, cluster);
    }

    private void name(int[] members, int[] cluster) {
      boolean isOneKind = Arrays.stream(members).allMatch(one -> kind(one) == kind(members[0]));
      if (!isOneKind || ones.contains(members[0])) {
        for (int record : members) {
          cluster[record] = members[0];
        }
      }
    }

    /** What equal records that go together have in common. */
    private int kind(int record) {
      int first = copies.first(record);
      return apart.contains(first) ? record : first;
    }

    /** The kind of the record with the least evidence for the others, below the breaking weight. */
    private int weakest(int[] members) {
      int weakest = -1;
      float least = (float) leave;
      for (int record : members) {
        int[] others = kind(record) == record ? equals(members, record, false) : new int[0];
        if (others.length > 0) {
          float weight =
              Evidence.between(scorer, jaro, equals(members, record, true), others).weight(scorer);
          if (weight < least) {
            least = weight;
            weakest = record;
          }
        }
      }
      return weakest;
    }

    /** The members of this kind, or the others. */
    private int[] equals(int[] members, int kind, boolean areOf) {
      return Arrays.stream(members).filter(one -> kind(one) == kind == areOf).toArray();
    }
  }
}
