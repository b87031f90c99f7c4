package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that say nothing, or all the same. */
class HostileRecordsTest {
  private static final Layout NAMED =
      new Layout(
          List.of(
              new Layout.Column("given", Kind.GIVEN_NAME),
              new Layout.Column("family", Kind.FAMILY_NAME),
              new Layout.Column("born", Kind.DATE_OF_BIRTH),
              new Layout.Column("postcode", Kind.POSTCODE),
              new Layout.Column("job", Kind.EXACT),
              new Layout.Column("town", Kind.TEXT)));

  @Test
  void noRecords_andOne_areLinkedToNothing() {
    assertThat(link(0, i -> missing()).scored()).isZero();
    assertThat(link(1, i -> person("Asha", "Patel")).cluster(0)).isZero();
  }

  @Test
  void recordsThatSayNothing_stayAlone() {
    Linkage linkage = link(500, i -> missing());
    for (int i = 0; i < 500; i++) {
      assertThat(linkage.cluster(i)).isEqualTo(i);
    }
  }

  @Test
  void thousandsOfTheSameRow_areBounded() {
    Linkage linkage = link(20_000, i -> person("Asha", "Patel"));
    assertThat(linkage.scored()).isLessThan(20_000L * 60);
  }

  @Test
  void thousandsThatDifferInOneRespect_areBounded() {
    Linkage linkage =
        link(
            20_000,
            i -> new String[] {"Asha", "Patel", "2003-04-12", "LE1 1AA", "job " + i, "Leicester"});
    assertThat(linkage.scored()).isLessThan(20_000L * 60 * 40);
  }

  @Test
  void aVeryLongValue_isCutAndCompared() {
    String longest = "a".repeat(1 << 20);
    Linkage linkage =
        link(
            3,
            i ->
                new String[] {
                  longest, longest + i, "2003-04-12", longest, longest, longest + " " + longest
                });
    assertThat(linkage.scored()).isLessThanOrEqualTo(3);
  }

  @Test
  void twoHundredEqualRowsAmongOthers_areOnePerson_whereverTheyStand() {
    Records families = new HardFamilies(new Random(4)).records(400);
    @Nullable String[] same = LearntTest.row(families, 17);
    List<@Nullable String[]> rows = new ArrayList<>();
    for (int i = 0; i < families.size() + 200; i++) {
      rows.add(i < families.size() ? LearntTest.row(families, i) : same);
    }
    for (int order = 0; order < 3; order++) {
      Records.Builder builder = Records.builder(families.layout());
      List<Integer> equal = new ArrayList<>();
      for (@Nullable String[] row : rows) {
        if (Arrays.equals(row, same)) {
          equal.add(builder.size());
        }
        builder.add("r" + builder.size(), row);
      }
      Linkage linkage = PublishedSets.link(builder.freeze());
      assertThat(equal.stream().map(linkage::cluster).distinct()).hasSize(1);
      int[] pairs = new int[1];
      linkage.eachPair((a, b, weight) -> {
        if (equal.contains(a) && equal.contains(b)) {
          pairs[0]++;
        }
      });
      assertThat(pairs[0]).isEqualTo(equal.size() * (equal.size() - 1) / 2);
      assertThat(equal).hasSizeGreaterThan(200);
      Collections.shuffle(rows, new Random(order));
    }
  }

  @Test
  void twoHundredOfOneFrequentName_areNotOnePersonForBeingEqual() {
    Records.Builder builder =
        Records.builder(
            new Layout(
                List.of(
                    new Layout.Column("given", Kind.GIVEN_NAME),
                    new Layout.Column("family", Kind.FAMILY_NAME),
                    new Layout.Column("born", Kind.DATE_OF_BIRTH))));
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      String born = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9_000)).toString();
      builder.add("r" + i, new @Nullable String[] {"Given" + i, "Family" + i % 90, born});
    }
    for (int i = 0; i < 200; i++) {
      builder.add("s" + i, new @Nullable String[] {"Jane", null, null});
    }
    Linkage linkage = PublishedSets.link(builder.freeze());
    for (int i = 2_000; i < 2_200; i++) {
      assertThat(linkage.cluster(i)).isEqualTo(i);
    }
  }

  @Test
  void clustersThatHoldWhatOnePersonCannotHaveTwoOf_areCounted() {
    Records.Builder builder =
        Records.builder(
            new Layout(
                List.of(
                    new Layout.Column("family", Kind.FAMILY_NAME),
                    new Layout.Column("born", Kind.DATE_OF_BIRTH),
                    new Layout.Column("sex", Kind.SEX),
                    new Layout.Column("id", Kind.NATIONAL_ID))));
    builder.add("1", new @Nullable String[] {"Quill", "2010-01-01", "F", "A1"});
    builder.add("2", new @Nullable String[] {"Quill", "2013-01-01", "M", "A1"});
    builder.add("3", new @Nullable String[] {"Teale", "2010-01-01", "F", "A1"});
    builder.add("4", new @Nullable String[] {"Teale", "2012-01-01", null, "B2"});
    builder.add("5", new @Nullable String[] {"Okoro", null, "M", null});
    Table table = Table.of(builder.freeze());
    assertThat(Clashes.of(table, new int[] {0, 0, 2, 2, 4})).isEqualTo(new Clashes(1, 1, 1));
    assertThat(Clashes.of(table, new int[] {0, 1, 2, 3, 4})).isEqualTo(new Clashes(0, 0, 0));
  }

  private static @Nullable String[] missing() {
    return new @Nullable String[] {"", " ", "NA", null, "1900-01-01", ""};
  }

  private static @Nullable String[] person(String given, String family) {
    return new @Nullable String[] {given, family, "2003-04-12", "LE1 1AA", "cook", "Leicester"};
  }

  private static Linkage link(int n, IntFunction<@Nullable String[]> row) {
    Records.Builder records = Records.builder(NAMED);
    for (int i = 0; i < n; i++) {
      records.add("r" + i, row.apply(i));
    }
    return PublishedSets.link(records.freeze());
  }
}
