package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which words are a concept's own, so that context words among them are part of it. */
class CoverTest {
  private final Cover cover = new Cover();

  private static MatchList words(int from, int to) {
    MatchList matches = new MatchList();
    matches.add(0, 0, from, to);
    return matches;
  }

  private static MatchList gapped(int... segments) {
    MatchList matches = new MatchList();
    matches.begin(0, 0);
    for (int i = 0; i < segments.length; i += 2) {
      matches.addSegment(segments[i], segments[i + 1]);
    }
    return matches;
  }

  @Test
  void contextWord_isSwallowedByALongerStretchOnly() {
    cover.begin(20);
    cover.add(words(3, 6), 0);
    assertThat(cover.swallows(words(3, 5), 0)).isTrue();
    assertThat(cover.swallows(words(4, 6), 0)).isTrue();
    assertThat(cover.swallows(words(3, 6), 0)).as("as long as it").isFalse();
    assertThat(cover.swallows(words(2, 4), 0)).as("begins before it").isFalse();
    assertThat(cover.swallows(words(5, 7), 0)).as("ends behind it").isFalse();
  }

  @Test
  void wordInAGap_isNotTheConceptsOwn() {
    cover.begin(20);
    cover.add(gapped(3, 5, 8, 11), 0);
    assertThat(cover.holds(words(3, 5), 0)).isTrue();
    assertThat(cover.holds(words(8, 11), 0)).isTrue();
    assertThat(cover.holds(words(5, 6), 0)).isFalse();
    assertThat(cover.holds(words(4, 6), 0)).isFalse();
    assertThat(cover.holds(words(10, 12), 0)).isFalse();
    assertThat(cover.holds(words(2, 4), 0)).isFalse();
    assertThat(cover.swallows(words(3, 4), 0)).isTrue();
    assertThat(cover.swallows(words(8, 10), 0)).isTrue();
    assertThat(cover.swallows(words(6, 7), 0)).isFalse();
  }

  @Test
  void contextWord_runsInto_whereItBeginsBeforeOrInAGap_andSharesAWord() {
    cover.begin(20);
    cover.add(gapped(3, 5, 8, 11), 0);
    assertThat(cover.runsInto(words(2, 4), 0)).isTrue();
    assertThat(cover.runsInto(words(1, 3), 0)).as("ends right before it").isFalse();
    assertThat(cover.runsInto(words(3, 6), 0)).as("begins with it").isFalse();
    assertThat(cover.runsInto(words(7, 9), 0)).as("from the gap into it").isTrue();
    assertThat(cover.runsInto(words(5, 7), 0)).as("in the gap").isTrue();
    assertThat(cover.runsInto(words(11, 13), 0)).as("right behind it").isFalse();
    assertThat(cover.runsInto(words(10, 13), 0)).as("begins within it").isFalse();
  }

  @Test
  void longestStretchAtAWord_counts_inEitherOrder() {
    for (boolean longFirst : new boolean[] {true, false}) {
      Cover fresh = new Cover();
      fresh.begin(20);
      fresh.add(longFirst ? words(4, 8) : words(5, 6), 0);
      fresh.add(longFirst ? words(5, 6) : words(4, 8), 0);
      assertThat(fresh.swallows(words(5, 6), 0)).isTrue();
      assertThat(fresh.swallows(words(4, 7), 0)).isTrue();
    }
  }

  @Test
  void removed_leavesNothingForTheNextText() {
    cover.begin(20);
    MatchList gapped = gapped(0, 2, 5, 7);
    cover.add(gapped, 0);
    cover.remove(gapped, 0);
    assertThat(cover.holds(words(0, 1), 0)).isFalse();
    assertThat(cover.holds(words(5, 6), 0)).isFalse();
    assertThat(cover.holds(words(6, 7), 0)).isFalse();
    assertThat(cover.runsInto(words(3, 4), 0)).as("the gap").isFalse();
  }

  @Test
  void textOfAnyLength_hasRoom() {
    cover.begin(1_000);
    cover.add(words(998, 1_000), 0);
    assertThat(cover.holds(words(999, 1_000), 0)).isTrue();
    cover.begin(1_001);
    assertThat(cover.holds(words(1_000, 1_001), 0)).isFalse();
    cover.add(words(1_000, 1_001), 0);
    assertThat(cover.holds(words(1_000, 1_001), 0)).isTrue();
  }
}
