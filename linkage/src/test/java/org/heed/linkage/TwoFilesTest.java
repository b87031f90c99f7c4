package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A published set cut in two: originals in one file, what was made of them in the other. */
class TwoFilesTest {

  @Test
  void filesThatHoldEverybodyOnce_areLinkedOneToOne() {
    Records records = halves(id -> id.endsWith("-org"), id -> id.endsWith("-dup-0"));
    Linkage linkage = PublishedSets.link(records);
    assertThat(linkage.isOneToOne()).isTrue();
    assertThat(linkage.model().further()).isLessThan(1.5);

    List<String> pairs = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    linkage.eachPair((a, b, weight) -> {
      assertThat(a < records.firsts() && b >= records.firsts()).isTrue();
      assertThat(taken.add(a) && taken.add(b)).isTrue();
      pairs.add(person(records, a) + "=" + person(records, b));
    });
    long right = pairs.stream().filter(pair -> pair.matches("(.*)=\\1")).count();
    assertThat(pairs.size() - right).isLessThanOrEqualTo(1);
    assertThat(right).isGreaterThanOrEqualTo(records.size() - records.firsts() - 2L);
  }

  @Test
  void aFileThatHoldsPeopleTwice_isLinkedToMany() {
    Records records = halves(id -> id.endsWith("-org"), id -> id.contains("-dup-"));
    Linkage linkage = PublishedSets.link(records);
    assertThat(linkage.isOneToOne()).isFalse();
    Evaluation evaluation = Evaluation.of(linkage, i -> person(records, i));
    assertThat(evaluation.f1()).isGreaterThanOrEqualTo(0.999);
  }

  private static String person(Records records, int record) {
    return PublishedSets.febrlPerson(records.id(record));
  }

  private static Records halves(Predicate<String> first, Predicate<String> second) {
    Records all = PublishedSets.read("febrl/dataset3.csv", PublishedSets.FEBRL);
    Records.Builder halves = Records.builder(all.layout());
    for (Predicate<String> half : List.of(first, second)) {
      if (half.equals(second)) {
        halves.startSecond();
      }
      for (int i = 0; i < all.size(); i++) {
        if (half.test(all.id(i))) {
          halves.add(all.id(i), row(all, i));
        }
      }
    }
    return halves.freeze();
  }

  private static @Nullable String[] row(Records records, int record) {
    @Nullable String[] row = new @Nullable String[records.layout().columns().size()];
    for (int column = 0; column < row.length; column++) {
      row[column] = records.value(record, column);
    }
    return row;
  }
}
