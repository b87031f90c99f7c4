package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.rulebook.ProtectionArea;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingStore;
import org.heed.server.missing.NewEpisode;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.OutcomeStore;
import org.heed.server.person.NewPerson;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.review.FlagDecision;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.sampling.Redrawn;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Strata by the area of child protection that a case's record shows. */
class ProtectionAreasTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @TempDir private Path temporary;

  private InspectionScene scene;
  private int reports;

  @BeforeEach
  void start() {
    scene = new InspectionScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private Map<String, Integer> strata(Caller by) {
    scene.settle();
    return scene.inspections.strata(
        by, null, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 22), StrataBy.PROTECTION);
  }

  private UUID link(int number, ReportKind kind, @Nullable NoticeRoute route) {
    UUID report =
        scene
            .services
            .reports()
            .record(
                scene.officer,
                new NewReport(
                    "made",
                    "AREA/" + ++reports,
                    kind,
                    route,
                    "greyport",
                    "An older man bought her a phone.",
                    null,
                    null,
                    null,
                    NOW,
                    null,
                    "B2",
                    null,
                    "safeguarding",
                    null,
                    null,
                    List.of(
                        new NewMention(
                            MentionRole.VICTIM,
                            "Child",
                            null,
                            null,
                            14,
                            null,
                            null,
                            null,
                            null,
                            null)),
                    List.of()))
            .report();
    scene.services.cases().link(scene.officer, scene.opened.get(number), report, true, "Of her.");
    return report;
  }

  private void decide(UUID report, FlagDecision.Answer answer, @Nullable String instead) {
    scene
        .services
        .flags()
        .decide(
            scene.officer,
            new FlagDecision(
                report,
                null,
                answer,
                Map.of("under-18", "present"),
                instead,
                "officer",
                "What she told, and the messages.",
                null,
                null));
  }

  private UUID marked(int number, FlagDecision.Answer answer, @Nullable String instead) {
    UUID report = link(number, ReportKind.INTELLIGENCE, null);
    decide(report, answer, instead);
    return report;
  }

  @Test
  void stratum_isTheFirstAreaThatFactsOfTheCaseShow_andNotKnownOtherwise() {
    assertThat(strata(scene.lead)).containsExactly(Map.entry("not-known", 12));
    marked(0, FlagDecision.Answer.YES, null);
    link(1, ReportKind.CRIME_REPORT, NoticeRoute.ONLINE_REFERRAL);
    marked(1, FlagDecision.Answer.YES, null);
    link(2, ReportKind.MISSING_EPISODE, null);
    marked(3, FlagDecision.Answer.NO, "cce");
    marked(4, FlagDecision.Answer.NO, "csa");
    link(5, ReportKind.INTELLIGENCE, NoticeRoute.CHILD);
    assertThat(InspectionScene.RULEBOOK.rulebook().protectionAreas())
        .extracting(ProtectionArea::id)
        .containsAll(
            strata(scene.lead).keySet().stream().filter(one -> !one.equals("not-known")).toList());
    assertThat(strata(scene.lead))
        .containsExactly(
            Map.entry("child-criminal-exploitation", 1),
            Map.entry("child-sexual-abuse", 1),
            Map.entry("child-sexual-exploitation", 1),
            Map.entry("missing", 1),
            Map.entry("not-known", 7),
            Map.entry("online", 1));
  }

  @Test
  void childOfTheCaseReportedMissing_isMissing_untilTheyNoLongerBelongToIt() {
    PersonStore people = new PersonStore(scene.server.databases());
    UUID child =
        scene
            .services
            .people()
            .create(
                scene.officer,
                new NewPerson(
                    "Elodie",
                    "Marsh",
                    LocalDate.of(2013, 4, 2),
                    "day",
                    null,
                    null,
                    null,
                    null,
                    null),
                "Known");
    UUID member =
        scene
            .services
            .cases()
            .involve(
                scene.officer,
                scene.opened.getFirst(),
                new NewCase.Member(CaseRole.SIBLING, child, null, null, null),
                "Her sister.");
    assertThat(strata(scene.lead)).containsOnlyKeys("not-known");
    new Missing(
            scene.server.acts(),
            new MissingStore(scene.server.databases()),
            people,
            new EpisodeClocks(InspectionScene.RULEBOOK, scene.server.time()),
            InspectionScene.RULEBOOK,
            scene.server.time())
        .report(
            scene.officer,
            child,
            new NewEpisode("greyport", null, null, NOW, "Her aunt", "Not back from town."));
    assertThat(strata(scene.lead)).containsEntry("missing", 1);
    scene
        .services
        .cases()
        .release(scene.officer, scene.opened.getFirst(), member, "Another family.");
    assertThat(strata(scene.lead)).containsOnlyKeys("not-known");
  }

  @Test
  void orderOnSexualRiskInTheCase_isSexOffenderManagement_beforeAnythingElse() {
    UUID of = scene.opened.getFirst();
    marked(0, FlagDecision.Answer.YES, null);
    UUID suspect =
        scene
            .services
            .cases()
            .involve(
                scene.officer,
                of,
                new NewCase.Member(CaseRole.SUSPECT, null, null, "A man in his forties", null),
                "Bought her the phone.");
    new CaseOutcomes(
            scene.server.acts(),
            scene.cases,
            new OutcomeStore(scene.server.databases()),
            InspectionScene.RULEBOOK)
        .issue(
            scene.officer,
            of,
            new CaseOutcomes.NewMeasure(
                "sexual-risk-order", suspect, null, "", "No contact.", "", NOW, null));
    assertThat(strata(scene.lead))
        .containsExactly(Map.entry("not-known", 11), Map.entry("sex-offender-management", 1));
  }

  @Test
  void drawByArea_isDrawnAgain_whateverIsDecidedLater() {
    UUID report = marked(0, FlagDecision.Answer.YES, null);
    strata(scene.lead);
    UUID inspection =
        scene.inspections.draw(
            scene.lead,
            new NewInspection(
                "By area of child protection",
                "child-protection-2024",
                null,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 22),
                StrataBy.PROTECTION,
                Set.of(Part.FIRST),
                Map.of("child-sexual-exploitation", 1, "not-known", 3)));
    assertThat(scene.drawn(inspection)).contains(scene.opened.getFirst());
    decide(report, FlagDecision.Answer.NO, "cce");
    marked(1, FlagDecision.Answer.YES, null);
    scene
        .services
        .cases()
        .link(scene.officer, scene.opened.getFirst(), report, false, "Of another child.");
    assertThat(strata(scene.lead)).containsEntry("child-sexual-exploitation", 1);
    assertThat(scene.inspections.redraw(scene.first, inspection)).isEqualTo(Redrawn.SAME);
  }

  @Test
  void strata_tellNothingOfOtherAreas_norToWhoeverDoesNotInspect() {
    marked(0, FlagDecision.Answer.YES, null);
    Caller elsewhere = scene.someone("alder-vale", Role.SUPERVISOR);
    assertThat(strata(elsewhere)).containsExactly(Map.entry("not-known", 4));
    UUID one = scene.opened.getFirst();
    assertThat(told(scene.lead, one)).isEqualTo(1);
    assertThat(told(elsewhere, one)).isZero();
    assertThat(told(scene.officer, one)).isZero();
  }

  private UUID drawn(Inspections inspections) {
    return inspections.draw(
        scene.lead,
        new NewInspection(
            "By area of child protection",
            "child-protection-2024",
            null,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 22),
            StrataBy.PROTECTION,
            Set.of(Part.FIRST),
            Map.of("not-known", 3)));
  }

  /** Inspections under the shipped rulebook with its areas of child protection written anew. */
  private Inspections under(String areas) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("rulebook"));
    Path shipped = Path.of("..", "rulebooks", "england-wales");
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(shipped.relativize(one).toString());
        Files.createDirectories(copy.resolveSibling("."));
        String text = Files.readString(one);
        Files.writeString(
            copy,
            one.endsWith("inspection.yaml")
                ? text.substring(0, text.indexOf("protection_areas:")) + areas
                : text);
      }
    }
    return new Inspections(
        scene.server.acts(),
        new KnownPositions(scene.server.databases()),
        scene.frames,
        new InspectionStore(scene.server.databases()),
        RulebookInForce.load(folder),
        scene.server.time());
  }

  @Test
  void draw_isDrawnAgainUnderALaterRulebook_byteForByte() throws IOException {
    marked(0, FlagDecision.Answer.YES, null);
    link(1, ReportKind.CRIME_REPORT, NoticeRoute.ONLINE_REFERRAL);
    strata(scene.lead);
    UUID inspection = drawn(scene.inspections);
    Inspections later =
        under(
            """
            protection_areas:
              - {id: from-abroad, title: From abroad, source: Made, routes: [partner-agency]}
              - {id: cse, title: Exploitation, source: Made, flags: [cse, csa]}
            """);
    assertThat(
            later.strata(
                scene.lead,
                null,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 22),
                StrataBy.PROTECTION))
        .containsExactly(Map.entry("cse", 1), Map.entry("not-known", 11));
    assertThat(later.redraw(scene.lead, inspection)).isEqualTo(Redrawn.SAME);
    assertThat(later.frame(scene.lead, inspection).lines())
        .isEqualTo(scene.inspections.frame(scene.lead, inspection).lines());
    FrameQuestion asked = later.get(scene.lead, inspection).frame();
    assertThat(asked.title("child-sexual-exploitation")).isEqualTo("Child sexual exploitation");
    UUID under = drawn(later);
    assertThat(scene.inspections.get(scene.lead, under).frame().title("cse"))
        .isEqualTo("Exploitation");
    assertThat(scene.inspections.redraw(scene.lead, under)).isEqualTo(Redrawn.SAME);
  }

  @Test
  void planFromBeforeRulebooksHadAreas_isDrawnAgain_asItWasThen() {
    marked(0, FlagDecision.Answer.YES, null);
    link(1, ReportKind.CRIME_REPORT, NoticeRoute.ONLINE_REFERRAL);
    marked(2, FlagDecision.Answer.NO, "cce");
    link(3, ReportKind.MISSING_EPISODE, null);
    marked(4, FlagDecision.Answer.NO, "csa");
    strata(scene.lead);
    UUID inspection = drawn(scene.inspections);
    String now = scene.inspections.frame(scene.lead, inspection).lines();
    scene.server.asOwner("update record.inspection set protection = null");
    assertThat(scene.inspections.frame(scene.lead, inspection).lines())
        .as("the shipped areas are those that the code had")
        .isEqualTo(now);
    assertThat(scene.inspections.redraw(scene.lead, inspection)).isEqualTo(Redrawn.SAME);
    assertThat(scene.inspections.get(scene.lead, inspection).frame().title("child-sexual-abuse"))
        .isEqualTo("Child sexual abuse");
  }

  @Test
  void rulebookWithoutAreas_putsNothingIntoStrataByThem() throws IOException {
    Inspections without = under("");
    assertThatThrownBy(() -> drawn(without))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("has no areas of child protection");
  }

  @Test
  void codesThatShowAnArea_areThoseThatRecordsHave() {
    assertThat(ProtectionArea.Kind.ROUTES.codes())
        .isEqualTo(codes(NoticeRoute.values(), NoticeRoute::code));
    assertThat(ProtectionArea.Kind.KINDS.codes())
        .isEqualTo(codes(ReportKind.values(), ReportKind::code));
    assertThat(ProtectionArea.Kind.MISSING.codes())
        .isEqualTo(codes(CaseRole.values(), CaseRole::code));
  }

  private static <T> Set<String> codes(T[] all, Function<T, String> code) {
    return Stream.of(all).map(code).collect(Collectors.toSet());
  }

  private long told(Caller by, UUID caseFile) {
    return scene
        .server
        .acts()
        .plain(
            by,
            () ->
                JdbcClient.create(scene.server.databases().app())
                    .sql(
                        "select count(*) from access.first_area_shown(1000000, array[:id],"
                            + " array['cse'], array['flags/cse'])")
                    .param("id", caseFile)
                    .query(Long.class)
                    .single());
  }
}
