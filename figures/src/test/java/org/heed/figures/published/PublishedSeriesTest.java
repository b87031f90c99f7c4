package org.heed.figures.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.heed.figures.RefusedInput;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;

class PublishedSeriesTest {
  private static final String MET = "Metropolitan Police";
  private static final String NATION = "England and Wales";

  private final PublishedSeries bundled = PublishedSeries.bundled();

  @Test
  void metropolitanCode71_rises76PerCentInTheYearOfTheFlag() {
    YearRatio ratio = bundled.of("71", MET).ratio("2016/17", "2017/18");
    assertThat(ratio.from().count()).isEqualTo(37);
    assertThat(ratio.to().count()).isEqualTo(65);
    assertThat(ratio.ratio().ratio()).isCloseTo(1.76, within(0.005));
    assertThat(ratio.ratio().interval().lower()).isCloseTo(1.1558154787, within(1e-10));
    assertThat(ratio.ratio().interval().upper()).isCloseTo(2.7061154326, within(1e-10));
    assertThat(ratio.comparable()).isTrue();
  }

  @Test
  void nationalCode71_goesFrom631To1057() {
    YearRatio ratio = bundled.of("71", NATION).ratio("2016/17", "2017/18");
    assertThat(ratio.from().count()).isEqualTo(631);
    assertThat(ratio.to().count()).isEqualTo(1057);
  }

  @Test
  void groomingAcrossTheNewOffence_isNotComparable() {
    YearRatio ratio = bundled.of("88A", NATION).ratio("2016/17", "2017/18");
    assertThat(ratio.from().count()).isEqualTo(1156);
    assertThat(ratio.to().count()).isEqualTo(4622);
    assertThat(ratio.comparable()).isFalse();
    assertThat(ratio.breaks()).extracting(Break::kind).containsExactly(Break.Kind.NEW_OFFENCE);
    assertThat(bundled.of("88A", NATION).ratio("2017/18", "2018/19").comparable()).isTrue();
  }

  @Test
  void renamedCode_keepsItsCountsComparableAndSaysTheNames() {
    Series series = bundled.of("71", NATION);
    assertThat(series.names())
        .extracting(NameSpan::name)
        .containsExactly(
            "Abuse of children through prostitution and pornography",
            "Abuse of children through sexual exploitation");
    YearRatio ratio = series.ratio("2012/13", "2013/14");
    assertThat(ratio.breaks()).extracting(Break::kind).containsExactly(Break.Kind.RENAMED);
    assertThat(ratio.comparable()).isTrue();
  }

  @Test
  void unfinishedYear_isSummedButNotCompared() {
    Series series = bundled.of("71", MET);
    assertThat(series.byFinancialYear().getLast().complete()).isFalse();
    assertThatThrownBy(() -> series.ratio("2022/23", "2023/24"))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("1 of its four quarters");
  }

  @Test
  void damagedCodesAndNegativeCounts_areRepairedAndKept() throws IOException {
    PublishedSeries read =
        PublishedSeries.read(
            new StringReader(
                """
                "financial_year",quarter,force,offence_code,offence_description,count
                2012/13,1,Norchester,"37.200000000000003","Taking, aggravated",45
                2012/13,2,Norchester,37.2,"Taking, aggravated",-3
                2012/13,1,Norchester,4.10,Other,1
                """));
    assertThat(read.codes()).containsExactly("37.2", "4.10");
    assertThat(read.repairs()).containsExactly(new Repair("37.200000000000003", "37.2", 1));
    YearCount year = read.of("37.2", "Norchester").byFinancialYear().getFirst();
    assertThat(year).isEqualTo(new YearCount(FinancialYear.parse("2012/13"), 42, 2, 1));
  }

  @Test
  void wholeHomeOfficeTable_agreesWithTheShippedExtract() throws IOException {
    PublishedSeries whole =
        PublishedSeries.read(
            Worked.file("homeoffice-prc/child-sexual-codes-met-and-ew-quarterly.csv"));
    for (String code : List.of("71", "88A")) {
      for (String area : List.of(MET, NATION)) {
        assertThat(whole.of(code, area).quarters()).isEqualTo(bundled.of(code, area).quarters());
      }
    }
  }

  @Test
  void forceTable_keepsEveryNegativeQuarter() throws IOException {
    PublishedSeries forces =
        PublishedSeries.read(
            Worked.file("homeoffice-prc/prc-pfa-sexual-offences-quarterly-2012q2-2023q2.csv"));
    long negative =
        forces.areas("71").stream()
            .flatMap(area -> forces.of("71", area).quarters().stream())
            .filter(quarter -> quarter.count() < 0)
            .count();
    assertThat(negative).isEqualTo(12);
    assertThat(forces.of("71", MET).year(FinancialYear.parse("2017/18")).count()).isEqualTo(65);
  }
}
