package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.heed.rulebook.CueKind;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Subject;
import org.junit.jupiter.api.Test;

/** What is judged first in a text changes nothing of what is judged next. */
class ContextSessionTest {
  private static final String[] WORDS = {
    "mum", "denies", "that", "she", "was", "not", "missing", "girl", "if", "may", "have", "said",
    "previously", "but", "older", "man", "a", "friend", "gifts", "no", "boy", "and", "in", "2019"
  };
  private static final String[] JOINTS = {" ", " ", " ", " ", ", ", ". ", "? ", "\n", " \""};

  private final Rulebook rulebook = ReaderTest.example().rulebook();

  private record Judged(Set<CueKind> kinds, Subject subject, boolean quoted) {}

  private static Judged judge(ContextSession session, int start, int end, OptionalInt age) {
    session.judge(start, end, age);
    Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
    for (CueKind kind : CueKind.values()) {
      if (session.is(kind)) {
        kinds.add(kind);
      }
    }
    return new Judged(kinds, session.subject(), session.quoted());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 3 + random.nextInt(40); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      text.append(JOINTS[random.nextInt(JOINTS.length)]);
    }
    return text.toString();
  }

  @Test
  void oneSessionAndAFreshOneForEach_agree() {
    Random random = new Random(4);
    ContextSession kept = ContextSession.of(rulebook);
    ContextSession fresh = ContextSession.of(rulebook);
    int governed = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] text = text(random).getBytes(StandardCharsets.US_ASCII);
      kept.set(text);
      for (int k = 0; k < 6; k++) {
        int start = random.nextInt(text.length);
        int end = start + 1 + random.nextInt(25);
        OptionalInt age = random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(14 + k);
        Judged judged = judge(kept, start, end, age);
        fresh.set(text);
        assertThat(judged)
            .as("%d to %d of %s", start, end, new String(text, StandardCharsets.US_ASCII))
            .isEqualTo(judge(fresh, start, end, age));
        governed += judged.kinds().isEmpty() ? 0 : 1;
      }
    }
    assertThat(governed).isGreaterThan(3_000);
  }
}
