package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchListTest {
  private record Plain(int phrase, int owner, int first, int end) {}

  private static final Comparator<Plain> LONGER =
      Comparator.comparingInt((Plain m) -> m.first() - m.end()).thenComparingInt(Plain::first);

  private static Comparator<Plain> comparator(MatchList.Order order) {
    Comparator<Plain> by =
        switch (order) {
          case PLACE ->
              Comparator.comparingInt(Plain::first)
                  .thenComparingInt(Plain::end)
                  .thenComparingInt(Plain::owner);
          case LONGER -> LONGER;
          case OWNER -> Comparator.comparingInt(Plain::owner).thenComparing(LONGER);
        };
    return by.thenComparingInt(Plain::phrase);
  }

  @Test
  void anyNumberOfMatches_isPutInOrder() {
    Random random = new Random(5);
    MatchList list = new MatchList();
    for (int round = 0; round < 400; round++) {
      list.clear();
      List<Plain> plain = new ArrayList<>();
      int size = random.nextInt(round % 10 == 0 ? 3_000 : 60);
      for (int i = 0; i < size; i++) {
        int first = random.nextInt(50);
        Plain match =
            new Plain(random.nextInt(9), random.nextInt(4), first, first + 1 + random.nextInt(5));
        plain.add(match);
        list.add(match.phrase(), match.owner(), match.first(), match.end());
      }
      for (MatchList.Order order : MatchList.Order.values()) {
        List<Plain> sorted = new ArrayList<>();
        int[] numbers = list.sorted(order);
        for (int i = 0; i < size; i++) {
          int n = numbers[i];
          sorted.add(new Plain(list.phrase(n), list.owner(n), list.first(n), list.end(n)));
        }
        assertThat(sorted).isEqualTo(plain.stream().sorted(comparator(order)).toList());
      }
    }
  }

  @Test
  void segments_stayWithTheirMatch() {
    MatchList list = new MatchList();
    list.add(0, 0, 3, 5);
    list.begin(1, 1);
    list.addSegment(7, 8);
    list.addSegment(10, 12);
    MatchList copy = new MatchList();
    copy.add(list, 1);

    assertThat(copy.first(0)).isEqualTo(7);
    assertThat(copy.end(0)).isEqualTo(12);
    assertThat(copy.coreTo(0) - copy.coreFrom(0)).isEqualTo(4);
    assertThat(copy.segment(copy.coreFrom(0) + 2)).isEqualTo(10);
    assertThat(list.length(0)).isEqualTo(2);
  }
}
