package org.heed.server.tellus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heed.kernel.AllowedCall;

/**
 * Slows whoever comes too fast, and refuses nobody for where they come from: a child on a school's
 * address gets through while a program on the same address floods. Each lane has its own pace, by
 * the generic cell rate algorithm (ITU-T I.371): so many at once, then one in a while; who is
 * faster waits, at most so long. Only where so many wait at the same time that Heed itself would
 * fail is somebody asked to press again, and those who have typed for a while wait in a room of
 * their own, which a program that does not type cannot fill.
 */
public final class Pace {
  private static final int MOST_LANES = 20_000;

  private final long each;
  private final long atOnce;
  private final long longest;
  private final int room;
  private final Map<String, Long> lanes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_LANES;
        }
      };
  private int waitingFast;
  private int waitingSlow;

  /**
   * A pace.
   *
   * @param each how long one takes of a lane's time
   * @param burst how many may come at once
   * @param longest the longest that anybody waits
   * @param room how many may wait at a time, of those who typed and of the others each
   */
  public Pace(Duration each, int burst, Duration longest, int room) {
    this.each = each.toNanos();
    this.atOnce = each.toNanos() * burst;
    this.longest = longest.toNanos();
    this.room = room;
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
   * Waits as long as whoever comes on a lane now has to; false where no more can wait.
   *
   * @param typed whether they have typed for a while
   */
  public boolean pass(String lane, boolean typed) {
    if (!enter(typed)) {
      return false;
    }
    try {
      pause(wait(lane, System.nanoTime()));
      return true;
    } finally {
      leave(typed);
    }
  }

  @AllowedCall("slows whoever is too fast; nothing is waited for")
  private static void pause(long nanos) {
    if (nanos > 0) {
      try {
        Thread.sleep(Duration.ofNanos(nanos));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Takes a place in a waiting room; false where it is full.
   *
   * @param typed whether they have typed for a while
   */
  synchronized boolean enter(boolean typed) {
    if ((typed ? waitingSlow : waitingFast) >= room) {
      return false;
    }
    if (typed) {
      waitingSlow++;
    } else {
      waitingFast++;
    }
    return true;
  }

  /** Gives the place back. */
  synchronized void leave(boolean typed) {
    if (typed) {
      waitingSlow--;
    } else {
      waitingFast--;
    }
  }
}
