package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heed.clocks.State;
import org.heed.figures.sampling.Draw;
import org.heed.figures.sampling.Frame;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.heed.server.report.Restrictions;
import org.heed.server.safeguarding.CaseClock;
import org.heed.server.sampling.Redrawn;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Samples that anybody can draw again, grades that nobody sees too early, and what comes of them.
 */
class InspectionTest {
  private static final Map<String, Integer> TEN = Map.of("greyport", 6, "alder-vale", 4);

  private InspectionScene scene;

  @BeforeEach
  void start() {
    scene = new InspectionScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void sample_isDrawnAgainFromItsRecord_whateverCameLater() {
    assertThat(
            scene.inspections.strata(
                scene.lead,
                null,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 22),
                StrataBy.AREA))
        .containsExactlyInAnyOrderEntriesOf(Map.of("greyport", 8, "alder-vale", 4));
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SECOND);
    assertThat(scene.drawn(inspection)).hasSize(10).doesNotHaveDuplicates();
    scene.server.clock().set(Instant.parse("2026-11-24T09:00:00Z"));
    assertThat(scene.inspections.redraw(scene.first, inspection)).isEqualTo(Redrawn.SAME);
    Caller ofOneBorough = scene.someone("greyport", Role.SUPERVISOR);
    assertThat(scene.inspections.redraw(ofOneBorough, inspection))
        .as("the frame is kept with the draw")
        .isEqualTo(Redrawn.SAME);
    scene.server.asOwner(
        "update record.case_file set opened_at = '2020-01-01' where id = '"
            + notDrawn(inspection)
            + "'");
    assertThat(scene.inspections.redraw(scene.first, inspection))
        .as("whatever became of the record")
        .isEqualTo(Redrawn.SAME);
    scene.server.asOwner(
        "update record.inspection set frame_lines = replace(frame_lines, 'greyport', 'grey')");
    assertThat(scene.inspections.redraw(ofOneBorough, inspection)).isEqualTo(Redrawn.OTHER);
    scene.server.asOwner(
        "update record.inspection set frame_lines = replace(frame_lines, 'grey', 'greyport')");
    scene.server.asOwner(
        "update record.inspection_case set case_file = '"
            + notDrawn(inspection)
            + "' where place = 1");
    assertThat(scene.inspections.redraw(scene.lead, inspection)).isEqualTo(Redrawn.OTHER);
  }

  @Test
  void frame_isAsKnownOnAChosenDay_andSoAreItsCases() {
    scene.server.clock().set(Instant.parse("2026-11-24T09:00:00Z"));
    scene.settle();
    NewInspection then =
        new NewInspection(
            "As of the first",
            "child-protection-2024",
            null,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 22),
            StrataBy.NOTHING,
            java.util.Set.of(Part.FIRST),
            Map.of("all", 1),
            LocalDate.of(2026, 11, 1));
    assertThatThrownBy(() -> scene.inspections.draw(scene.lead, then))
        .as("no case was known then")
        .isInstanceOf(Refused.class);
    UUID drawn =
        scene.inspections.draw(
            scene.lead,
            new NewInspection(
                then.title(),
                then.criteria(),
                null,
                then.since(),
                then.until(),
                then.strata(),
                then.parts(),
                then.sizes(),
                LocalDate.of(2026, 11, 3)));
    assertThat(scene.inspections.get(scene.lead, drawn).frame().known().moment())
        .isEqualTo(Instant.parse("2026-11-04T00:00:00Z"));
    assertThat(scene.inspections.frame(scene.lead, drawn).units()).hasSize(12);
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'inspection.frame-taken'"))
        .as("a frame taken is a look")
        .isEqualTo(1);
  }

  private UUID notDrawn(UUID inspection) {
    List<UUID> drawn = scene.drawn(inspection);
    return scene.opened.stream().filter(one -> !drawn.contains(one)).findFirst().orElseThrow();
  }

  @Test
  void frame_holdsIdentifiersAndCodesAlone_andGradersSeeWhatWasDrawnForThem() {
    UUID inspection = scene.draw(TEN, Part.FIRST);
    UUID caseFile = scene.drawn(inspection).getFirst();
    assertThat(scene.inspections.frame(scene.first, inspection).units()).hasSize(12);
    assertThatThrownBy(() -> scene.gradings.open(scene.first, inspection, caseFile))
        .isInstanceOf(Refused.class);
    scene.name(inspection, Part.FIRST, scene.first);
    assertThat(scene.gradings.open(scene.first, inspection, caseFile).view().file().subject())
        .startsWith("Child");
    UUID other = notDrawn(inspection);
    assertThatThrownBy(() -> scene.gradings.open(scene.first, inspection, other))
        .hasMessageContaining("not drawn");
    assertThatThrownBy(() -> scene.gradings.open(scene.second, inspection, caseFile))
        .isInstanceOf(Refused.class);
    assertThat(
            scene.server.text(
                "select string_agg(distinct kind, ' ') from ledger.entry where actor = '"
                    + scene.first.account()
                    + "' and subjects @> array['"
                    + caseFile
                    + "'::uuid]"))
        .isEqualTo("inspection.case-opened");
  }

  @Test
  void graderWhoseTimeIsOver_seesAndGradesNothing() {
    UUID inspection = scene.draw(TEN, Part.FIRST);
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.name(inspection, Part.FIRST, scene.first);
    scene.server.asOwner("update record.inspection_grader set until = '2026-01-01T00:00:00Z'");
    assertThatThrownBy(() -> scene.gradings.open(scene.first, inspection, caseFile))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> scene.grade(scene.first, inspection, caseFile, "good"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void secondGrader_isBlindUntilBothHaveGraded_inTheDatabaseItself() {
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SECOND);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SECOND, scene.second);
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.grade(scene.first, inspection, caseFile, "inadequate");
    for (Caller other : List.of(scene.second, scene.lead)) {
      assertThat(scene.gradings.open(other, inspection, caseFile).grades().gradings()).isEmpty();
      assertThat(scene.gradings.progress(other, inspection).graded(Part.FIRST)).isEqualTo(1);
    }
    assertThat(scene.gradings.waiting(scene.first)).isEqualTo(9);
    assertThat(scene.gradings.waiting(scene.second)).isEqualTo(10);
    assertThat(scene.gradings.open(scene.first, inspection, caseFile).isGraded()).isTrue();
    assertThatThrownBy(() ->
            scene.gradings.resolve(
                scene.lead, inspection, caseFile, Inspection.OVERALL, "good", "Seen in time."))
        .hasMessageContaining("nothing is settled before");
    scene.grade(scene.second, inspection, caseFile, "requires-improvement");
    Grades open = scene.gradings.open(scene.lead, inspection, caseFile).grades();
    assertThat(open.gradings()).hasSize(2);
    assertThat(open.isOpenDisagreement(caseFile, "investigation")).isTrue();
    scene.gradings.resolve(
        scene.lead,
        inspection,
        caseFile,
        "investigation",
        "inadequate",
        "Both looked at the nine days again.");
    Gradings.Opened resolved = scene.gradings.open(scene.second, inspection, caseFile);
    assertThat(resolved.grades().settled(resolved.inspection(), caseFile, "investigation"))
        .contains("inadequate");
    assertThat(resolved.grades().settled(resolved.inspection(), caseFile, Inspection.OVERALL))
        .isEmpty();
  }

  @Test
  void correctedGrade_keepsBothVersions_andAgreementIsOfWhatWasGivenBlind() {
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SECOND);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SECOND, scene.second);
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.grade(scene.first, inspection, caseFile, "good");
    scene.server.clock().pass(Duration.ofMinutes(5));
    correct(scene.first, inspection, caseFile, "adequate", "I misread a date.");
    scene.server.clock().pass(Duration.ofMinutes(5));
    scene.grade(scene.second, inspection, caseFile, "inadequate");
    scene.server.clock().pass(Duration.ofMinutes(5));
    correct(scene.first, inspection, caseFile, "inadequate", "The second inspector is right.");
    Grades grades = scene.gradings.open(scene.lead, inspection, caseFile).grades();
    Grading own = grades.grading(caseFile, Part.FIRST).orElseThrow();
    assertThat(Objects.requireNonNull(own.grades().get(Inspection.OVERALL)).grade())
        .isEqualTo("good");
    assertThat(own.corrections())
        .extracting(Grading.Correction::grade)
        .containsExactly("adequate", "inadequate");
    assertThat(grades.given(caseFile, Part.FIRST, Inspection.OVERALL).orElseThrow().grade())
        .isEqualTo("inadequate");
    assertThat(grades.blind(caseFile, Part.FIRST, Inspection.OVERALL).orElseThrow().grade())
        .isEqualTo("adequate");
    assertThat(grades.isOpenDisagreement(caseFile, Inspection.OVERALL)).isFalse();
    InspectionResult result = scene.results.read(scene.lead, inspection);
    assertThat(result.criteria().getLast().agreement().orElseThrow().same().value()).isZero();
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'inspection.grade-corrected'"
                    + " and subjects @> array['"
                    + caseFile
                    + "'::uuid]"))
        .isEqualTo(2);
    assertThatThrownBy(() -> correct(scene.lead, inspection, caseFile, "good", "Not mine."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("who gave it");
  }

  @Test
  void threeInspectors_haveFleissKappa_andNoneKnowsTheOthers() {
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SECOND, Part.THIRD);
    Caller third = scene.someone(null, Role.INSPECTOR);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SECOND, scene.second);
    scene.name(inspection, Part.THIRD, third);
    int place = 0;
    for (UUID caseFile : scene.drawn(inspection)) {
      place++;
      scene.grade(scene.first, inspection, caseFile, place <= 5 ? "inadequate" : "good");
      scene.grade(scene.second, inspection, caseFile, place <= 5 ? "inadequate" : "good");
      Grades seen = scene.gradings.open(third, inspection, caseFile).grades();
      assertThat(seen.grading(caseFile, Part.FIRST)).isEmpty();
      assertThat(seen.grading(caseFile, Part.SECOND)).isEmpty();
      scene.grade(third, inspection, caseFile, place <= 4 ? "inadequate" : "good");
    }
    InspectorAgreement agreement =
        scene.results.read(scene.lead, inspection).criteria().getLast().agreement().orElseThrow();
    assertThat(agreement.graders()).isEqualTo(3);
    assertThat(agreement.same().value()).isCloseTo(90, within(1e-9));
    // agreed 9 of 10 wholly and one in a third of its pairs: 0.93333; shares 14/30 and 16/30
    double chance = Math.pow(14 / 30.0, 2) + Math.pow(16 / 30.0, 2);
    assertThat(agreement.kappa().value())
        .isCloseTo((28 / 30.0 - chance) / (1 - chance), within(1e-9));
    assertThat(agreement.weighted().value()).isNaN();
  }

  @Test
  void linkedRecord_isOpenedByAnother_forATime_andEachLookIsKept() {
    scene.server.clock().set(Instant.parse("2026-11-10T09:00:00Z"));
    UUID other = scene.linkedReport(scene.opened.getFirst());
    scene.settle();
    scene.server.clock().set(Instant.parse("2026-11-23T09:00:00Z"));
    scene.settle();
    UUID inspection = scene.draw(Map.of("greyport", 8, "alder-vale", 4), Part.FIRST);
    UUID caseFile = scene.opened.getFirst();
    assertThat(scene.requests.linked(scene.first, inspection, caseFile)).isEmpty();
    scene.name(inspection, Part.FIRST, scene.first);
    assertThat(scene.requests.linked(scene.first, inspection, caseFile))
        .extracting(LinkedRecord::id)
        .containsExactly(other);
    assertThat(scene.requests.linked(scene.lead, inspection, caseFile))
        .as("who grades nothing is told of nothing")
        .isEmpty();
    assertThatThrownBy(() ->
            scene.requests.ask(
                scene.first, inspection, caseFile, scene.opened.getLast(), "To see more."))
        .isInstanceOf(Refused.class);
    scene.requests.ask(scene.first, inspection, caseFile, other, "It may hold what was missed.");
    UUID request = scene.requests.list(scene.first, inspection).getFirst().id();
    assertThatThrownBy(() -> scene.requests.open(scene.first, inspection, request))
        .hasMessageContaining("not opened for you");
    assertThatThrownBy(() ->
            scene.requests.answer(
                scene.first, inspection, request, LocalDate.of(2100, 1, 1), "Mine."))
        .isInstanceOf(Refused.class);
    scene.requests.answer(scene.lead, inspection, request, LocalDate.of(2100, 1, 1), "Needed.");
    assertThat(
            scene
                .requests
                .open(scene.first, inspection, request)
                .report()
                .orElseThrow()
                .narrative())
        .contains("waits at the gate");
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'inspection.linked-record-opened'"
                    + " and subjects @> array['"
                    + other
                    + "'::uuid]"))
        .isEqualTo(1);
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'inspection.linked-records-listed'"
                    + " and subjects @> array['"
                    + other
                    + "'::uuid]"))
        .as("the list tells of the child too")
        .isEqualTo(1);
    scene.requests.answer(scene.lead, inspection, request, null, "No longer needed.");
    assertThatThrownBy(() -> scene.requests.open(scene.first, inspection, request))
        .isInstanceOf(Refused.class);
    assertThat(scene.requests.list(scene.lead, inspection).getFirst().answers()).hasSize(2);
  }

  @Test
  void pack_isDrawnAgainAndCheckedElsewhere_andHoldsNobodysWords() throws Exception {
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SELF);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SELF, scene.second);
    for (UUID caseFile : scene.drawn(inspection)) {
      scene.grade(scene.first, inspection, caseFile, "inadequate");
      scene.grade(scene.second, inspection, caseFile, "good");
    }
    byte[] pack = scene.results.pack(scene.lead, inspection);
    assertThat(scene.results.pack(scene.lead, inspection)).isEqualTo(pack);
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    for (String line : file(files, "SHA256SUMS").lines().toList()) {
      assertThat(sha256(file(files, line.substring(66)))).isEqualTo(line.substring(0, 64));
    }
    assertThat(file(files, "SHA256SUMS").lines().count()).isEqualTo(files.size() - 1L);
    Inspection drawn = scene.inspections.get(scene.lead, inspection);
    assertThat(sha256(file(files, "frame.tsv"))).isEqualTo(drawn.frameHash());
    Frame frame =
        new Frame(
            file(files, "frame.tsv")
                .lines()
                .map(line -> new Frame.Unit(line.split("\t")[0], line.split("\t")[1]))
                .toList());
    assertThat(drawn.draw().from(frame))
        .extracting(Draw.Drawn::id)
        .containsExactlyElementsOf(
            file(files, "sample.csv").lines().skip(1).map(row -> row.split(",")[1]).toList());
    assertThat(file(files, "design.csv"))
        .as("whose standards cases were held against")
        .contains("standards_rulebook,england-wales/");
    assertThat(file(files, "grades.csv").lines().count()).isEqualTo(1 + 10 * 2 * 5L);
    assertThat(file(files, "results.csv")).contains("overall,10,10,1.000000");
    assertThat(file(files, "evidence.csv")).contains("child-seen,missed");
    assertThat(String.join(" ", files.values()))
        .doesNotContain("Child 1", "nine days", "A teacher worries", scene.first.displayName());
  }

  private static String file(Map<String, String> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void evidenceThatIsKept_isOfEachAskerAlone_andOfWhatIsOpenToThemNow() {
    UUID inspection = scene.draw(TEN, Part.FIRST);
    Population whole = scene.results.read(scene.lead, inspection).population();
    assertThat(whole.open()).isEqualTo(12);
    assertThat(scene.results.read(scene.lead, inspection).population()).isEqualTo(whole);
    assertThat(scene.results.read(scene.first, inspection).population().open())
        .as("nothing is open to who is not named, whatever was worked out for another")
        .isZero();
    scene.name(inspection, Part.FIRST, scene.first);
    assertThat(scene.results.read(scene.first, inspection).population().open()).isEqualTo(10);
    scene.server.asOwner("update record.inspection_grader set until = '2026-01-01T00:00:00Z'");
    assertThat(scene.results.read(scene.first, inspection).population().open())
        .as("what was kept is not told when the time is over")
        .isZero();
  }

  @Test
  void closedCase_isInTheFrame_andHeldAgainstEveryStandardWithIt() {
    UUID closed = scene.opened.getFirst();
    scene.server.asOwner(
        "insert into record.case_state (entry, ordinal, case_file, seq, act, reason, by_account,"
            + " at) select entry, 999, case_file, 2, 'closed', 'Nothing more to do.', by_account,"
            + " at from record.case_state where case_file = '"
            + closed
            + "'");
    scene.workOut();
    UUID inspection = scene.draw(TEN, Part.FIRST);
    Population population = scene.results.read(scene.lead, inspection).population();
    assertThat(scene.cases.open(scene.lead, closed, null).file().isOpen()).isFalse();
    assertThat(population.frame()).isEqualTo(12);
    assertThat(population.open()).isEqualTo(12);
    assertThat(population.standards())
        .anySatisfy(one -> {
          assertThat(one.id()).isEqualTo("child-seen");
          assertThat(one.missed()).as("whether it is closed or not").isEqualTo(12);
        });
  }

  @Test
  void everyCaseNow_isHeldBesideTheLatestGrades_asFactsCome() {
    CasesNowReader reader =
        new CasesNowReader(
            scene.server.acts(),
            new InspectionStore(scene.server.databases()),
            scene.gradingStore,
            InspectionScene.RULEBOOK,
            scene.server.databases());
    scene.workOut();
    CasesNow before = reader.read(scene.lead);
    assertThat(before.open()).isEqualTo(12);
    assertThat(before.sample()).isEmpty();
    assertThat(before.standards())
        .anySatisfy(one -> {
          assertThat(one.title()).contains("Child seen");
          assertThat(one.missed()).isEqualTo(12);
        });
    UUID inspection = scene.draw(TEN, Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    for (UUID caseFile : scene.drawn(inspection)) {
      scene.grade(scene.first, inspection, caseFile, "good");
    }
    CasesNow graded = reader.read(scene.lead);
    assertThat(graded.compared()).isEqualTo(10);
    assertThat(graded.disagree()).as("graded good, and the child not seen").hasSize(10);
    assertThat(reader.read(scene.someone("alder-vale", Role.SUPERVISOR)).open()).isEqualTo(4);
    assertThat(reader.read(scene.second).compared())
        .as("an inspector who is not named sees counts alone")
        .isZero();
    assertThat(reader.read(scene.second).open()).isEqualTo(12);
  }

  @Test
  void earlierGrades_shareOutTheNextSample() {
    EarlierGrades earlier =
        new EarlierGrades(
            scene.server.acts(), new InspectionStore(scene.server.databases()), scene.gradingStore);
    assertThat(earlier.find(scene.lead, "child-protection-2024", StrataBy.AREA)).isEmpty();
    UUID inspection = scene.draw(TEN, Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    boolean good = false;
    for (Inspection.Drawn one : scene.inspections.get(scene.lead, inspection).cases()) {
      good = !good;
      boolean differ = one.stratum().equals("alder-vale") && good;
      scene.grade(scene.first, inspection, one.caseFile(), differ ? "good" : "inadequate");
    }
    EarlierGrades.Told told =
        earlier.find(scene.lead, "child-protection-2024", StrataBy.AREA).orElseThrow();
    assertThat(told.graded()).containsExactlyInAnyOrderEntriesOf(TEN);
    SortedMap<String, Integer> strata = new TreeMap<>(Map.of("alder-vale", 100, "greyport", 100));
    Map<String, Integer> sizes = told.neyman(40, strata);
    assertThat(sizes.get("alder-vale")).as("its cases differ more").isGreaterThan(20);
    assertThat(told.halfWidth(strata, sizes))
        .isLessThan(told.halfWidth(strata, Map.of("alder-vale", 20, "greyport", 20)));
    assertThat(earlier.find(scene.lead, "child-protection-2024", StrataBy.TEAM)).isEmpty();
  }

  private void correct(Caller by, UUID inspection, UUID caseFile, String grade, String why) {
    scene.gradings.correct(
        by,
        inspection,
        caseFile,
        Inspection.OVERALL,
        new Grading.Given(grade, "Read it again."),
        why);
  }

  @Test
  void passage_isCitedWordForWord_withWhereItStands() {
    UUID inspection = scene.draw(TEN, Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    Map<String, List<String>> words =
        Map.of("investigation", List.of("a  new phone", "She told her aunt."));
    assertThat(scene.gradings.unfound(scene.first, inspection, caseFile, words))
        .isEqualTo(Map.of("investigation", 2));
    Map<String, Grading.Given> all = new HashMap<>();
    scene
        .inspections
        .get(scene.first, inspection)
        .ofCases()
        .forEach(one -> all.put(one.id(), new Grading.Given("good", "Told in its reports.")));
    assertThatThrownBy(() -> scene.gradings.grade(scene.first, inspection, caseFile, all, words))
        .hasMessageContaining("word for word");
    scene.gradings.grade(
        scene.first, inspection, caseFile, all, Map.of("investigation", List.of("a  new phone")));
    Grading.Passage passage =
        scene
            .gradings
            .open(scene.lead, inspection, caseFile)
            .grades()
            .grading(caseFile, Part.FIRST)
            .orElseThrow()
            .passages()
            .getFirst();
    assertThat(passage.quote()).isEqualTo("a new phone");
    assertThat(passage.source()).isEqualTo("Why the case was opened");
    assertThat(passage.record()).isEqualTo(caseFile);
    assertThat(
            "A teacher worries: a new phone and an older man."
                .substring(passage.start(), passage.end()))
        .isEqualTo("a new phone");
  }

  @Test
  void caseRestrictedSince_isClosedToItsGrader_andBlocksNothing() {
    UUID inspection = scene.draw(Map.of("greyport", 2, "alder-vale", 1), Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    List<UUID> drawn = scene.drawn(inspection);
    UUID report = scene.linkedReport(drawn.getFirst());
    scene.services.cases().link(scene.officer, drawn.getFirst(), report, true, "It is of her.");
    assertThat(scene.gradings.progress(scene.first, inspection).next().orElseThrow().caseFile())
        .isEqualTo(drawn.getFirst());
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(
            scene.someone(null, Role.SUPERVISOR), report, List.of(), "A relative works here.");
    Gradings.Progress progress = scene.gradings.progress(scene.first, inspection);
    assertThat(progress.closed()).containsExactly(drawn.getFirst());
    assertThat(progress.next().orElseThrow().caseFile()).isEqualTo(drawn.get(1));
    assertThat(scene.gradings.waiting(scene.first)).isEqualTo(2);
    drawn.stream().skip(1).forEach(one -> scene.grade(scene.first, inspection, one, "inadequate"));
    assertThat(scene.gradings.progress(scene.first, inspection).next()).isEmpty();
    assertThat(scene.gradings.waiting(scene.first)).isZero();
    InspectionResult result = scene.results.read(scene.first, inspection);
    assertThat(result.closed()).isEqualTo(1);
    assertThat(result.settled()).isEqualTo(2);
    InspectionResult.OfCriterion overall = result.criteria().getLast();
    assertThat(overall.share().interval().upper()).as("it may have any grade").isEqualTo(1);
    assertThat(overall.share().interval().lower()).isLessThan(0.9);
  }

  @Test
  void caseRestrictedSince_takesNothingFromWhomItIsClosedTo_andOthersStayOpen() {
    UUID inspection = scene.draw(Map.of("greyport", 3), Part.FIRST, Part.SECOND);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SECOND, scene.second);
    List<UUID> drawn = scene.drawn(inspection);
    UUID graded = drawn.get(0);
    UUID ungraded = drawn.get(1);
    UUID open = drawn.get(2);
    scene.grade(scene.first, inspection, graded, "inadequate");
    scene.grade(scene.first, inspection, open, "inadequate");
    scene.grade(scene.second, inspection, graded, "adequate");
    scene.grade(scene.second, inspection, open, "adequate");
    UUID grading =
        UUID.fromString(
            scene.server.text(
                "select id::text from record.inspection_grading where part = 'first' and case_file"
                    + " = '"
                    + graded
                    + "'"));
    scene.restrict(graded);
    scene.restrict(ungraded);

    List<ThrowingCallable> asked =
        List.of(
            () -> scene.grade(scene.first, inspection, ungraded, "good"),
            () -> correct(inspection, graded),
            () -> scene.gradings.refer(scene.first, inspection, ungraded, "Seen with him again."),
            () -> resolve(inspection, graded));
    for (ThrowingCallable one : asked) {
      assertThatThrownBy(one)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("The case is closed to you: nothing is written on it.");
    }

    UUID id = scene.server.ids().next();
    UUID by = scene.first.account();
    List<Consumer<Act>> around =
        List.of(
            act ->
                act.add(Tables.INSPECTION_GRADING, id, inspection, ungraded, "first", by, act.at()),
            act ->
                act.add(
                    Tables.INSPECTION_CORRECTION,
                    grading,
                    Inspection.OVERALL,
                    1,
                    "good",
                    "She was seen.",
                    "Looked again.",
                    by,
                    act.at()),
            act ->
                act.add(
                    Tables.INSPECTION_REFERRAL, id, inspection, ungraded, "Seen.", by, act.at()),
            act ->
                act.add(
                    Tables.INSPECTION_RESOLUTION,
                    inspection,
                    graded,
                    Inspection.OVERALL,
                    1,
                    "good",
                    "Looked again.",
                    by,
                    act.at()));
    for (Consumer<Act> one : around) {
      assertThatThrownBy(
              () -> scene.server.acts().changing(scene.first, "inspection.case-graded", one))
          .hasStackTraceContaining("row-level security");
    }

    correct(inspection, open);
    scene.gradings.refer(scene.first, inspection, open, "Seen with him again.");
    resolve(inspection, open);
    InspectionResult result = scene.results.read(scene.first, inspection);
    assertThat(result.closed()).isEqualTo(2);
    assertThat(scene.server.count("select count(*) from record.inspection_correction"))
        .isEqualTo(1);
    assertThat(scene.server.count("select count(*) from record.inspection_referral")).isEqualTo(1);
    assertThat(scene.server.count("select count(*) from record.inspection_resolution"))
        .isEqualTo(1);
  }

  @Test
  void resolution_settlesWhatWasGradedDifferently_andNothingElse_inTheDatabaseToo() {
    UUID inspection =
        scene.draw(Map.of("greyport", 2, "alder-vale", 1), Part.SELF, Part.FIRST, Part.SECOND);
    scene.name(inspection, Part.SELF, scene.own);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SECOND, scene.second);
    List<UUID> grey =
        scene.inspections.get(scene.lead, inspection).cases().stream()
            .filter(one -> one.stratum().equals("greyport"))
            .map(Inspection.Drawn::caseFile)
            .toList();
    UUID alike = grey.get(0);
    UUID apart = grey.get(1);
    for (UUID one : grey) {
      scene.grade(scene.own, inspection, one, "outstanding");
      scene.grade(scene.first, inspection, one, "inadequate");
      scene.grade(scene.second, inspection, one, one.equals(alike) ? "inadequate" : "good");
    }
    assertThatThrownBy(() -> resolve(inspection, alike))
        .as("that the force graded itself otherwise is no disagreement")
        .hasMessageContaining("graded it alike");
    assertThatThrownBy(() -> resolveBeside(scene.lead, inspection, alike))
        .hasStackTraceContaining("row-level security");
    Caller elsewhere = scene.someone("alder-vale", Role.SUPERVISOR);
    assertThatThrownBy(() -> resolve(elsewhere, inspection, apart)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> resolveBeside(elsewhere, inspection, apart))
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(
            () -> scene.gradings.refer(elsewhere, inspection, apart, "He was seen with her."))
        .isInstanceOf(Refused.class);
    scene.server.asOwner(
        "insert into record.inspection_resolution (entry, ordinal, inspection, case_file,"
            + " criterion, seq, grade, reason, by_account, at) values ('"
            + scene.server.ids().next()
            + "', 0, '"
            + inspection
            + "', '"
            + alike
            + "', 'overall', 1, 'good', 'Said so.', '"
            + scene.lead.account()
            + "', now())");
    Inspection one = scene.inspections.get(scene.lead, inspection);
    assertThat(scene.grades(scene.lead, inspection).settled(one, alike, "overall"))
        .as("what was said over an agreement before counts no longer")
        .contains("inadequate");
    resolve(inspection, apart);
    assertThat(scene.grades(scene.lead, inspection).settled(one, apart, "overall"))
        .contains("good");
    scene.inspections.end(scene.lead, inspection, scene.first.account());
    assertThatThrownBy(() -> resolve(inspection, apart))
        .as("their time is over")
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> resolveBeside(scene.first, inspection, apart))
        .hasStackTraceContaining("row-level security");
    resolve(scene.lead, inspection, apart);
  }

  private void resolve(Caller by, UUID inspection, UUID caseFile) {
    scene.gradings.resolve(
        by, inspection, caseFile, Inspection.OVERALL, "good", "Looked at it again.");
  }

  private void resolveBeside(Caller by, UUID inspection, UUID caseFile) {
    scene
        .server
        .acts()
        .changing(
            by,
            "inspection.disagreement-resolved",
            act ->
                act.add(
                    Tables.INSPECTION_RESOLUTION,
                    inspection,
                    caseFile,
                    Inspection.OVERALL,
                    7,
                    "good",
                    "Looked at it again.",
                    by.account(),
                    act.at()));
  }

  @Test
  void graders_areNamedBySomebodyElseWhoSupervisesEveryAreaOfTheFrame_inTheDatabaseToo() {
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SECOND);
    Caller elsewhere = scene.someone("alder-vale", Role.SUPERVISOR);
    UUID grey =
        scene.inspections.get(scene.lead, inspection).cases().stream()
            .filter(one -> one.stratum().equals("greyport"))
            .findFirst()
            .orElseThrow()
            .caseFile();
    for (Caller one : List.of(scene.lead, elsewhere, scene.first)) {
      assertThatThrownBy(() -> scene.name(one, inspection, Part.FIRST, one))
          .as("of oneself")
          .isInstanceOf(Refused.class);
      assertThatThrownBy(() -> nameBeside(one, inspection, one))
          .hasStackTraceContaining("row-level security");
    }
    assertThat(scene.inspections.inspectors(elsewhere, inspection)).isEmpty();
    assertThatThrownBy(() -> scene.name(elsewhere, inspection, Part.FIRST, scene.first))
        .as("another area's cases are not theirs to open")
        .hasMessageContaining("every area of the frame");
    assertThatThrownBy(() -> nameBeside(elsewhere, inspection, scene.first))
        .hasStackTraceContaining("row-level security");
    scene.server.asOwner(
        "insert into record.inspection_grader (entry, ordinal, inspection, part, account, until,"
            + " by_account, at) values ('"
            + scene.server.ids().next()
            + "', 0, '"
            + inspection
            + "', 'first', '"
            + elsewhere.account()
            + "', '2100-01-01', '"
            + elsewhere.account()
            + "', now())");
    assertThatThrownBy(() -> scene.gradings.open(elsewhere, inspection, grey))
        .as("who named themselves before opens nothing by it any more")
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() ->
            scene.inspections.name(
                scene.lead,
                inspection,
                Part.FIRST,
                scene.first.account(),
                LocalDate.of(2027, 2, 22)))
        .hasMessageContaining("up to 21 February 2027");
  }

  @Test
  void areaOfAFrame_isOneOfWhoDraws_andGradersOpenNothingOutsideIt() {
    Caller elsewhere = scene.someone("alder-vale", Role.SUPERVISOR);
    Caller colleague = scene.someone("alder-vale", Role.SUPERVISOR);
    UUID own =
        scene.inspections.draw(
            elsewhere,
            new NewInspection(
                "Ours",
                "child-protection-2024",
                null,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 22),
                StrataBy.NOTHING,
                java.util.Set.of(Part.FIRST),
                Map.of("all", 2)));
    scene.name(colleague, own, Part.FIRST, scene.first);
    UUID drawn = scene.drawn(own).getFirst();
    assertThat(scene.gradings.open(scene.first, own, drawn).drawn().caseFile()).isEqualTo(drawn);
    UUID grey = scene.opened.getFirst();
    scene.server.asOwner(
        "update record.inspection_case set case_file = '" + grey + "' where place = 1");
    assertThatThrownBy(() -> scene.gradings.open(scene.first, own, grey))
        .as("it is of another area than the frame, whatever is written there")
        .isInstanceOf(Refused.class);
  }

  private void nameBeside(Caller by, UUID inspection, Caller grader) {
    scene
        .server
        .acts()
        .changing(
            by,
            "inspection.grader-named",
            act ->
                act.add(
                    Tables.INSPECTION_GRADER,
                    inspection,
                    Part.FIRST.code(),
                    grader.account(),
                    Instant.parse("2100-01-01T00:00:00Z"),
                    by.account(),
                    act.at()));
  }

  @Test
  void timeToGrade_isEndedAndGivenAgain_andWhatIsReadOfIt_endsWithIt() {
    UUID inspection = scene.draw(TEN, Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.grade(scene.first, inspection, caseFile, "good");
    UUID report = scene.linkedReport(caseFile);
    UUID request =
        scene.requests.ask(scene.first, inspection, caseFile, report, "It may be the same man.");
    scene.requests.answer(scene.lead, inspection, request, LocalDate.of(2100, 1, 1), "Needed.");
    String linked = "select count(*) from record.report where id = '" + report + "'";
    assertThat(scene.count(scene.first, linked)).isEqualTo(1);
    scene.inspections.end(scene.lead, inspection, scene.first.account());
    assertThatThrownBy(() -> scene.inspections.end(scene.lead, inspection, scene.first.account()))
        .hasMessageContaining("any more");
    assertThatThrownBy(() -> scene.gradings.open(scene.first, inspection, caseFile))
        .isInstanceOf(Refused.class);
    assertThat(scene.count(scene.first, linked))
        .as("what was opened beside it is closed with it")
        .isZero();
    assertThat(scene.grades(scene.first, inspection).gradings())
        .as("reasons and passages are no longer theirs to read")
        .isEmpty();
    assertThat(scene.grades(scene.second, inspection).gradings())
        .as("nor anybody's who was never named")
        .isEmpty();
    assertThat(scene.grades(scene.someone("no-such-area", Role.SUPERVISOR), inspection).gradings())
        .as("nor of who supervises elsewhere")
        .isEmpty();
    assertThat(scene.grades(scene.lead, inspection).gradings()).hasSize(1);
    scene.server.clock().pass(Duration.ofMinutes(1));
    scene.name(inspection, Part.FIRST, scene.first);
    assertThat(scene.gradings.open(scene.first, inspection, caseFile).isGraded()).isTrue();
    assertThat(scene.inspections.get(scene.lead, inspection).graders()).hasSize(1);
  }

  @Test
  void whoWasTakenOffACase_isOpenToItsGradersNoLonger_norWhatIsLinkedToThem() {
    UUID inspection = scene.draw(TEN, Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    UUID report = scene.linkedReport(caseFile);
    String people = "select count(*) from record.person";
    assertThat(scene.count(scene.first, people)).isEqualTo(1);
    assertThat(scene.requests.linked(scene.first, inspection, caseFile))
        .extracting(LinkedRecord::id)
        .contains(report);
    scene.server.asOwner(
        "insert into record.case_person (entry, ordinal, case_file, member, seq, role, person,"
            + " linked, reason, by_account, at) select '"
            + scene.server.ids().next()
            + "', 0, case_file, member, seq + 1, role, person, false, 'Another child.', by_account,"
            + " now() from record.case_person where case_file = '"
            + caseFile
            + "'");
    assertThat(scene.count(scene.first, people)).isZero();
    assertThat(scene.requests.linked(scene.first, inspection, caseFile)).isEmpty();
  }

  @Test
  void linkedRecordThatIsRestricted_isNotEvenNamed() {
    UUID inspection = scene.draw(TEN, Part.FIRST);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    UUID report = scene.linkedReport(caseFile);
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(
            scene.someone(null, Role.SUPERVISOR), report, List.of(), "A relative works here.");
    assertThat(scene.requests.linked(scene.first, inspection, caseFile))
        .extracting(LinkedRecord::id)
        .doesNotContain(report);
  }

  private void correct(UUID inspection, UUID caseFile) {
    scene.gradings.correct(
        scene.first,
        inspection,
        caseFile,
        Inspection.OVERALL,
        new Grading.Given("good", "She was seen the next day."),
        "Looked at the dates again.");
  }

  private void resolve(UUID inspection, UUID caseFile) {
    scene.gradings.resolve(
        scene.first, inspection, caseFile, Inspection.OVERALL, "good", "Looked at it again.");
  }

  @Test
  void onePart_isGradedOnceByWhoeverHoldsIt() {
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SECOND);
    scene.name(inspection, Part.FIRST, scene.first);
    assertThatThrownBy(() -> scene.name(inspection, Part.SECOND, scene.first))
        .hasMessageContaining("nobody holds two parts");
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.grade(scene.first, inspection, caseFile, "good");
    assertThatThrownBy(() -> scene.grade(scene.first, inspection, caseFile, "good"))
        .hasMessageContaining("graded in your part already");
    assertThatThrownBy(() -> scene.grade(scene.second, inspection, caseFile, "good"))
        .hasMessageContaining("not named as a grader");
  }

  @Test
  void childAtContinuingRisk_isReferredBackAtOnce_withAClockInTheCase() {
    UUID inspection = scene.draw(TEN, Part.FIRST, Part.SELF);
    scene.name(inspection, Part.FIRST, scene.first);
    UUID caseFile = scene.drawn(inspection).getFirst();
    scene.gradings.refer(
        scene.first, inspection, caseFile, "He still messages her; nobody has told her school.");
    scene.name(inspection, Part.SELF, scene.second);
    assertThat(scene.gradings.open(scene.second, inspection, caseFile).referrals())
        .as("nothing that another grader said before one has graded")
        .isEmpty();
    assertThat(scene.gradings.open(scene.first, inspection, caseFile).referrals()).hasSize(1);
    assertThat(answered(caseFile)).isEqualTo(State.DUE);
    scene.server.clock().set(Instant.parse("2026-11-24T10:00:00Z"));
    assertThat(answered(caseFile)).isEqualTo(State.NOT_EVIDENCED);
  }

  private State answered(UUID caseFile) {
    return scene.cases.open(scene.officer, caseFile, null).clocks().stream()
        .map(CaseClock::clock)
        .filter(one -> one.standard().id().equals("referred-back-answered"))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void result_weighsStrataByTheirSize_andLeavesWhatIsNotSettledOpen() {
    UUID inspection = scene.draw(Map.of("greyport", 4, "alder-vale", 4), Part.FIRST, Part.SELF);
    scene.name(inspection, Part.FIRST, scene.first);
    scene.name(inspection, Part.SELF, scene.own);
    Inspection drawn = scene.inspections.get(scene.lead, inspection);
    for (Inspection.Drawn one : drawn.cases()) {
      boolean grey = one.stratum().equals("greyport");
      scene.grade(scene.first, inspection, one.caseFile(), grey ? "inadequate" : "good");
      if (one.place() != 1) {
        scene.grade(scene.own, inspection, one.caseFile(), "good");
      }
    }
    InspectionResult result = scene.results.read(scene.lead, inspection);
    InspectionResult.OfCriterion overall = result.criteria().getLast();
    assertThat(overall.settled()).as("one case is not open yet").isEqualTo(7);
    assertThat(overall.share().value()).isCloseTo(8 / 12.0, within(1e-12));
    assertThat(overall.share().interval().contains(8 / 12.0)).isTrue();
    assertThat(overall.share().interval().lower()).isLessThan(0.5);
    assertThat(overall.self().orElseThrow().lower()).isZero();
    assertThat(overall.self().orElseThrow().share().value())
        .as("graded better in greyport alone, 8 of 12 cases whatever was drawn of it")
        .isCloseTo(8 / 12.0, within(1e-12));
    assertThat(overall.self().orElseThrow().higher() + overall.self().orElseThrow().same())
        .isEqualTo(7);
    assertThat(result.population().frame()).isEqualTo(12);
    assertThat(result.population().open()).isEqualTo(12);
    assertThat(result.population().standards())
        .anySatisfy(one -> {
          assertThat(one.id()).isEqualTo("child-seen");
          assertThat(one.missed()).isEqualTo(12);
        });
    assertThat(result.population().disagree())
        .as("graded good, and the child not seen")
        .allSatisfy(one -> assertThat(one.wanting()).isFalse())
        .isNotEmpty();
  }
}
