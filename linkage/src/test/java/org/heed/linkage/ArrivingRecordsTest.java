package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records linked as they come, against linking them all at once. */
class ArrivingRecordsTest {
  @RegisterExtension final Seeded seeded = new Seeded();

  /** Pairs with their weights, and the cluster of each record. */
  private record Answer(Map<String, Double> pairs, Map<String, String> clusters) {}

  /** Ids that sort as the records stand, so that both ways break ties alike. */
  private static String id(int record) {
    return String.format(Locale.ROOT, "r%06d", record);
  }

  private static Answer atOnce(Linkage linkage) {
    Map<String, Double> pairs = new TreeMap<>();
    linkage.eachPair((a, b, weight) -> pairs.put(id(a) + " " + id(b), weight));
    Map<String, String> clusters = new TreeMap<>();
    for (int i = 0; i < linkage.records().size(); i++) {
      clusters.put(id(i), id(linkage.cluster(i)));
    }
    return new Answer(pairs, clusters);
  }

  private static Answer answer(ArrivingRecords arrived, int records) {
    Map<String, Double> pairs = new TreeMap<>();
    arrived.eachPair((a, b, weight) -> pairs.put(a + " " + b, weight));
    Map<String, String> clusters = new TreeMap<>();
    for (int i = 0; i < records; i++) {
      clusters.put(id(i), arrived.cluster(id(i)));
    }
    return new Answer(pairs, clusters);
  }

  private static List<Integer> shuffled(int records, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, records).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }

  @Test
  void everyOrderOfArrival_givesWhatLinkingAllAtOnceGives() {
    Random random = new Random(seeded.random().nextLong());
    Records records = new HardFamilies(random).records(700);
    Answer whole = atOnce(Linker.link(records, Settings.usual(), LinkListener.deaf()));
    assertThat(whole.pairs().size()).isGreaterThan(500);
    for (int order = 0; order < 3; order++) {
      ArrivingRecords arrived = ArrivingRecords.learntFrom(records, Settings.usual());
      for (int record : shuffled(records.size(), random)) {
        arrived.add(id(record), LearntTest.row(records, record));
      }
      assertThat(answer(arrived, records.size())).isEqualTo(whole);
    }
  }

  @Test
  void whoIsWrittenDownTimesOverInLargeBlocks_arrivesInAnyOrderAsLinkedAtOnce() {
    Random random = new Random(seeded.random().nextLong());
    HardFamilies families = new HardFamilies(random);
    Records some = families.records(300);
    Records.Builder builder = Records.builder(some.layout());
    for (int i = 0; i < 600; i++) {
      int of = i < 300 ? i : i < 400 ? 7 : i < 480 ? 8 : i < 550 ? 9 : 10 + i % 5;
      builder.add(id(i), LearntTest.row(some, of));
    }
    Records records = builder.freeze();
    Answer whole = atOnce(Linker.link(records, Settings.usual(), LinkListener.deaf()));
    assertThat(whole.pairs().size()).isGreaterThan(6_000);
    for (int order = 0; order < 3; order++) {
      ArrivingRecords arrived = ArrivingRecords.learntFrom(records, Settings.usual());
      for (int record : shuffled(records.size(), random)) {
        arrived.add(id(record), LearntTest.row(records, record));
      }
      assertThat(answer(arrived, records.size())).isEqualTo(whole);
    }
  }

  @Test
  void recordsThatWentAgainOrWereWrittenAnew_leaveNothingBehind() {
    Random random = new Random(seeded.random().nextLong());
    Records records = new HardFamilies(random).records(300);
    ArrivingRecords plain = ArrivingRecords.learntFrom(records, Settings.usual());
    ArrivingRecords changed = ArrivingRecords.learntFrom(records, Settings.usual());
    for (int record : shuffled(records.size(), random)) {
      plain.add(id(record), LearntTest.row(records, record));
    }
    for (int record : shuffled(records.size(), random)) {
      changed.add("gone", LearntTest.row(records, random.nextInt(records.size())));
      changed.add(id(record), LearntTest.row(records, random.nextInt(records.size())));
      changed.remove("gone");
      changed.add(id(record), LearntTest.row(records, record));
    }
    assertThat(changed.size()).isEqualTo(records.size());
    assertThat(answer(changed, records.size())).isEqualTo(answer(plain, records.size()));
  }

  @Test
  void whatThousandsHaveInCommon_proposesNobody() {
    Records.Builder builder =
        Records.builder(new Layout(List.of(new Layout.Column("family", Kind.FAMILY_NAME))));
    for (int i = 0; i < 200; i++) {
      builder.add(id(i), new String[] {i < 190 ? "Thornley" : "Marlowe"});
    }
    ArrivingRecords arrived = ArrivingRecords.learntFrom(builder.freeze(), Settings.usual());
    for (int i = 0; i < 100; i++) {
      arrived.add(id(i), new String[] {"Thornley"});
    }
    List<String> pairs = new ArrayList<>();
    arrived.eachPair((a, b, weight) -> pairs.add(a + b));
    assertThat(pairs).isEmpty();
  }
}
