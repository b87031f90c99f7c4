package org.heed.linkage.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reports, and whom and what they speak of, frozen into flat arrays. An entity has one number in
 * each part it has: a child who is also a suspect is two entities, because a role belongs to a
 * report.
 */
public final class EventGraph {
  private final String[] events;
  private final int[] days;
  private final boolean[] missing;
  private final Map<Part, Side> sides = new EnumMap<>(Part.class);

  private EventGraph(Builder from) {
    this.events = from.events.toArray(String[]::new);
    this.days = from.days.stream().mapToInt(Integer::intValue).toArray();
    this.missing = new boolean[events.length];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = from.missing.get(i);
    }
    from.sides.forEach((part, side) -> sides.put(part, side.freeze()));
  }

  /** One part's entities and mentions, a mention being a pair of an event and an entity. */
  static final class Side {
    private final String[] ids;
    final int[] event;
    final int[] entity;
    final int[] degree;

    private Side(String[] ids, int[] event, int[] entity) {
      this.ids = ids;
      this.event = event;
      this.entity = entity;
      this.degree = new int[ids.length];
      for (int one : entity) {
        degree[one]++;
      }
    }

    int size() {
      return ids.length;
    }

    String id(int entity) {
      return ids[entity];
    }

    /** By entity, where its mentions begin in {@link #grouped}. */
    static int[] starts(int[] degree) {
      int[] starts = new int[degree.length + 1];
      for (int i = 0; i < degree.length; i++) {
        starts[i + 1] = starts[i] + degree[i];
      }
      return starts;
    }

    /** The events of each entity one after the other, for this order of events. */
    int[] grouped(int[] ofMentions) {
      int[] next = Arrays.copyOf(starts(degree), degree.length);
      int[] grouped = new int[entity.length];
      for (int m = 0; m < entity.length; m++) {
        grouped[next[entity[m]]++] = ofMentions[m];
      }
      return grouped;
    }
  }

  /** The number of reports. */
  public int size() {
    return events.length;
  }

  String event(int event) {
    return events[event];
  }

  int day(int event) {
    return days[event];
  }

  boolean isMissing(int event) {
    return missing[event];
  }

  Side side(Part part) {
    return Objects.requireNonNull(sides.get(part));
  }

  /** For one with nothing in it yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Takes reports in. */
  public static final class Builder {
    private final List<String> events = new ArrayList<>();
    private final List<Integer> days = new ArrayList<>();
    private final List<Boolean> missing = new ArrayList<>();
    private final Map<Part, SideBuilder> sides = new EnumMap<>(Part.class);

    private Builder() {
      for (Part part : Part.values()) {
        sides.put(part, new SideBuilder());
      }
    }

    private static final class SideBuilder {
      private final Map<String, Integer> numbers = new HashMap<>();
      private final List<String> ids = new ArrayList<>();
      private final List<int[]> mentions = new ArrayList<>();

      Side freeze() {
        int[] event = new int[mentions.size()];
        int[] entity = new int[mentions.size()];
        for (int m = 0; m < event.length; m++) {
          event[m] = mentions.get(m)[0];
          entity[m] = mentions.get(m)[1];
        }
        return new Side(ids.toArray(String[]::new), event, entity);
      }
    }

    /**
     * Adds a report; what it speaks of follows.
     *
     * @param day of what it tells, in days since 1970
     * @param wasMissing whether it tells of a missing episode
     */
    public Builder event(String id, int day, boolean wasMissing) {
      events.add(id);
      days.add(day);
      missing.add(wasMissing);
      return this;
    }

    /** Adds to the report added last that it speaks of somebody or something, once. */
    public Builder mention(Part part, String entity) {
      SideBuilder side = Objects.requireNonNull(sides.get(part));
      int number =
          side.numbers.computeIfAbsent(
              entity,
              _ -> {
                side.ids.add(entity);
                return side.ids.size() - 1;
              });
      int event = events.size() - 1;
      for (int m = side.mentions.size() - 1; m >= 0 && side.mentions.get(m)[0] == event; m--) {
        if (side.mentions.get(m)[1] == number) {
          return this;
        }
      }
      side.mentions.add(new int[] {event, number});
      return this;
    }

    /** Ready for looking. */
    public EventGraph freeze() {
      return new EventGraph(this);
    }
  }
}
