package org.heed.server.tellus.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.heed.kernel.AllowedCall;
import org.heed.server.access.SessionToken;
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

  /** Of a lane, of those who typed for a while and of the others each. */
  static final int MOST_DRAFTS = 300;

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

  private final Map<String, Drafts> drafts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Drafts> eldest) {
          return size() > MOST_LANES;
        }
      };

  Lanes(Pace pageTurns, Pace sendings, Clock clock) {
    this.turns = pageTurns;
    this.sendings = sendings;
    this.clock = clock;
  }

  /** Lets whoever turns a page wait their turn; false where no more can wait in their lane. */
  boolean turn(HttpServletRequest request, String typed) {
    return turns.pass(lane(request), typed);
  }

  /** Lets whoever sends wait their turn; false where no more can wait in their lane. */
  boolean send(HttpServletRequest request, String typed) {
    return sendings.pass(lane(request), typed);
  }

  /**
   * What is typed in a browser is kept from now on; what was typed in another of the same lane may
   * have to go for it, so that no flood fills the disk: first of those who have not typed for a
   * while, whoever went on the longest ago.
   *
   * @param typed whether they have typed for a while
   */
  synchronized Optional<SessionToken> keeps(
      HttpServletRequest request, SessionToken token, boolean typed) {
    return drafts.computeIfAbsent(lane(request), _ -> new Drafts()).add(token.secret(), typed);
  }

  /** The drafts of one lane, each kind in the order in which they went on. */
  static final class Drafts {
    private final LinkedHashSet<String> begun = new LinkedHashSet<>();
    private final LinkedHashSet<String> typed = new LinkedHashSet<>();

    Optional<SessionToken> add(String token, boolean isTyped) {
      begun.remove(token);
      typed.remove(token);
      LinkedHashSet<String> kind = isTyped ? typed : begun;
      kind.add(token);
      return kind.size() > MOST_DRAFTS
          ? Optional.of(SessionToken.of(kind.removeFirst()))
          : Optional.empty();
    }
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

  /**
   * One address of the old kind; of the new kind the network, which is one household's or school's.
   */
  private String lane(HttpServletRequest request) {
    byte[] address = network(request.getRemoteAddr());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      byte[] hash = digest.digest(address);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  static byte[] network(String address) {
    if (address.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      try {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        return bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes;
      } catch (UnknownHostException e) {
        return address.getBytes(StandardCharsets.UTF_8);
      }
    }
    return address.getBytes(StandardCharsets.UTF_8);
  }

  @AllowedCall("an address must not be found again by trying all of them")
  private static byte[] key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
