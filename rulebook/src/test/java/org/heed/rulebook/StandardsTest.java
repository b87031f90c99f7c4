package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in standards and calendars are named with place and cure; differences in words. */
class StandardsTest {
  private static final String STANDARD = "standards/return-interview.yaml";

  private static Map<String, String> changed(String file, String from, String to) throws Exception {
    Map<String, String> files =
        new TreeMap<>(RulebookLoader.files(Path.of("..", "rulebooks", "england-wales")));
    files.remove("inspection.yaml"); // its criteria name standards by their ids
    String before = files.getOrDefault(file, "");
    assertThat(before).contains(from);
    files.put(file, before.replaceFirst(java.util.regex.Pattern.quote(from), to));
    return files;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "within: 72 hours|within: 72 moments|within is not a length of time: “72 moments”. Write it as “24 hours”",
        "within: 72 hours|warning: 1 hours|the standard has no within",
        "basis: statutory|basis: law|basis cannot be “law”",
        "nations: england|nations: englnad|there is no nation “englnad”. Did you mean “england”",
        "age_to: 17|age_to: 170|age_to cannot be 170",
        "by: missing-found|by: Missing Found|the id “Missing Found” is not well formed",
        "by: missing-found|with: missing-found|starts has no by",
        "now: 2026-03-20 09:00|now: 2026-03-32 09:00|there is no day and time “2026-03-32 09:00”",
        "in_force: 2015-01-01||the standard has no in_force",
        "pauses:|brakes:|the standard has no key “brakes”",
      })
  void mistake_isNamedWithItsCure(String from, String to, String said) throws Exception {
    Map<String, String> files = changed(STANDARD, from, to == null ? "" : to);
    assertThatThrownBy(() -> RulebookLoader.parse(files))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining(STANDARD + ":")
        .hasMessageContaining(said);
  }

  @Test
  void holidayOnAWeekend_isAMistake() throws Exception {
    Map<String, String> files = changed("calendars.yaml", "{day: 2026-12-28,", "{day: 2026-12-26,");
    assertThatThrownBy(() -> RulebookLoader.parse(files))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining("2026-12-26 is a weekend");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "standards/return-interview.yaml|within: 72 hours|within: 48 hours|Standard return-interview, within: “72 hours” became “48 hours”.",
        "standards/return-interview.yaml|basis: statutory|basis: local|Standard return-interview, basis: “statutory” became “local”.",
        "standards/repeat-missing-meeting.yaml|times: 3|times: 4|how often: “3 in 90 days” became “4 in 90 days”.",
        "standards/crime-recorded.yaml|checked: 2026-11-28||Standard crime-recorded, checked: “2026-11-28” was removed.",
        "standards/return-interview.yaml|id: return-interview|id: other-interview|Standard other-interview was added.",
        "calendars.yaml|{day: 2026-12-28, name: \"Boxing Day|{day: 2026-12-28, name: \"Second day|holiday 2026-12-28: “Boxing Day, in its place” became",
      })
  void difference_isSaidInWords(String file, String from, String to, String said) throws Exception {
    Rulebook before = RulebookLoader.load(Path.of("..", "rulebooks", "england-wales"));
    Rulebook after = RulebookLoader.parse(changed(file, from, to == null ? "" : to));
    assertThat(RulebookDiff.between(before, after)).anyMatch(line -> line.contains(said));
  }
}
