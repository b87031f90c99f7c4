package org.heed.server.tellus.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heed.kernel.AllowedCall;
import org.heed.server.tellus.Pace;
import org.springframework.stereotype.Component;

/**
 * Where somebody comes from, for their pace alone: a keyed digest of the address, kept in memory
 * while Heed runs, never written down.
 */
@Component
final class Lanes {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_LANES = 5_000;
  private static final int MOST_COUNTED = 1_000;

  private final byte[] key = key();
  private final Pace turns;
  private final Pace sendings;
  private final Clock clock;
  private final Map<String, ArrayDeque<Instant>> sent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Instant>> eldest) {
          return size() > MOST_LANES;
        }
      };

  Lanes(Pace pageTurns, Pace sendings, Clock clock) {
    this.turns = pageTurns;
    this.sendings = sendings;
    this.clock = clock;
  }

  /** Lets whoever turns a page wait their turn; false where no more can wait. */
  boolean turn(HttpServletRequest request, boolean typed) {
    return pass(turns, request, typed);
  }

  /** Lets whoever sends wait their turn; false where no more can wait. */
  boolean send(HttpServletRequest request, boolean typed) {
    return pass(sendings, request, typed);
  }

  private boolean pass(Pace pace, HttpServletRequest request, boolean typed) {
    return pace.pass(lane(request), typed);
  }

  /** How many were sent from there in the hour before; this one is counted from now on. */
  synchronized int before(HttpServletRequest request) {
    Instant now = clock.instant();
    ArrayDeque<Instant> times = sent.computeIfAbsent(lane(request), _ -> new ArrayDeque<>());
    while (!times.isEmpty() && times.getFirst().isBefore(now.minus(HOUR))) {
      times.removeFirst();
    }
    int before = times.size();
    if (before < MOST_COUNTED) {
      times.addLast(now);
    }
    return before;
  }

  /** Behind a web server of the same machine, the last address that it wrote. */
  private String lane(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded != null && (address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1"))) {
      String[] hops = forwarded.split(",", -1);
      address = hops[hops.length - 1].strip();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      byte[] hash = digest.digest(address.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  @AllowedCall("an address must not be found again by trying all of them")
  private static byte[] key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
