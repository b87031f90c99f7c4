package org.heed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.heed.simulator.SimulatedEvent.ReportAmended;
import org.heed.simulator.SimulatedEvent.ReportMade;
import org.junit.jupiter.api.Test;

class NarrativeTest {

  /** Nothing sexualises a child, describes an act, or borrows a brand. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(sex|sexy|sexual(?! health)|sexually|intercourse|naked|nude|nudes|topless|genital\\w*"
              + "|breast\\w*|penis|vagina\\w*|oral|anal|masturb\\w*|grop\\w*|fondl\\w*|kiss\\w*"
              + "|erotic|porn\\w*|prostitut\\w*|promiscuous|slut|slag|whore|rape[sd]?|raping"
              + "|penetrat\\w*|undress\\w*|underwear|knickers|lingerie|seduc\\w*|intimate\\w*"
              + "|indecent\\w*|explicit\\w*|touched|touching|virgin\\w*|condom\\w*|aroused"
              + "|snapchat|instagram|tiktok|facebook|whatsapp|uber|travelodge|premier inn"
              + "|rotherham|rochdale|telford|oxford|london|manchester)\\b");

  private static final Pattern BLAMING =
      Pattern.compile(
          "putting (her|him)self at risk|streetwise|lifestyle choice|regular misper|refuses to engage"
              + "|will not engage|attention seeking|manipulative|older boyfriend|involved in cse"
              + "|associates with a gang");

  private static final Pattern UNFILLED =
      Pattern.compile("[{}<>|\\[\\]\\uE000-\\uE7FF]|null|  | \\.|,,|\\.\\.");

  private static final SimulatedForce FORCE = SimulatedForce.of(ForceParameters.of(11, 12_000));
  private static final List<ReportMade> REPORTS =
      FORCE.events().filter(ReportMade.class::isInstance).map(ReportMade.class::cast).toList();
  private static final Map<String, Integer> POSITIONS = new HashMap<>();

  static {
    REPORTS.forEach(report -> POSITIONS.put(report.reference(), POSITIONS.size()));
  }

  private static final List<Truth.OfReport> TRUTHS =
      FORCE
          .truths()
          .filter(Truth.OfReport.class::isInstance)
          .map(Truth.OfReport.class::cast)
          .sorted(Comparator.comparingInt(t -> position(t.reference())))
          .toList();

  private static int position(String reference) {
    return POSITIONS.getOrDefault(reference, -1);
  }

  @Test
  void noNarrativeHoldsAForbiddenWord() {
    FORCE
        .events()
        .forEach(event -> {
          String text =
              switch (event) {
                case ReportMade report -> report.narrative();
                case ReportAmended amended -> amended.narrative();
                default -> "";
              };
          var found = FORBIDDEN.matcher(text.toLowerCase(Locale.UK));
          assertThat(found.find()).as(() -> event.reference() + ": " + found.group()).isFalse();
        });
  }

  @Test
  void everyTemplateRenders_withoutForbiddenOrUnfilledWords() {
    for (long seed = 1; seed <= 4; seed++) {
      NarrativeSource source = NarrativeSource.of(seed, 0.5);
      for (int i = 0; i < 4_000; i++) {
        String text = source.next();
        assertThat(FORBIDDEN.matcher(text.toLowerCase(Locale.UK)).find()).as(text).isFalse();
        assertThat(UNFILLED.matcher(text).find()).as(text).isFalse();
      }
    }
  }

  @Test
  void victimBlamingLanguage_isThereOnlyWherePlanted() {
    int planted = 0;
    for (int i = 0; i < TRUTHS.size(); i++) {
      boolean marked = TRUTHS.get(i).expresses().stream().anyMatch(Expressed::isLanguage);
      planted += marked ? 1 : 0;
      if (!marked) {
        assertThat(REPORTS.get(i).narrative().toLowerCase(Locale.UK))
            .doesNotContainPattern(BLAMING);
      }
    }
    assertThat(planted / (double) TRUTHS.size()).isBetween(0.01, 0.04);
  }

  @Test
  void meanLengthIsThatOfRealCaseNotes() {
    double mean =
        REPORTS.stream()
            .mapToInt(r -> r.narrative().getBytes(StandardCharsets.UTF_8).length)
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(620.0, 700.0);
  }

  @Test
  void shareWithIndicatorsIsTheScenarios() {
    for (double share : new double[] {0.42, 0.3, 0.6}) {
      ForceParameters parameters =
          ForceParameters.of(5, 6_000).withScenario(Scenario.COUNTY.withIndicatorShare(share));
      long hits =
          SimulatedForce.of(parameters)
              .truths()
              .filter(t ->
                  t instanceof Truth.OfReport report
                      && report.expresses().stream().anyMatch(Expressed::isPlainIndicator))
              .count();
      assertThat(hits / 6_000.0).isBetween(share - 0.03, share + 0.03);
    }
  }

  @Test
  void expressedSpansLieInTheirNarratives() {
    for (int i = 0; i < TRUTHS.size(); i++) {
      assertThat(TRUTHS.get(i).reference()).isEqualTo(REPORTS.get(i).reference());
      String text = REPORTS.get(i).narrative();
      for (Expressed words : TRUTHS.get(i).expresses()) {
        assertThat(words.start()).isNotNegative().isLessThan(words.end());
        assertThat(words.end()).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
        assertThat(text.substring(words.start(), words.end())).isNotBlank();
      }
    }
  }

  @Test
  void mostExploitationIsToldWithoutTheWord() {
    long told = 0;
    long exploitation = 0;
    for (int i = 0; i < TRUTHS.size(); i++) {
      if (TRUTHS.get(i).exploitation()) {
        exploitation++;
        String text = REPORTS.get(i).narrative().toLowerCase(Locale.UK);
        told += text.contains("exploit") || text.contains("cse") ? 1 : 0;
      }
    }
    assertThat(told / (double) exploitation).isLessThan(0.1);
  }

  @Test
  void narrativesDoNotRepeat() {
    Set<String> seen = new HashSet<>();
    Set<String> openings = new HashSet<>();
    for (ReportMade report : REPORTS) {
      seen.add(report.narrative());
      openings.add(report.narrative().substring(0, Math.min(60, report.narrative().length())));
    }
    assertThat(seen.size()).isEqualTo(REPORTS.size());
    assertThat(openings.size() / (double) REPORTS.size()).isGreaterThan(0.9);
  }

  @Test
  void thePhrasebookHoldsSeveralHundredSentences() {
    long sentences =
        Phrasebook.load().situations().stream()
            .flatMap(s -> s.sections().entrySet().stream())
            .filter(e -> !e.getKey().equals("tail"))
            .mapToLong(e -> e.getValue().size())
            .sum();
    assertThat(sentences).isGreaterThan(500);
    assertThat(Phrasebook.load().situations()).hasSizeGreaterThan(50);
  }

  @Test
  void aSourceRepeatsItself_onlyForTheSameSeed() {
    NarrativeSource one = NarrativeSource.of(1, 0.3);
    NarrativeSource same = NarrativeSource.of(1, 0.3);
    NarrativeSource other = NarrativeSource.of(2, 0.3);
    for (int i = 0; i < 200; i++) {
      String text = one.next();
      assertThat(same.next()).isEqualTo(text);
      assertThat(other.next()).isNotEqualTo(text);
    }
  }
}
