package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.report.Restrictions;
import org.heed.server.safeguarding.CaseFiles;
import org.heed.server.safeguarding.CaseRestrictions;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case that is restricted after it was graded: the database shows its grades to nobody to whom it
 * is closed, and whatever is counted of grades says how many cases it leaves out.
 */
class ClosedGradesTest {
  private static final String CRITERIA = "child-protection-2024";

  private InspectionScene scene;

  @BeforeEach
  void start() {
    scene = new InspectionScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  /** All cases of both boroughs, graded inadequate by both inspectors, but the first good. */
  private UUID graded() {
    UUID inspection =
        scene.draw(Map.of("greyport", 8, "alder-vale", 4), Part.SELF, Part.FIRST, Part.SECOND);
    scene.name(inspection, Part.SELF, scene.own);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SECOND, scene.second);
    List<UUID> drawn = scene.drawn(inspection);
    for (UUID one : drawn) {
      String grade = one.equals(drawn.getFirst()) ? "good" : "inadequate";
      scene.grade(scene.own, inspection, one, "good");
      scene.grade(scene.first, inspection, one, grade);
      cite(inspection, one, grade);
    }
    scene.server.clock().pass(Duration.ofDays(1));
    return inspection;
  }

  private void cite(UUID inspection, UUID caseFile, String grade) {
    Map<String, Grading.Given> all = new LinkedHashMap<>();
    scene
        .inspections
        .get(scene.second, inspection)
        .ofCases()
        .forEach(one -> all.put(one.id(), new Grading.Given(grade, "Told in its reports.")));
    scene.gradings.grade(
        scene.second, inspection, caseFile, all, Map.of("investigation", List.of("a new phone")));
  }

  private void correctAndSettle(UUID inspection, UUID caseFile) {
    scene.gradings.correct(
        scene.first,
        inspection,
        caseFile,
        "investigation",
        new Grading.Given("adequate", "She was seen."),
        "Looked at the dates again.");
    scene.gradings.resolve(
        scene.lead, inspection, caseFile, "investigation", "adequate", "Looked at it together.");
  }

  private long seen(Caller caller, String query) {
    return scene
        .server
        .acts()
        .plain(
            caller,
            () ->
                JdbcClient.create(scene.server.databases().app())
                    .sql(query)
                    .query(Long.class)
                    .single());
  }

  private static String gradings(UUID caseFile) {
    return "select count(*) from record.inspection_grading where case_file = '" + caseFile + "'";
  }

  /** What there is of a grading, by the owner's eyes, as the application asks for it. */
  private Map<String, String> queries(UUID caseFile) {
    String ids =
        scene.server.text(
            "select string_agg(quote_literal(id::text), ',') from record.inspection_grading"
                + " where case_file = '"
                + caseFile
                + "'");
    String of = " where grading in (" + ids + ")";
    return Map.of(
        "grading", gradings(caseFile),
        "grade", "select count(*) from record.inspection_grade" + of,
        "passage", "select count(*) from record.inspection_passage" + of,
        "correction", "select count(*) from record.inspection_correction" + of,
        "resolution",
            "select count(*) from record.inspection_resolution where case_file = '"
                + caseFile
                + "'");
  }

  private CaseRestrictions restrictions() {
    CaseStore store = new CaseStore(scene.server.databases());
    return new CaseRestrictions(
        scene.server.acts(),
        new CaseFiles(scene.server.acts(), new KnownPositions(scene.server.databases()), store),
        scene.server.databases());
  }

  @Test
  void gradesOfAClosedCase_areNobodysToWhomItIsClosed_inTheDatabaseItself() {
    UUID inspection = graded();
    List<UUID> grey =
        scene.inspections.get(scene.lead, inspection).cases().stream()
            .filter(one -> one.stratum().equals("greyport"))
            .map(Inspection.Drawn::caseFile)
            .toList();
    UUID closed = grey.get(0);
    UUID open = grey.get(1);
    correctAndSettle(inspection, closed);
    correctAndSettle(inspection, open);
    Caller supervisor = scene.someone("greyport", Role.SUPERVISOR);
    List<Caller> all = List.of(scene.first, scene.second, scene.lead, supervisor);
    for (Caller one : all) {
      queries(closed).forEach((name, query) -> assertThat(seen(one, query)).as(name).isPositive());
    }
    Caller chosen = scene.someone(null, Role.SUPERVISOR);
    restrictions().restrict(chosen, closed, List.of(), "A relative works here.");
    for (Caller one : all) {
      queries(closed).forEach((name, query) -> assertThat(seen(one, query)).as(name).isZero());
      queries(open).forEach((name, query) -> assertThat(seen(one, query)).as(name).isPositive());
      assertThat(seen(one, "select access.graded_cases_closed('" + inspection + "')")).isEqualTo(1);
    }
    queries(closed).forEach((name, query) -> assertThat(seen(chosen, query)).as(name).isPositive());
    assertThat(seen(chosen, "select access.graded_cases_closed('" + inspection + "')")).isZero();
    restrictions().open(scene.lead, closed, "To look at what was graded.");
    queries(closed)
        .forEach((name, query) -> assertThat(seen(scene.lead, query)).as(name).isPositive());
    assertThat(seen(scene.second, gradings(closed))).as("an opening is of one alone").isZero();
  }

  @Test
  void wordsOfAReport_thatLeftTheCaseBeforeItWasRestricted_areClosedWithIt() {
    UUID inspection = scene.draw(Map.of("greyport", 1), Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    UUID report = scene.linkedReport(caseFile);
    scene.grade(scene.first, inspection, caseFile, "good");
    scene.server.asOwner(
        "insert into record.inspection_passage (entry, ordinal, grading, criterion, place, record,"
            + " source, start_at, end_at, quote) select entry, 900, id, 'investigation', 1, '"
            + report
            + "', 'Report', 0, 9, 'He waits' from record.inspection_grading");
    String passages = "select count(*) from record.inspection_passage";
    assertThat(seen(scene.lead, passages)).isEqualTo(1);
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(
            scene.someone(null, Role.SUPERVISOR), report, List.of(), "A relative works here.");
    assertThat(seen(scene.lead, gradings(caseFile))).as("it is no report of the case").isEqualTo(1);
    assertThat(seen(scene.lead, passages)).isZero();
  }

  @Test
  void forcesGrades_andWhatIsAskedForBesideAClosedCase() {
    UUID inspection = scene.draw(Map.of("greyport", 1), Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    UUID report = scene.linkedReport(caseFile);
    scene.requests.ask(scene.first, inspection, caseFile, report, "Who waits at the gate?");
    Map<String, Grading.Given> force = new LinkedHashMap<>();
    scene
        .inspections
        .get(scene.first, inspection)
        .ofTheForce()
        .forEach(one -> force.put(one.id(), new Grading.Given("good", "As briefed.")));
    assertThat(force).isNotEmpty();
    scene.gradings.grade(scene.first, inspection, null, force);
    scene.restrict(caseFile);
    String ofTheForce = "select count(*) from record.inspection_grading where case_file is null";
    assertThat(seen(scene.lead, ofTheForce)).isEqualTo(1);
    assertThat(scene.requests.list(scene.first, inspection)).isEmpty();
    assertThat(scene.requests.list(scene.lead, inspection)).isEmpty();
  }

  @Test
  void whatIsClosed_isAskedForOnceAStatement_notOnceARow() {
    UUID inspection = graded();
    scene.restrict(scene.drawn(inspection).getFirst());
    for (String table : List.of("grading", "grade", "passage", "resolution")) {
      List<String> plan =
          scene
              .server
              .acts()
              .plain(
                  scene.lead,
                  () ->
                      JdbcClient.create(scene.server.databases().app())
                          .sql(
                              "explain (analyze, costs off, timing off, summary off) select * from"
                                  + " record.inspection_"
                                  + table)
                          .query(String.class)
                          .list());
      assertThat(plan)
          .as(table)
          .filteredOn(line -> line.contains("ProjectSet"))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).containsAnyOf("loops=1)", "never executed"));
      assertThat(String.join("\n", plan)).as(table).contains("hashed SubPlan");
    }
  }

  @Test
  void result_leavesAClosedCaseOutOfEveryFigure_andSaysSo() {
    UUID inspection = graded();
    List<UUID> drawn = scene.drawn(inspection);
    InspectionResult before = scene.results.read(scene.lead, inspection);
    assertThat(before.settled()).isEqualTo(12);
    assertThat(before.leftOut()).isZero();
    assertThat(before.criteria().getLast().self().orElseThrow().same()).isEqualTo(1);
    scene.restrict(drawn.getFirst());
    InspectionResult result = scene.results.read(scene.lead, inspection);
    InspectionResult.OfCriterion overall = result.criteria().getLast();
    assertThat(result.closed()).isEqualTo(1);
    assertThat(result.leftOut()).isEqualTo(1);
    assertThat(result.settled()).isEqualTo(11);
    assertThat(overall.wanting()).isEqualTo(11);
    assertThat(overall.share().interval().lower()).as("it may be good").isLessThan(1);
    assertThat(overall.self().orElseThrow().same()).as("flattery, too, is of eleven").isZero();
    assertThat(overall.self().orElseThrow().higher()).isEqualTo(11);
    assertThat(overall.agreement().orElseThrow().same().value()).isCloseTo(100, within(1e-9));
    assertThat(result.population().disagree())
        .extracting(one -> one.drawn().caseFile())
        .doesNotContain(drawn.getFirst());
    assertThat(result.population().standards())
        .allSatisfy(one -> assertThat(one.asked()).isLessThanOrEqualTo(11));
  }

  @Test
  void caseThatIsClosed_andThatNotEveryPartGraded_isNoneThatIsLeftOut() {
    UUID inspection = scene.draw(Map.of("greyport", 3), Part.FIRST, Part.SECOND);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SECOND, scene.second);
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.grade(scene.first, inspection, caseFile, "good");
    scene.restrict(caseFile);
    assertThat(scene.results.read(scene.lead, inspection).leftOut()).isZero();
    assertThat(scene.results.read(scene.lead, inspection).closed()).isEqualTo(1);
    assertThat(scene.results.read(scene.first, inspection).leftOut())
        .as("their own grades are closed to them, too")
        .isEqualTo(1);
  }

  @Test
  void archive_hasNothingOfAClosedCase_andSaysHowManyItLeavesOut() throws IOException {
    UUID inspection = graded();
    Map<String, String> before = files(scene.results.pack(scene.lead, inspection));
    assertThat(before.get("design.csv")).contains("graded_cases_left_out,0");
    assertThat(before.get("README.txt")).doesNotContain("closed to whoever");
    assertThat(ofTheFirst(before, "grades.csv")).isNotEmpty();
    scene.restrict(scene.drawn(inspection).getFirst());
    Map<String, String> after = files(scene.results.pack(scene.lead, inspection));
    assertThat(after.get("design.csv")).contains("graded_cases_left_out,1");
    assertThat(after.get("README.txt")).contains("1 graded case is closed to whoever took this");
    for (String file : List.of("grades.csv", "settled.csv", "evidence.csv", "disagreements.csv")) {
      assertThat(ofTheFirst(after, file)).as(file).isEmpty();
    }
    assertThat(after.get("SHA256SUMS")).isNotEqualTo(before.get("SHA256SUMS"));
    assertThat(files(scene.results.pack(scene.first, inspection)).get("SHA256SUMS"))
        .as("the same to whom the same cases are open, but for evidence of theirs")
        .isNotEmpty();
  }

  /** Lines of the case at the first place. */
  private static List<String> ofTheFirst(Map<String, String> files, String file) {
    return files.getOrDefault(file, "").lines().filter(line -> line.startsWith("1,")).toList();
  }

  private static Map<String, String> files(byte[] zip) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
        files.put(one.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void trends_earlierGrades_andEveryCaseNow_sayHowManyTheyLeaveOut() {
    UUID inspection = graded();
    scene.workOut();
    scene.restrict(scene.drawn(inspection).getFirst());
    InspectionStore store = new InspectionStore(scene.server.databases());
    GradeTrends trends =
        new GradeTrends(scene.server.acts(), store, scene.gradingStore, scene.frames);
    GradeTrend trend = trends.read(scene.lead, CRITERIA, Inspection.OVERALL, false);
    assertThat(trend.samples().getFirst().settled()).isEqualTo(11);
    assertThat(trend.samples().getFirst().leftOut()).isEqualTo(1);
    assertThat(trend.leftOut()).isEqualTo(1);
    assertThat(trend.groups())
        .as("four cases or fewer are few, and what is left would tell of them")
        .allSatisfy(one -> assertThat(one.place()).isNull());

    EarlierGrades earlier = new EarlierGrades(scene.server.acts(), store, scene.gradingStore);
    EarlierGrades.Told told = earlier.find(scene.lead, CRITERIA, StrataBy.AREA).orElseThrow();
    assertThat(told.graded().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(11);
    assertThat(told.leftOut()).isEqualTo(1);

    CasesNowReader now =
        new CasesNowReader(
            scene.server.acts(),
            store,
            scene.gradingStore,
            InspectionScene.RULEBOOK,
            scene.server.databases());
    CasesNow read = now.read(scene.lead);
    assertThat(read.leftOut()).isEqualTo(1);
    assertThat(read.compared()).isEqualTo(11);
    assertThat(read.open()).as("it is in no count of open cases, either").isEqualTo(11);
    assertThat(read.standards())
        .anySatisfy(one -> assertThat(one.missed()).isEqualTo(11))
        .allSatisfy(one -> assertThat(one.asked()).isLessThanOrEqualTo(11));
    assertThat(now.read(scene.first).open()).isEqualTo(11);
  }

  @Test
  void sampleWhoseGradedCasesAreAllClosed_isNotPassedOverInSilence() {
    UUID inspection = scene.draw(Map.of("greyport", 1), Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.grade(scene.first, inspection, caseFile, "good");
    scene.restrict(caseFile);
    InspectionStore store = new InspectionStore(scene.server.databases());
    GradeTrend trend =
        new GradeTrends(scene.server.acts(), store, scene.gradingStore, scene.frames)
            .read(scene.lead, CRITERIA, Inspection.OVERALL, false);
    assertThat(trend.samples()).hasSize(1);
    assertThat(trend.samples().getFirst().share().value()).isNaN();
    assertThat(trend.samples().getFirst().leftOut()).isEqualTo(1);
    assertThat(trend.groups()).isEmpty();
    CasesNow now =
        new CasesNowReader(
                scene.server.acts(),
                store,
                scene.gradingStore,
                InspectionScene.RULEBOOK,
                scene.server.databases())
            .read(scene.lead);
    assertThat(now.sample().orElseThrow().id()).isEqualTo(inspection);
    assertThat(now.compared()).isZero();
    assertThat(now.leftOut()).isEqualTo(1);
  }
}
