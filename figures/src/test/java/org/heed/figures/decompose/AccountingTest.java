package org.heed.figures.decompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountingTest {
  private record Crime(boolean late, boolean newRule, boolean cancelled, boolean recent) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void parts_addUpToTheChangeExactly(long seed) {
    List<Crime> crimes = crimes(seed);
    Grouping.Group rules =
        new Grouping.Group(List.of(new Grouping.Leaf("rulebook"), new Grouping.Leaf("period")));
    Grouping.Group grouped =
        new Grouping.Group(
            List.of(new Grouping.Leaf("known"), rules, new Grouping.Leaf("cancelled")));
    for (Grouping.Group grouping :
        List.of(Grouping.flat(List.of("known", "rulebook", "cancelled", "period")), grouped)) {
      Accounting split = Accounting.of(grouping, taken -> count(crimes, taken));
      assertThat(split.parts().stream().mapToLong(Accounting.Part::whole).sum())
          .isEqualTo(split.to() - split.from());
      assertThat(
              split.parts().stream()
                  .map(Accounting.Part::exact)
                  .reduce(BigFraction.ZERO, BigFraction::add))
          .isEqualTo(BigFraction.of((int) (split.to() - split.from())));
      assertThat(split.parts())
          .allSatisfy(
              part -> assertThat(part.share()).isCloseTo((double) part.whole(), within(1.0)));
    }
  }

  @Test
  void stepThatChangesNothing_hasNoPart() {
    Accounting split =
        Accounting.of(List.of("a", "idle", "b"), taken -> taken.contains("a") ? 10 : 3);
    assertThat(split.parts()).extracting(Accounting.Part::whole).containsExactly(7L, 0L, 0L);
  }

  @Test
  void grouping_isPrinted() {
    Grouping.Group pair =
        new Grouping.Group(List.of(new Grouping.Leaf("a"), new Grouping.Leaf("b")));
    Accounting split =
        Accounting.of(
            new Grouping.Group(List.of(pair, new Grouping.Leaf("c"))), taken -> taken.size());
    assertThat(split.grouping()).hasToString("[[a, b], c]");
  }

  private static long count(List<Crime> crimes, Set<String> taken) {
    return crimes.stream()
        .filter(crime -> crime.recent() == taken.contains("period"))
        .filter(crime -> taken.contains("known") || !crime.late())
        .filter(crime -> taken.contains("rulebook") || !crime.newRule())
        .filter(crime -> !(taken.contains("cancelled") && crime.cancelled()))
        .count();
  }

  private static List<Crime> crimes(long seed) {
    Random random = new Random(seed);
    List<Crime> crimes = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      crimes.add(
          new Crime(
              random.nextInt(5) == 0,
              random.nextInt(3) == 0,
              random.nextInt(10) == 0,
              random.nextInt(5) < 3));
    }
    return crimes;
  }
}
