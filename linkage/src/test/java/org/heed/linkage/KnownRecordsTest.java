package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Finding who is known, one question at a time. */
class KnownRecordsTest {
  private static final Layout PEOPLE =
      new Layout(
          List.of(
              new Layout.Column("given", Kind.GIVEN_NAME),
              new Layout.Column("family", Kind.FAMILY_NAME),
              new Layout.Column("born", Kind.DATE_OF_BIRTH),
              new Layout.Column("sex", Kind.SEX)));

  private static KnownRecords known(Records records, Learnt learnt, List<Integer> order) {
    KnownRecords known = new KnownRecords(learnt);
    order.forEach(i -> known.add(records.id(i), LearntTest.row(records, i)));
    return known;
  }

  @Test
  void orderOfArrival_makesNoDifference_norDoRecordsThatCameAndWent() {
    HardFamilies families = new HardFamilies(new Random(3));
    Records records = families.records(400);
    Learnt learnt = Learnt.of(records);
    List<Integer> order = new ArrayList<>(IntStream.range(0, records.size()).boxed().toList());
    KnownRecords first = known(records, learnt, order);
    Collections.shuffle(order, new Random(4));
    KnownRecords second = known(records, learnt, order);
    second.add("stranger", LearntTest.row(records, 0));
    second.remove("stranger");
    second.add(records.id(7), LearntTest.row(records, 8));
    second.add(records.id(7), LearntTest.row(records, 7));
    assertThat(second.size()).isEqualTo(first.size());
    for (int i = 0; i < records.size(); i += 3) {
      @Nullable String[] row = LearntTest.row(records, i);
      assertThat(second.find(row, 0, 10)).isEqualTo(first.find(row, 0, 10));
    }
  }

  @Test
  void pairsThatAWholeLinkingLists_areFoundByAskingForEither_withTheSameWeight() {
    HardFamilies families = new HardFamilies(new Random(6));
    Records records = families.records(1_500);
    Linkage linkage = Linker.link(records, Settings.usual(), LinkListener.deaf());
    KnownRecords known =
        known(records, Learnt.of(records), IntStream.range(0, records.size()).boxed().toList());
    int[] listed = new int[2];
    linkage.eachPair((a, b, weight) -> {
      listed[0]++;
      if (known.find(LearntTest.row(records, a), 0, 50).stream()
          .anyMatch(one -> one.id().equals(records.id(b)) && one.weight() == weight)) {
        listed[1]++;
      }
    });
    assertThat(listed[0]).isGreaterThan(1_000);
    assertThat(listed[1] / (double) listed[0]).isGreaterThan(0.99);
  }

  @Test
  void everybodyLookedThrough_inAnyOrder_givesThePairsOfALinkingOfAll_andNoOthers() {
    Random random = new Random(12);
    Records records = new HardFamilies(random).records(700);
    Map<String, Double> whole = new TreeMap<>();
    Linker.link(records, Settings.usual(), LinkListener.deaf())
        .eachPair((a, b, weight) -> {
          whole.put(records.id(a) + " " + records.id(b), weight);
          whole.put(records.id(b) + " " + records.id(a), weight);
        });
    assertThat(whole.size()).isGreaterThan(1_000);
    List<Integer> order = new ArrayList<>(IntStream.range(0, records.size()).boxed().toList());
    for (int i = 0; i < 3; i++) {
      Collections.shuffle(order, random);
      KnownRecords known = new KnownRecords(Learnt.of(Records.builder(records.layout()).freeze()));
      known.add("before", LearntTest.row(records, 3));
      known.linkBy(Learnt.of(records), records);
      known.remove("before");
      Map<String, Double> found = new TreeMap<>();
      for (int record : order) {
        known.add(records.id(record), LearntTest.row(records, random.nextInt(records.size())));
        known.pairs(records.id(record), 0);
        known.add(records.id(record), LearntTest.row(records, record));
      }
      for (int record : order) {
        known
            .pairs(records.id(record), 0)
            .forEach(one -> found.put(records.id(record) + " " + one.id(), one.weight()));
      }
      assertThat(found).isEqualTo(whole);
    }
  }

  @Test
  void blockThatOutgrewWhatWasLearnt_isPassedOver_untilItIsLearntAgain() {
    Records.Builder builder = Records.builder(PEOPLE);
    for (int i = 0; i < 40; i++) {
      builder.add("b" + i, new @Nullable String[] {"Given" + i, "Family" + i, null, null});
    }
    KnownRecords known = new KnownRecords(Learnt.of(Records.builder(PEOPLE).freeze()));
    Records body = builder.freeze();
    known.linkBy(Learnt.of(body), body);
    Records.Builder more = Records.builder(PEOPLE);
    for (int i = 0; i < 1_100; i++) {
      String born = 1990 + i / 300 + "-" + (1 + i / 25 % 12) + "-" + (1 + i % 25);
      @Nullable String[] nobody = {"Unknown", "Unknown", born, null};
      known.add("u" + i, nobody);
      more.add("u" + i, nobody);
    }
    assertThat(known.isOutgrown()).isFalse();
    assertThat(known.pairs("u7", -99)).hasSizeLessThan(500);
    assertThat(known.isOutgrown()).isTrue();
    Records all = more.freeze();
    known.linkBy(Learnt.of(all), all);
    assertThat(known.pairs("u7", -99)).isNotEmpty().hasSizeLessThan(500);
    assertThat(known.isOutgrown()).isFalse();
  }

  @Test
  void personWrittenDownAThousandTimes_isOneRow_findableAndPairedWithEachOfThem() {
    Records hard = new HardFamilies(new Random(21)).records(300);
    Records.Builder builder = Records.builder(PEOPLE);
    for (int i = 0; i < hard.size(); i++) {
      builder.add("f" + i, Arrays.copyOf(LearntTest.row(hard, i), 4));
    }
    Records families = builder.freeze();
    List<Integer> order = IntStream.range(0, families.size()).boxed().toList();
    KnownRecords known = known(families, Learnt.of(families), order);
    known.linkBy(Learnt.of(families), families);
    @Nullable String[] ada = {"Adalind", "Quenell", "2011-03-14", "female"};
    @Nullable String[] twin = {"Isolde", "Quenell", "2011-03-14", "female"};
    known.add("p-twin", twin);
    known.add("p-ada", ada);
    for (int i = 0; i < 1_500; i++) {
      known.add("m" + i, ada, false);
    }
    assertThat(known.find(ada, -20, 2))
        .extracting(KnownRecords.Found::id)
        .containsExactly("p-ada", "p-twin");
    assertThat(known.pairs("p-ada", 0)).hasSize(1_500);
    assertThat(known.pairs("m3", 0)).hasSize(1_500);
    known.seek("m3", true);
    assertThat(known.find(ada, -20, 9))
        .extracting(KnownRecords.Found::id)
        .contains("m3", "p-ada", "p-twin");
    known.remove("p-ada");
    for (int i = 0; i < 1_500; i++) {
      known.remove("m" + i);
    }
    assertThat(known.find(ada, -20, 9))
        .extracting(KnownRecords.Found::id)
        .contains("p-twin")
        .doesNotContain("p-ada", "m3");
    assertThat(known.size()).isEqualTo(families.size() + 1);
  }

  @Test
  void nameBySoundNicknameSwappedOrInAnotherScript_findsThePerson() {
    String[][] people = {
      {"Elizabeth", "Thornley", "2009-03-14", "female"},
      {"Mohammed", "Hussain", "2010-07-02", "male"},
      {"Yuliya", "Sokolova", "2008-11-23", "female"},
      {"Priya", "Sharma", "2009-01-30", "female"},
      {"Harpreet", "Kaur", "2011-05-05", "female"},
      {"Fatema", "Begum", "2010-09-19", "female"},
      {"Ming", "Li", "2009-12-01", "male"}
    };
    Records.Builder builder = Records.builder(PEOPLE);
    Random random = new Random(9);
    HardFamilies families = new HardFamilies(random);
    Records others = families.records(300);
    for (int i = 0; i < others.size(); i++) {
      @Nullable String[] row = LearntTest.row(others, i);
      builder.add("o" + i, new @Nullable String[] {row[0], row[1], row[2], row[3]});
    }
    for (String[] person : people) {
      builder.add(person[0], person);
    }
    Records records = builder.freeze();
    KnownRecords known =
        known(records, Learnt.of(records), IntStream.range(0, records.size()).boxed().toList());
    assertThat(first(known, "Liz", "Thornly", null)).isEqualTo("Elizabeth");
    assertThat(first(known, "Thornley", "Elisabeth", null)).isEqualTo("Elizabeth");
    assertThat(first(known, "E", "Thornley", "2009-14-03")).isEqualTo("Elizabeth");
    assertThat(first(known, "محمد", "حسين", "2010-07-02")).isEqualTo("Mohammed");
    assertThat(first(known, "Юлия", "Соколова", null)).isEqualTo("Yuliya");
    assertThat(first(known, "प्रिया", "शर्मा", null)).isEqualTo("Priya");
    assertThat(first(known, "ਹਰਪ੍ਰੀਤ", "ਕੌਰ", null)).isEqualTo("Harpreet");
    assertThat(first(known, "ফাতেমা", "বেগম", null)).isEqualTo("Fatema");
    assertThat(first(known, "明", "李", null)).isEqualTo("Ming");
    assertThat(known.find(new @Nullable String[4], -99, 5)).isEmpty();
  }

  private static String first(
      KnownRecords known, String given, String family, @Nullable String born) {
    List<KnownRecords.Found> found =
        known.find(new @Nullable String[] {given, family, born, null}, -30, 1);
    return found.isEmpty() ? "nobody" : found.getFirst().id();
  }
}
