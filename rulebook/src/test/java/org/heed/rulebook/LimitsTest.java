package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long things may take that are no case's standard is data, in force by date. */
class LimitsTest {
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");

  @ParameterizedTest
  @CsvSource({
    // Before the first Act that it knows, by that.
    "access-general,          1999-01-01, 1999-02-10",
    "access-general,          2018-05-24, 2018-07-03",
    "access-general,          2018-05-25, 2018-06-25",
    "access-general,          2026-02-04, 2026-03-04",
    "access-general,          2026-05-04, 2026-06-04",
    "access-law-enforcement,  2018-05-24, 2018-07-03",
    "access-law-enforcement,  2027-01-31, 2027-02-28",
    "access-general,          2028-01-30, 2028-02-29",
    "retention-review,        2026-12-01, 2036-12-01"
  })
  void lastDay_isByTheLawOfTheDayItBegan(String id, LocalDate from, LocalDate last)
      throws Exception {
    Limits limits = RulebookLoader.load(SHIPPED).limits();
    Limit.Of of = Words.find(Limit.Of.values(), Limit.Of::word, id).orElseThrow();
    assertThat(limits.of(of, from).lastDay(from)).isEqualTo(last);
  }

  @Test
  void onlyWhatWasReadInTheLawItself_isChecked() throws Exception {
    Limits limits = RulebookLoader.load(SHIPPED).limits();
    assertThat(limits.all())
        .filteredOn(one -> one.checked().isPresent())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.of()).isEqualTo(Limit.Of.ACCESS_LAW_ENFORCEMENT);
          assertThat(one.inForce()).isEqualTo(LocalDate.of(2026, 2, 5));
        });
    assertThat(limits.all())
        .filteredOn(one -> one.checked().isEmpty() && one.basis() == Standard.Basis.STATUTORY)
        .allSatisfy(one -> assertThat(one.source()).contains("not held against its text"));
  }

  @Test
  void aWeekBefore_theAnswerNears() throws Exception {
    LocalDate received = LocalDate.of(2026, 5, 4);
    Limit limit =
        RulebookLoader.load(SHIPPED).limits().of(Limit.Of.ACCESS_LAW_ENFORCEMENT, received);
    assertThat(limit.nearsFrom(limit.lastDay(received))).isEqualTo(LocalDate.of(2026, 5, 28));
    assertThat(limit.firstDay(received)).isEqualTo(LocalDate.of(2026, 4, 4));
  }

  @Test
  void rulebookWithoutThem_goesByWhatHeldBeforeItCouldSay() throws Exception {
    Limits limits = RulebookLoader.load(Path.of("src/test/resources/example")).limits();
    LocalDate day = LocalDate.of(2026, 1, 31);
    assertThat(limits.of(Limit.Of.ACCESS_GENERAL, day).lastDay(day))
        .isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(limits.of(Limit.Of.RETENTION_REVIEW, day).lastDay(day))
        .isEqualTo(LocalDate.of(2036, 1, 31));
    for (Limit.Of of : Limit.Of.values()) {
      assertThat(limits.of(of, day).source()).isEqualTo("The rulebook has no limits.yaml");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: missing-listed|id: missing-list|id cannot be “missing-list”",
        "id: missing-listed|id: episode-told|there is no limit missing-listed",
        "within: 14 days|within: 2 working-days|within cannot be 2 working-days",
        "within: 14 days|within: 0 days|within cannot be 0 days",
        "within: 14 days|warn: 1 days|the limit has no within",
        "last: 2026-03-16|until: 2026-03-16|the example has no last",
        "in_force: 2006-01-01|since: 2006-01-01|the limit has no in_force",
        "in_force: 2026-02-05|in_force: 2018-05-25|is used already"
      })
  void mistake_isNamedWithItsLine(String from, String to, String says) throws Exception {
    Map<String, String> files = files();
    assertThat(files.get("limits.yaml")).contains(from);
    files.computeIfPresent("limits.yaml", (_, text) -> text.replace(from, to));
    assertThatThrownBy(() -> RulebookLoader.parse(files))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining("limits.yaml:")
        .hasMessageContaining(says);
  }

  @Test
  void changedLimit_isToldInWords() throws Exception {
    Map<String, String> files = files();
    Rulebook before = RulebookLoader.parse(files);
    files.computeIfPresent(
        "limits.yaml",
        (_, text) ->
            text.replace("within: 180 days", "within: 90 days")
                .replace("2026-02-05", "2026-02-06"));
    assertThat(RulebookDiff.between(before, RulebookLoader.parse(files)))
        .contains(
            "Limit episode-told from 2015-01-01, within: “180 days” became “90 days”.",
            "Limit access-general from 2026-02-05 was removed.",
            "Limit access-general from 2026-02-06 was added.");
  }

  private static Map<String, String> files() throws Exception {
    return new TreeMap<>(RulebookLoader.files(SHIPPED));
  }
}
