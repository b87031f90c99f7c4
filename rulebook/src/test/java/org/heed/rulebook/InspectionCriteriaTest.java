package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionCriteriaTest {
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");
  private static final String FILE = "inspection.yaml";

  private static Map<String, String> changed(String from, String to) throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    String before = files.getOrDefault(FILE, "");
    assertThat(before).contains(from);
    files.put(FILE, before.replaceFirst(Pattern.quote(from), to));
    return files;
  }

  @Test
  void fiveTopics_areGradedAndLeadershipOnceForTheForce() throws Exception {
    InspectionCriteria topics =
        RulebookLoader.load(SHIPPED).findInspection("child-protection-2024").orElseThrow();
    assertThat(topics.criteria()).hasSize(5);
    assertThat(topics.of(InspectionCriteria.Unit.FORCE))
        .extracting(InspectionCriteria.Criterion::id)
        .containsExactly("leadership");
    assertThat(topics.isGoodEnough("requires-improvement")).isFalse();
    assertThat(topics.isGoodEnough("outstanding")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good_enough: adequate|good_enough: adequat|“adequat” is no grade of the scale. Did you mean “adequate”?",
        "unit: force|unit: farce|unit cannot be “farce”. Did you mean “force”?",
        "[danger-read, crime-recorded, rape|[danger-red, crime-recorded, rape|there is no standard “danger-red”. Did you mean “danger-read”?",
        "id: partnership-working|id: leadership|the criterion id “leadership” is used already at",
        "id: child-journey-2020|id: child-protection-2024|the set of criteria id “child-protection-2024” is used already at",
        "in_force: 2024-04-16||the set of criteria has no in_force",
        "{id: good, title: Good}|{id: adequate, title: Good}|the grade id “adequate” is used already at",
        "says: Risk is seen|sais: Risk is seen|the criterion has no says",
        "measures: [sexual-harm|measures: [sexual-hram|measures cannot be “sexual-hram-prevention-order”. Did you mean “sexual-harm-prevention-order”?",
        "routes: [online-referral]|routes: [on-line]|routes cannot be “on-line”. Write some of child, found-by-police",
        "flags: [cce]|flags: [cse]|“cse” shows an earlier area already, at inspection.yaml:",
        "kinds: [missing-episode]|kinds: [missing]|kinds cannot be “missing”",
        "flags: [csa]||nothing shows the area of protection. Add measures, routes, kinds, flags or missing",
        "id: online|id: missing|the area of protection id “missing” is used already at",
        "id: online|id: not-known|“not-known” is the stratum of cases that nothing shows an area of",
        "title: Online|titel: Online|the area of protection has no title",
      })
  void mistake_isNamedWithItsCure(String from, String to, String said) throws Exception {
    Map<String, String> files = changed(from, to == null ? "" : to);
    assertThatThrownBy(() -> RulebookLoader.parse(files))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining(FILE + ":")
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good_enough: adequate|good_enough: good|Criteria child-protection-2024, good enough: “adequate” became “good”.",
        "title: Leadership|title: Leaders|Criteria child-protection-2024, leadership, title: “Leadership” became “Leaders”.",
        "id: detention|id: custody|Criteria child-journey-2020, custody, unit: “case” was added.",
        "routes: [online-referral]|routes: [child, online-referral]|Area of protection online, routes: “online-referral” became “child, online-referral”.",
        "id: online|id: on-line|The order of areas of protection: “sex-offender-management, online, child-sexual-exploitation, child-criminal-exploitation, missing, child-sexual-abuse” became “sex-offender-management, on-line, child-sexual-exploitation, child-criminal-exploitation, missing, child-sexual-abuse”.",
      })
  void difference_isSaidInWords(String from, String to, String said) throws Exception {
    assertThat(
            RulebookDiff.between(
                RulebookLoader.load(SHIPPED), RulebookLoader.parse(changed(from, to))))
        .contains(said);
  }
}
