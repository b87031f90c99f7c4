package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {

  @ParameterizedTest
  @CsvSource({"23,11,2026", "23,November,2026", "23,nov,2026", "' 23',11,'2026 '"})
  void date_isReadAsPeopleTypeIt(String day, String month, String year) {
    assertThat(new DateParts(day, month, year).find()).contains(LocalDate.of(2026, 11, 23));
  }

  @ParameterizedTest
  @CsvSource({"31,2,2026", "1,1,26", "x,1,2026", "1,mont,2026", "'',1,2026"})
  void impossibleDate_isNone(String day, String month, String year) {
    assertThat(new DateParts(day, month, year).find()).isEmpty();
  }

  @Test
  void pagesLeftOut_areShownAsOneGap() {
    assertThat(new Paging("/x", 10, 40).numbers()).containsExactly(1, 0, 9, 10, 11, 0, 40);
    assertThat(new Paging("/x", 3, 5).numbers()).containsExactly(1, 2, 3, 4, 5);
    assertThat(new Paging("/x", 1, 1).numbers()).containsExactly(1);
  }

  @Test
  void pageLink_keepsTheFilters() {
    assertThat(new Paging("/x?area=3&page=2", 2, 5).href(4)).isEqualTo("/x?area=3&page=4");
  }

  @Test
  void sortLink_turnsTheOrderRoundAndGoesToTheFirstPage() {
    var sorting = new Sorting("/x?area=3&page=2&sort=date&order=asc", "date", false);
    assertThat(sorting.href("date")).isEqualTo("/x?area=3&sort=date&order=desc");
    assertThat(sorting.href("name")).isEqualTo("/x?area=3&sort=name&order=asc");
    assertThat(sorting.aria("date")).isEqualTo("ascending");
    assertThat(sorting.aria("name")).isEqualTo("none");
  }

  @Test
  void datesTimesAndNumbers_areWrittenTheHouseWay() {
    assertThat(Words.date(LocalDate.of(2026, 11, 23))).isEqualTo("23 November 2026");
    assertThat(Words.dateTime(Instant.parse("2026-07-01T08:05:00Z")))
        .isEqualTo("1 July 2026, 09:05");
    assertThat(Words.number(1200)).isEqualTo("1,200");
    assertThat(Words.count(1, "report", "reports")).isEqualTo("1 report");
  }
}
