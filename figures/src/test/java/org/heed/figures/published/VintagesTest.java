package org.heed.figures.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import org.heed.figures.RefusedInput;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;

class VintagesTest {
  private static final String EARLIER =
      """
      MajorText,MinorText,BoroughName,201901,201902
      Theft,Shoplifting,Elmford,5,7
      """;
  private static final String LATER =
      """
      MajorText,MinorText,LookUp_BoroughName,201902,201903
      THEFT,SHOPLIFTING,ELMFORD,6,9
      """;
  private static final YearMonth MARCH_2019 = YearMonth.of(2019, 3);
  private static final YearMonth NOVEMBER_2022 = YearMonth.of(2022, 11);
  private static final YearMonth AUGUST_2023 = YearMonth.of(2023, 8);
  private static final YearMonth DECEMBER_2025 = YearMonth.of(2025, 12);

  @Test
  void renamedHeadersAndLetterCase_areTheSameCells() throws IOException {
    Vintages vintages =
        new Vintages()
            .add(MARCH_2019, new StringReader(EARLIER))
            .add(AUGUST_2023, new StringReader(LATER));
    RevisionTriangle triangle = vintages.triangle("Shoplifting", "Elmford");
    assertThat(triangle.rows()).hasSize(3);
    assertThat(triangle.rows().get(1).counts()).containsExactly(7L, 6L);
    RevisionTriangle.Revision revision =
        triangle.between(MARCH_2019, AUGUST_2023, YearMonth.of(2010, 1), YearMonth.of(2025, 1));
    assertThat(revision).isEqualTo(new RevisionTriangle.Revision(1, 7, 6, 0, 1));
  }

  @Test
  void fileByWard_isRefused() {
    assertThatThrownBy(() ->
            new Vintages()
                .add(
                    MARCH_2019,
                    new StringReader("MinorText,WardName,WardCode,LookUp_BoroughName,201901\n")))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("ward");
  }

  @Test
  void metropolitanReleases_reviseRapesUpAndOtherOffencesDown() throws IOException {
    Vintages vintages = metropolitan();
    RevisionTriangle rapes = vintages.triangle("Rape", null);
    RevisionTriangle.Revision up =
        rapes.between(MARCH_2019, NOVEMBER_2022, YearMonth.of(2017, 3), YearMonth.of(2019, 2));
    assertThat(up.months()).isEqualTo(24);
    assertThat(up.before()).isEqualTo(16_235);
    assertThat(up.after()).isEqualTo(16_370);
    RevisionTriangle.Revision others =
        vintages
            .triangle("Other Sexual Offences", null)
            .between(NOVEMBER_2022, AUGUST_2023, YearMonth.of(2010, 4), YearMonth.of(2020, 10));
    assertThat(others.before()).isEqualTo(102_219);
    assertThat(others.after()).isEqualTo(101_917);
    assertThat(others.months()).isEqualTo(127);
    assertThat(others.fell()).isEqualTo(110);
    assertThat(others.factor()).isCloseTo(0.997, within(5e-4));
  }

  @Test
  void revisionFactors_lieOnBothSidesOfOne() throws IOException {
    List<RevisionTriangle.Band> bands = metropolitan().triangle("Rape", null).byAge();
    assertThat(bands).isNotEmpty();
    assertThat(bands)
        .anySatisfy(band -> {
          assertThat(band.least()).isLessThan(1);
          assertThat(band.most()).isGreaterThan(1);
        });
    assertThat(bands).allSatisfy(band -> assertThat(band.all().factor()).isBetween(0.9, 1.1));
  }

  private static Vintages metropolitan() throws IOException {
    Vintages vintages = new Vintages();
    add(vintages, MARCH_2019, "mps-borough-24m-to-2019-02.csv");
    add(vintages, NOVEMBER_2022, "mps-borough-historical-to-2020-10.csv");
    add(vintages, AUGUST_2023, "mps-borough-historical-to-2021-07.csv");
    add(vintages, AUGUST_2023, "mps-borough-24m-to-2023-07.csv");
    add(vintages, DECEMBER_2025, "mps-borough-historical-to-2023-11.csv");
    add(vintages, DECEMBER_2025, "mps-borough-24m-to-2025-11.csv");
    return vintages;
  }

  private static void add(Vintages vintages, YearMonth release, String file) throws IOException {
    try (Reader reader = Files.newBufferedReader(Worked.file("mps-vintages/raw/" + file))) {
      vintages.add(release, reader);
    }
  }
}
