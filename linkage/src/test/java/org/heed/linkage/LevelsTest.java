package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** At which level two values are. */
class LevelsTest {

  @Test
  void givenNames() {
    assertThat(level(Kind.GIVEN_NAME, "Élodie", "elodie")).isEqualTo("same");
    assertThat(level(Kind.GIVEN_NAME, "Edward", "Ted")).isEqualTo("short or pet form");
    assertThat(level(Kind.GIVEN_NAME, "Mohammed", "Muhammad")).isEqualTo("short or pet form");
    assertThat(level(Kind.GIVEN_NAME, "Malcolm", "Malcom")).isEqualTo("very similar");
    assertThat(level(Kind.GIVEN_NAME, "J.", "James")).isEqualTo("initial");
    assertThat(level(Kind.GIVEN_NAME, "Mary Ann", "Ann")).isEqualTo("one within the other");
    assertThat(level(Kind.GIVEN_NAME, "Grace", "Robert")).isEqualTo("different");
    assertThat(level(Kind.GIVEN_NAME, "Grace", "NA")).isEqualTo("nothing");
  }

  @Test
  void swappedNames_countOnce() {
    Layout layout = layout(Kind.GIVEN_NAME, Kind.FAMILY_NAME);
    Table table = table(layout, row("Asha", "Patel"), row("Patel", "Asha"));
    assertThat(levels(table)).containsExactly("swapped with the family name", "nothing");
  }

  @Test
  void familyNameAmongFurtherNames_isFound() {
    Table table =
        table(
            layout(Kind.FULL_NAME),
            row("Thomas Clifford, 1st Baron Chudleigh"),
            row("Thomas Clifford"));
    assertThat(levels(table).get(1)).isEqualTo("found elsewhere in the name");
  }

  @Test
  void fullNamesWrittenFamilyFirst_areTurnedRound() {
    Table table = table(layout(Kind.FULL_NAME), row("Patel, Asha"), row("Patel, Asha Devi"));
    assertThat(levels(table)).startsWith("same", "same");
  }

  @Test
  void namesOfOtherScripts_areCompared() {
    assertThat(level(Kind.FAMILY_NAME, "Иванов", "Иванова")).isEqualTo("very similar");
    assertThat(level(Kind.FAMILY_NAME, "李", "王")).isEqualTo("different");
    assertThat(level(Kind.GIVEN_NAME, "ਸਿਮਰਨ", "ਸਿਮਰਨ ")).isEqualTo("same");
  }

  @Test
  void dates() {
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "12/04/2003")).isEqualTo("same");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "20031204"))
        .isEqualTo("day and month swapped");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "2003-04-72")).isEqualTo("one digit");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "2003-04-21"))
        .isEqualTo("two digits swapped");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "2003-04-30"))
        .isEqualTo("same year and month");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "1987-04-12"))
        .isEqualTo("same day and month");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "2004-01-30")).isEqualTo("within a year");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "2007-01-30"))
        .isEqualTo("within five years");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "2011-06-30")).isEqualTo("within ten years");
    assertThat(level(Kind.DATE_OF_BIRTH, "2003-04-12", "1950-06-30")).isEqualTo("different");
    assertThat(level(Kind.DATE_OF_BIRTH, "1900-01-01", "1900-01-01")).isEqualTo("nothing");
  }

  @Test
  void postcodesPhonesAndNumbers() {
    assertThat(level(Kind.POSTCODE, "sw1a 2bj", "SW1A2BJ")).isEqualTo("same");
    assertThat(level(Kind.POSTCODE, "SW1A 2BJ", "SW1A 2BK")).isEqualTo("one character");
    assertThat(level(Kind.POSTCODE, "SW1A 2BJ", "SW1A 2QX")).isEqualTo("same sector");
    assertThat(level(Kind.POSTCODE, "SW1A 2BJ", "SW1A 4QX")).isEqualTo("same outcode");
    assertThat(level(Kind.POSTCODE, "SW1A 2BJ", "SW9 4QX")).isEqualTo("same area");
    assertThat(level(Kind.PHONE, "07700 900123", "+44 7700 900123")).isEqualTo("same");
    assertThat(level(Kind.PHONE, "07700 900123", "900123")).isEqualTo("last six digits");
    assertThat(level(Kind.NATIONAL_ID, "QQ 12 34 56 C", "QQ123465C")).isEqualTo("one character");
    assertThat(level(Kind.SEX, "Female", "F")).isEqualTo("same");
  }

  @Test
  void texts() {
    assertThat(level(Kind.LOCALITY, "Bristol", "Bristol, City of"))
        .isEqualTo("similar, or one within the other");
    assertThat(level(Kind.STREET, "12 Elm Road", "12 Elm Raod")).isEqualTo("very similar");
    assertThat(level(Kind.TEXT, "x", "y")).isEqualTo("different");
  }

  private static String level(Kind kind, String a, String b) {
    return levels(table(layout(kind), row(a), row(b))).getFirst();
  }

  private static List<String> levels(Table table) {
    JaroWinkler jaro = new JaroWinkler();
    return table.comparisons().stream()
        .map(comparison -> {
          int level = comparison.level(0, 1, jaro);
          assertThat(comparison.level(1, 0, jaro)).isEqualTo(level);
          return level < 0 ? "nothing" : comparison.levels().get(level).name();
        })
        .toList();
  }

  private static Layout layout(Kind... kinds) {
    return new Layout(
        List.of(kinds).stream().map(kind -> new Layout.Column(kind.word(), kind)).toList());
  }

  private static @Nullable String[] row(@Nullable String... values) {
    return values;
  }

  private static Table table(Layout layout, @Nullable String[]... rows) {
    Records.Builder records = Records.builder(layout);
    for (int i = 0; i < rows.length; i++) {
      records.add("r" + i, rows[i]);
    }
    return Table.of(records.freeze());
  }
}
