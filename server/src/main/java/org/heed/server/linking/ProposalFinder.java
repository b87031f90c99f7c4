package org.heed.server.linking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.heed.linkage.KnownRecords;
import org.heed.linkage.Weights;
import org.heed.server.linking.PeopleIndex.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the proposals what linking the whole record at once would propose: of every two people, and
 * of a mention that means nobody and a person, the weight of the likeliest pair of their records at
 * or above even odds. A record that came is looked through by itself; whoever lost one, or changed,
 * by all that is left of them, so that nothing stays proposed for words that are no longer there.
 * Mentions that mean nobody and are likely of one person are proposed together, as the group that
 * such pairs connect.
 *
 * <p>What keeps it whole: whatever changes the index says so here before the next {@link #some},
 * and both happen under the index's own lock.
 */
final class ProposalFinder {
  /** Even odds. */
  private static final double LEAST = 0;

  /** So that whoever asks meanwhile need not wait for long. */
  private static final int MOST_AT_ONCE = 500;

  /** So many mentions are proposed as one person at most: somebody has to look at each. */
  static final int MOST_ALIKE = 40;

  /**
   * Mentions of whom nobody is on record yet are proposed together from nine in ten on: a chain of
   * pairs at even odds would bring together whom no two reports do.
   */
  private static final double LIKELY = Weights.of(0.9);

  private final KnownRecords known;
  private final Function<String, @Nullable Entity> entities;
  private final Function<UUID, Collection<String>> records;
  private final Function<String, @Nullable UUID> reports;
  private final SequencedSet<String> came = new LinkedHashSet<>();
  private final SequencedSet<Entity> changed = new LinkedHashSet<>();

  /**
   * Looks through an index.
   *
   * @param entities whom a record is of; null where it is gone
   * @param records those of a person
   * @param reports the report whose words a record is; null where they are a person's own
   */
  ProposalFinder(
      KnownRecords known,
      Function<String, @Nullable Entity> entities,
      Function<UUID, Collection<String>> records,
      Function<String, @Nullable UUID> reports) {
    this.reports = reports;
    this.known = known;
    this.entities = entities;
    this.records = records;
  }

  /**
   * What was found.
   *
   * @param whole people, and mentions that mean nobody, of whom all proposals are in {@code exact}
   * @param exact proposals with their weight
   * @param further others, which may have been found with a greater weight before
   */
  record Found(
      Set<UUID> whole,
      Collection<IndexStore.Found> exact,
      Collection<IndexStore.Found> further,
      List<String> came,
      List<Entity> changed) {

    /** Mentions that mean nobody, or did so before, and of which there is news. */
    Set<UUID> mentions() {
      Set<UUID> mentions = new TreeSet<>();
      for (Entity entity : changed) {
        if (entity.mention() != null) {
          mentions.add(entity.mention());
        }
      }
      for (String record : came) {
        if (record.charAt(0) == 'm') {
          mentions.add(UUID.fromString(record.substring(1)));
        }
      }
      return mentions;
    }
  }

  /**
   * Mentions that mean nobody yet and are likely of one person, by pairs of the first and each of
   * the others.
   *
   * @param all whoever was looked at, with everybody whom that led to
   */
  record Groups(Set<UUID> all, List<IndexStore.Found> pairs) {}

  /**
   * Groups that mentions are in now: those that likely pairs connect. Whoever meant nobody and is
   * gone, or means somebody by now, is in none.
   */
  Groups groups(Set<UUID> mentions) {
    Set<UUID> all = new TreeSet<>(mentions);
    Set<UUID> seen = new HashSet<>();
    List<IndexStore.Found> pairs = new ArrayList<>();
    for (UUID mention : mentions) {
      if (isOpen(mention) && !seen.contains(mention)) {
        SortedMap<UUID, Double> group = group(mention);
        seen.addAll(group.keySet());
        all.addAll(group.keySet());
        List<UUID> members = group.keySet().stream().limit(MOST_ALIKE).toList();
        UUID first = members.getFirst();
        for (UUID other : members.subList(1, members.size())) {
          double weight = Objects.requireNonNull(group.get(other));
          pairs.add(
              new IndexStore.Found(
                  "mentions",
                  first,
                  other,
                  weight,
                  reports.apply("m" + first),
                  reports.apply("m" + other),
                  members.size()));
        }
      }
    }
    return new Groups(all, pairs);
  }

  /** Everybody whom likely pairs connect with a mention, each with the likeliest of theirs. */
  private SortedMap<UUID, Double> group(UUID start) {
    SortedMap<UUID, Double> group = new TreeMap<>();
    group.put(start, 0.0);
    List<UUID> next = new ArrayList<>(List.of(start));
    Set<List<@Nullable String>> asked = new HashSet<>();
    while (!next.isEmpty()) {
      UUID mention = next.removeLast();
      @Nullable String[] row = known.row("m" + mention);
      if (row == null || !asked.add(Arrays.asList(row))) {
        continue;
      }
      for (KnownRecords.Found found : known.pairs("m" + mention, LIKELY)) {
        UUID other = UUID.fromString(found.id().substring(1));
        if (found.id().charAt(0) == 'm' && isOpen(other)) {
          if (!group.containsKey(other)) {
            next.add(other);
          }
          group.merge(other, found.weight(), Math::max);
          group.merge(mention, found.weight(), Math::max);
        }
      }
    }
    return group;
  }

  private boolean isOpen(UUID mention) {
    Entity of = entities.apply("m" + mention);
    return of != null && of.person() == null;
  }

  /** A record came. */
  void came(String record) {
    came.add(record);
  }

  /** A record of somebody is no longer theirs, or says something else. */
  void changed(Entity entity) {
    changed.add(key(entity));
  }

  /** A person by all their records; a mention by itself where it means nobody. */
  private static Entity key(Entity entity) {
    return entity.person() == null ? entity : new Entity(null, entity.person());
  }

  void forgetAll() {
    came.clear();
    changed.clear();
  }

  void forgetCame() {
    came.clear();
  }

  boolean isDone() {
    return came.isEmpty() && changed.isEmpty();
  }

  /** Looks for some; they are to be kept, and then {@link #kept}. */
  Found some(long nanos) {
    long began = System.nanoTime();
    Map<List<UUID>, IndexStore.Found> exact = new LinkedHashMap<>();
    List<Entity> whole = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (Entity entity : changed) {
      if (whole.size() == MOST_AT_ONCE || System.nanoTime() - began > nanos) {
        break;
      }
      whole.add(entity);
      UUID person = entity.person();
      ids.add(person == null ? Objects.requireNonNull(entity.mention()) : person);
      for (String record :
          person == null ? List.of("m" + entity.mention()) : records.apply(person)) {
        // A mention that means somebody by now is looked through with them.
        if (entity.equals(entity(record))) {
          look(record, entity, exact);
        }
      }
    }
    Map<List<UUID>, IndexStore.Found> further = new LinkedHashMap<>();
    List<String> looked = new ArrayList<>();
    for (String record : came) {
      if (whole.size() + looked.size() >= MOST_AT_ONCE || System.nanoTime() - began > nanos) {
        break;
      }
      looked.add(record);
      Entity entity = entity(record);
      if (entity != null) {
        look(record, entity, further);
      }
    }
    further.keySet().removeAll(exact.keySet());
    return new Found(ids, exact.values(), further.values(), looked, whole);
  }

  private @Nullable Entity entity(String record) {
    Entity of = entities.apply(record);
    return of == null ? null : key(of);
  }

  private void look(String record, Entity of, Map<List<UUID>, IndexStore.Found> into) {
    for (KnownRecords.Found found : known.pairs(record, LEAST)) {
      Entity other = entity(found.id());
      IndexStore.Found pair =
          other == null
              ? null
              : pair(of, reports.apply(record), other, reports.apply(found.id()), found.weight());
      if (pair != null) {
        into.merge(
            List.of(pair.a(), pair.b()),
            pair,
            (before, now) -> now.isBefore(before) ? now : before);
      }
    }
  }

  /** They are kept. */
  void kept(Found found) {
    found.came().forEach(came::remove);
    found.changed().forEach(changed::remove);
  }

  /**
   * Two people, or a mention that means nobody and a person; null where there is nothing to say.
   */
  private static IndexStore.@Nullable Found pair(
      Entity one, @Nullable UUID byOne, Entity other, @Nullable UUID byOther, double weight) {
    UUID a = one.person();
    UUID b = other.person();
    if (a != null && b != null) {
      if (a.equals(b)) {
        return null;
      }
      return a.compareTo(b) < 0
          ? new IndexStore.Found("people", a, b, weight, byOne, byOther, 2)
          : new IndexStore.Found("people", b, a, weight, byOther, byOne, 2);
    }
    if (b != null) {
      return new IndexStore.Found(
          "mention", Objects.requireNonNull(one.mention()), b, weight, byOne, byOther, 2);
    }
    return a == null
        ? null
        : new IndexStore.Found(
            "mention", Objects.requireNonNull(other.mention()), a, weight, byOther, byOne, 2);
  }
}
