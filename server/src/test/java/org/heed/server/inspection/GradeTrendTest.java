package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.uncertainty.ProportionInterval;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grades over successive samples and by group, and language by group: never of a person. */
class GradeTrendTest {
  private static final Instant SINCE = Instant.parse("2026-10-01T00:00:00Z");

  private InspectionScene scene;

  @BeforeEach
  void start() {
    scene = new InspectionScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void graded(String grey, String others) {
    UUID inspection = scene.draw(Map.of("greyport", 6, "alder-vale", 2), Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    for (Inspection.Drawn one : scene.inspections.get(scene.lead, inspection).cases()) {
      scene.grade(
          scene.first,
          inspection,
          one.caseFile(),
          one.stratum().equals("greyport") ? grey : others);
    }
    scene.server.clock().pass(Duration.ofDays(1));
  }

  @Test
  void successiveSamples_showTheShareAndWhatChanged_andFewCasesAreKeptBack() {
    graded("inadequate", "inadequate");
    graded("good", "inadequate");
    UUID own = scene.draw(Map.of("greyport", 1), Part.SELF);
    scene.name(own, Part.SELF, scene.second);
    scene.grade(scene.second, own, scene.drawn(own).getFirst(), "good");
    GradeTrends trends =
        new GradeTrends(
            scene.server.acts(),
            new InspectionStore(scene.server.databases()),
            scene.gradingStore,
            scene.frames);
    GradeTrend trend = trends.read(scene.lead, "child-protection-2024", Inspection.OVERALL, false);
    assertThat(trend.samples()).as("a force's own grades are left out").hasSize(2);
    assertThat(trend.samples().getFirst().share().value()).isCloseTo(1, within(1e-12));
    GradeTrend.Sample last = trend.samples().getLast();
    assertThat(last.share().value()).as("4 of 12").isCloseTo(4 / 12.0, within(1e-12));
    GradeTrend.Change change = last.change().orElseThrow();
    assertThat(change.points().value()).isCloseTo(-8 / 12.0, within(1e-12));
    assertThat(change.shared()).as("eight of twelve drawn twice have some in common").isPositive();
    assertThat(width(change.points()))
        .as("wider than were the two independent")
        .isGreaterThan(width(GradeTrend.change(trend.samples().getFirst().share(), last.share())));
    assertThat(trend.groups())
        .extracting(GradeTrend.OfGroup::name)
        .containsExactly("alder-vale", "greyport");
    assertThat(trend.groups().getFirst().place()).as("four graded cases are too few").isNull();
    assertThat(trend.groups().getLast().place())
        .as("eight cases less six would tell of the other")
        .isNull();
    assertThat(trend.funnel()).isEmpty();
    assertThat(trends.read(scene.lead, "child-protection-2024", "investigation", true).groups())
        .extracting(GradeTrend.OfGroup::name)
        .containsExactly("Exploitation team");
    assertThat(trends.read(scene.lead, "child-journey-2020", Inspection.OVERALL, false).samples())
        .isEmpty();
  }

  @Test
  void samplesOfOtherFrames_areNoChange_andTheFunnelIsOfTheLatestAlone() {
    for (String area : List.of("greyport", "alder-vale")) {
      UUID one =
          scene.inspections.draw(
              scene.lead,
              new NewInspection(
                  "Of " + area,
                  "child-protection-2024",
                  area,
                  LocalDate.of(2026, 11, 1),
                  LocalDate.of(2026, 11, 22),
                  StrataBy.NOTHING,
                  Set.of(Part.FIRST),
                  Map.of("all", 4)));
      scene.name(one, Part.FIRST, scene.first);
      scene.drawn(one).forEach(each -> scene.grade(scene.first, one, each, "good"));
      scene.server.clock().pass(Duration.ofDays(1));
    }
    GradeTrends trends =
        new GradeTrends(
            scene.server.acts(),
            new InspectionStore(scene.server.databases()),
            scene.gradingStore,
            scene.frames);
    GradeTrend trend = trends.read(scene.lead, "child-protection-2024", Inspection.OVERALL, false);
    assertThat(trend.samples()).hasSize(2).allSatisfy(one -> assertThat(one.change()).isEmpty());
    assertThat(trend.groups()).extracting(GradeTrend.OfGroup::name).containsExactly("alder-vale");
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'inspection.trends-read'"))
        .isEqualTo(1);
  }

  @Test
  void groups_areKeptBack_soThatTheSampleLessTheOthersTellsOfNone() {
    assertThat(GradeTrend.shown(groups("a", 8, "b", 7))).containsExactly("a", "b");
    assertThat(GradeTrend.shown(groups("a", 8, "b", 7, "c", 2)))
        .as("one alone is told by the rest")
        .containsExactly("a");
    assertThat(GradeTrend.shown(groups("a", 8, "b", 7, "c", 2, "d", 2)))
        .as("four cases in all are few")
        .containsExactly("a");
    assertThat(GradeTrend.shown(groups("a", 8, "b", 7, "c", 3, "d", 4))).containsExactly("a", "b");
    assertThat(GradeTrend.shown(groups("a", 8, "b", 4))).isEmpty();
    assertThat(GradeTrend.shown(new TreeMap<>())).isEmpty();
  }

  private static double width(Estimate told) {
    return told.interval().upper() - told.interval().lower();
  }

  private static SortedMap<String, int[]> groups(Object... named) {
    SortedMap<String, int[]> groups = new TreeMap<>();
    for (int i = 0; i < named.length; i += 2) {
      groups.put((String) named[i], new int[] {1, (Integer) named[i + 1]});
    }
    return groups;
  }

  @Test
  void teamsWording_isKeptBack_whereAnAreaLessItsTeamsTellsOfFew() {
    List<Caller> officers =
        List.of(
            scene.officer,
            scene.someone(null, Role.INVESTIGATOR),
            scene.someone(null, Role.INVESTIGATOR));
    for (int i = 0; i < 36; i++) {
      boolean two = i >= 30;
      UUID report = report(two ? officers.get(0) : officers.get(i % 3), "greyport", i, i < 3);
      scene
          .services
          .cases()
          .link(scene.officer, scene.opened.get(two ? 1 : 0), report, true, "Of her.");
    }
    scene.server.asOwner(
        "update access.account set password_hash = 'none'; update record.case_owner set team ="
            + " 'Team one' where case_file = '"
            + scene.opened.get(0)
            + "'; update record.case_owner set team = 'Team two' where case_file = '"
            + scene.opened.get(1)
            + "'");
    LanguageRates language = new LanguageRates(scene.server.acts(), scene.server.databases());
    Instant until = Instant.parse("2026-12-31T00:00:00Z");
    assertThat(language.list(scene.lead, false, SINCE, until))
        .extracting(LanguageRate::reports)
        .containsExactly(36);
    assertThat(language.list(scene.lead, true, SINCE, until))
        .as("36 less 30 would be the six that one officer recorded")
        .extracting(LanguageRate::unit, LanguageRate::reports)
        .containsExactly(tuple("Team one", null), tuple("Team two", null));
    for (int i = 36; i < 48; i++) {
      UUID report = report(officers.get(i % 3), "greyport", i, false);
      scene.services.cases().link(scene.officer, scene.opened.get(1), report, true, "Of her.");
    }
    assertThat(language.list(scene.lead, true, SINCE, until))
        .as("eighteen by three are enough")
        .extracting(LanguageRate::unit, LanguageRate::reports)
        .containsExactly(tuple("Team one", 30), tuple("Team two", 18));
  }

  @Test
  void change_joinsTheIntervalsOfBothShares() {
    // Newcombe 1998, Statistics in Medicine 17: 56/70 and 48/80 by Wilson limits, method 10, 0.2000
    // (0.0524 to 0.3339); and 9/10 and 3/10, 0.6000 (0.1705 to 0.8090). The paper was not at hand;
    // the R package propint holds itself to both as the paper's
    // (tests/testthat/test_Two_Independent_Props_CI.R), and the score limits of R 4.2.2 (prop.test)
    // joined so give 0.0524315, 0.3338727 and 0.170523, 0.809018
    Estimate second = new Estimate(0.8, new Interval(0.6919, 0.8767, 0.95));
    Estimate first = new Estimate(0.6, new Interval(0.4904, 0.7004, 0.95));
    Estimate change = GradeTrend.change(first, second);
    assertThat(change.value()).isCloseTo(0.2, within(1e-12));
    assertThat(change.interval().lower()).isCloseTo(0.0524, within(5e-4));
    assertThat(change.interval().upper()).isCloseTo(0.3339, within(5e-4));
    Estimate exact = GradeTrend.change(wilson(48, 80), wilson(56, 70));
    assertThat(exact.interval().lower()).isCloseTo(0.0524315, within(5e-8));
    assertThat(exact.interval().upper()).isCloseTo(0.3338727, within(5e-8));
    Estimate few = GradeTrend.change(wilson(3, 10), wilson(9, 10));
    assertThat(few.interval().lower()).isCloseTo(0.170523, within(5e-7));
    assertThat(few.interval().upper()).isCloseTo(0.809018, within(5e-7));
  }

  private static Estimate wilson(long some, long all) {
    return new Estimate((double) some / all, ProportionInterval.wilson(some, all, 0.95));
  }

  @Test
  void language_isToldOfThreePeopleAndTenReports_andOfNoPerson() {
    List<Caller> officers =
        List.of(
            scene.officer,
            scene.someone(null, Role.INVESTIGATOR),
            scene.someone(null, Role.INVESTIGATOR));
    for (int i = 0; i < 12; i++) {
      report(officers.get(i % 3), "greyport", i, i < 3);
      report(scene.officer, "alder-vale", i, true);
      if (i < 9) {
        report(officers.get(i % 3), "fernley", i, true);
      }
    }
    scene.server.asOwner("update access.account set password_hash = 'none'");
    LanguageRates language = new LanguageRates(scene.server.acts(), scene.server.databases());
    List<LanguageRate> rates =
        language.list(scene.lead, false, SINCE, Instant.parse("2026-12-31T00:00:00Z"));
    assertThat(rates)
        .extracting(LanguageRate::unit)
        .containsExactly("alder-vale", "fernley", "greyport");
    assertThat(rates.getFirst().share()).as("one person wrote all of them").isNull();
    assertThat(rates.get(1).share()).as("nine reports").isNull();
    assertThat(rates.getLast().reports()).isEqualTo(12);
    assertThat(rates.getLast().worded()).isEqualTo(3);
    assertThat(
            language.list(
                scene.someone("fernley", Role.SUPERVISOR),
                false,
                SINCE,
                Instant.parse("2026-12-31T00:00:00Z")))
        .extracting(LanguageRate::unit)
        .containsExactly("fernley");
    assertThat(language.list(scene.lead, true, SINCE, Instant.parse("2026-12-31T00:00:00Z")))
        .as("no report belongs to a case")
        .isEmpty();
  }

  private UUID report(Caller by, String area, int number, boolean blaming) {
    return scene
        .services
        .reports()
        .record(
            by,
            new NewReport(
                "made",
                area + "/" + number,
                ReportKind.INTELLIGENCE,
                null,
                area,
                blaming
                    ? "She is putting herself at risk with an older man."
                    : "An older man gave her a phone.",
                null,
                null,
                null,
                Instant.parse("2026-11-10T08:00:00Z"),
                null,
                "B2",
                null,
                "safeguarding",
                null,
                null,
                List.of(
                    new NewMention(
                        MentionRole.VICTIM, "Child", null, null, 14, null, null, null, null, null)),
                List.of()))
        .report();
  }
}
