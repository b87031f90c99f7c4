package org.heed.server.tellus;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heed.kernel.AllowedCall;

/**
 * Slows whoever comes too fast, and refuses nobody for where they come from: a child on a school's
 * address gets through while a program on the same address floods. Each lane has its own pace, by
 * the generic cell rate algorithm (ITU-T I.371): so many at once, then one in a while; who is
 * faster waits, at most so long. Whoever has no wait needs no place. Each lane has its own waiting
 * room, so that a flood closes the form for nobody elsewhere; in its own lane, those who have typed
 * for a while have places of their own, a few for each browser.
 */
public final class Pace {
  private static final int MOST_LANES = 20_000;

  /** Pressed again before the first was answered. */
  private static final int MOST_OF_ONE = 3;

  private final long each;
  private final long atOnce;
  private final long longest;
  private final int room;
  private final int typedRoom;
  private final Map<String, Long> lanes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_LANES;
        }
      };

  /** Only lanes where somebody waits. */
  private final Map<String, Room> rooms = new HashMap<>();

  /**
   * A pace.
   *
   * @param each how long one takes of a lane's time
   * @param burst how many may come at once
   * @param longest the longest that anybody waits
   * @param room how many may wait in a lane at a time, of those who have not typed for a while
   * @param typedRoom in how many browsers, of those who have
   */
  public Pace(Duration each, int burst, Duration longest, int room, int typedRoom) {
    this.each = each.toNanos();
    this.atOnce = each.toNanos() * burst;
    this.longest = longest.toNanos();
    this.room = room;
    this.typedRoom = typedRoom;
  }

  /** How long one that comes on a lane now has to wait, in nanoseconds. */
  synchronized long wait(String lane, long now) {
    long free = Math.max(lanes.getOrDefault(lane, now), now);
    long wait = Math.min(Math.max(0, free + each - now - atOnce), longest);
    // Whoever waited the longest goes on, so that the lane never owes more than that.
    lanes.put(lane, Math.min(free + each, now + atOnce + longest));
    return wait;
  }

  /**
   * Waits as long as whoever comes on a lane now has to; false where no more can wait there.
   *
   * @param typed the browser in which somebody has typed for a while; empty for any other
   */
  public boolean pass(String lane, String typed) {
    long wait = wait(lane, System.nanoTime());
    if (wait == 0) {
      return true;
    }
    if (!enter(lane, typed)) {
      return false;
    }
    try {
      pause(wait);
      return true;
    } finally {
      leave(lane, typed);
    }
  }

  @AllowedCall("slows whoever is too fast; nothing is waited for")
  private static void pause(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes a place in a lane's waiting room; false where it is full. */
  synchronized boolean enter(String lane, String typed) {
    return rooms
        .computeIfAbsent(lane, _ -> new Room())
        .enter(typed, typed.isEmpty() ? room : typedRoom);
  }

  /** Gives the place back. */
  synchronized void leave(String lane, String typed) {
    rooms.computeIfPresent(lane, (_, waiting) -> waiting.leave(typed) ? null : waiting);
  }

  /** Who waits in one lane. */
  private static final class Room {
    private final Map<String, Integer> typing = new HashMap<>();
    private int others;

    boolean enter(String typed, int most) {
      if (typed.isEmpty()) {
        if (others >= most) {
          return false;
        }
        others++;
        return true;
      }
      int of = typing.getOrDefault(typed, 0);
      if (of >= MOST_OF_ONE || (of == 0 && typing.size() >= most)) {
        return false;
      }
      typing.put(typed, of + 1);
      return true;
    }

    /** Whether nobody waits any more. */
    boolean leave(String typed) {
      if (typed.isEmpty()) {
        others--;
      } else {
        typing.computeIfPresent(typed, (_, of) -> of == 1 ? null : of - 1);
      }
      return others == 0 && typing.isEmpty();
    }
  }
}
