package org.heed.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.heed.server.sampling.Redrawn;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of cases that were chosen elsewhere: held against the frame, graded, and told as such. */
class BroughtListTest {
  private static final String ORIGIN = "Every third case of an extract of 3 November.";

  private InspectionScene scene;

  @BeforeEach
  void start() {
    scene = new InspectionScene();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private static NewInspection wanted(Part... parts) {
    return new NewInspection(
        "An extract",
        "child-protection-2024",
        null,
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 11, 22),
        StrataBy.AREA,
        Set.of(parts),
        Map.of());
  }

  private String number(UUID caseFile) {
    return scene.server.text("select number from record.case_file where id = '" + caseFile + "'");
  }

  private UUID bring(Caller by, Part... parts) {
    String list =
        "Area,Case number\r\nGreyport,"
            + number(scene.opened.get(3))
            + "\r\n\r\nGreyport,"
            + scene.opened.getFirst()
            + "\r\nAlder Vale,"
            + number(scene.opened.get(9)).toLowerCase(java.util.Locale.ROOT)
            + "\r\n";
    return scene.inspections.bring(by, wanted(parts), CaseList.parse(list), ORIGIN);
  }

  @Test
  void list_isReadFromLinesOrATable_withTheNumbersOfItsLines() {
    assertThat(CaseList.parse("A\n\n B \nC").lines())
        .containsExactly(
            new CaseList.Line(1, "A"), new CaseList.Line(3, "B"), new CaseList.Line(4, "C"));
    assertThat(CaseList.parse("\uFEFFplace;Reference\n1;A\n2;\"B\"\n3\n").lines())
        .containsExactly(new CaseList.Line(2, "A"), new CaseList.Line(3, "B"));
    assertThat(
            CaseList.parse("ID,Case number,Note\n1,A,\"seen; spoke to mother\"\n2,B,x;y;z\n")
                .lines())
        .extracting(CaseList.Line::reference)
        .containsExactly("A", "B");
    assertThat(CaseList.parse("sep=;\nReference;Note\nA;\"one, two\"\n").lines())
        .extracting(CaseList.Line::reference)
        .containsExactly("A");
    assertThat(CaseList.parse("A\tgreyport\nB\talder-vale\n").lines())
        .as("a frame's own lines")
        .extracting(CaseList.Line::reference)
        .containsExactly("A", "B");
    assertThat(CaseList.parse(" \n").lines()).isEmpty();
    assertThatThrownBy(() -> CaseList.parse("A\n".repeat(150_000))).isInstanceOf(Refused.class);
  }

  @Test
  void everyLineThatNamesNoCaseOfTheFrame_orOneAgain_isNamed() {
    UUID one = scene.opened.getFirst();
    CaseList list =
        CaseList.parse(
            one + "\nC2026/00000000\n" + number(one) + "\n" + scene.opened.get(1) + "\nnothing");
    CheckedList checked = scene.inspections.check(scene.first, wanted(Part.FIRST), list);
    assertThat(checked.cases()).hasSize(2);
    assertThat(checked.wrong())
        .containsExactly(
            new CheckedList.NotInFrame(2),
            new CheckedList.NamedBefore(3, 1),
            new CheckedList.NotInFrame(5));
    assertThatThrownBy(() -> scene.inspections.bring(scene.first, wanted(Part.FIRST), list, ORIGIN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Every line names one case of the frame");
    assertThat(scene.server.count("select count(*) from record.inspection")).isZero();
  }

  @Test
  void file_isReadAsSpreadsheetsWriteIt_withTheLinesThatItHas() {
    String table = "child;case number;note\nChild é;C2026/0001;“first”\n;;\nB;c2026/0002;\n";
    List<CaseList.Line> lines =
        List.of(new CaseList.Line(2, "C2026/0001"), new CaseList.Line(4, "c2026/0002"));
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
      assertThat(CaseList.read(table.getBytes(charset)).lines())
          .as(charset.name())
          .isEqualTo(lines);
    }
    assertThat(CaseList.read(("\uFEFF" + table).getBytes(StandardCharsets.UTF_8)).lines())
        .isEqualTo(lines);
    assertThat(CaseList.read(new byte[0]).lines()).isEmpty();
  }

  @Test
  void fileThatIsNoTable_isRefusedWithItsCure() {
    assertThatThrownBy(() -> CaseList.read(new byte[] {'P', 'K', 3, 4}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("save its sheet as CSV");
    assertThatThrownBy(() -> CaseList.read(new byte[] {'a', 0, 'b'}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no text");
    assertThatThrownBy(() -> CaseList.read(new byte[CaseList.LARGEST_FILE + 1]))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("too large");
  }

  @Test
  void casesOfAreasThatAreNotTheAskers_areNoneOfTheFrame() {
    Caller ofOneBorough = scene.someone("alder-vale", Role.SUPERVISOR);
    CaseList list = CaseList.parse(scene.opened.getFirst() + "\n" + number(scene.opened.get(9)));
    assertThat(scene.inspections.check(ofOneBorough, wanted(Part.FIRST), list).wrong())
        .containsExactly(new CheckedList.NotInFrame(1));
    assertThatThrownBy(() -> scene.inspections.check(scene.officer, wanted(Part.FIRST), list))
        .isInstanceOf(Refused.class);
  }

  @Test
  void list_isKeptWithItsOrigin_inItsOrder_andHeldAgainstItsFrameAgain() {
    UUID id = bring(scene.first, Part.FIRST);
    Inspection one = scene.inspections.get(scene.first, id);
    assertThat(one.isBrought()).isTrue();
    assertThat(one.origin()).isEqualTo(ORIGIN);
    assertThat(one.cases())
        .extracting(Inspection.Drawn::caseFile)
        .containsExactly(scene.opened.get(3), scene.opened.getFirst(), scene.opened.get(9));
    assertThat(one.strata())
        .containsExactly(
            new Inspection.Stratum("alder-vale", 4, 1), new Inspection.Stratum("greyport", 8, 2));
    assertThat(scene.inspections.redraw(scene.first, id)).isEqualTo(Redrawn.SAME);
    assertThat(scene.inspections.redraw(scene.someone("greyport", Role.SUPERVISOR), id))
        .isEqualTo(Redrawn.SAME);
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'inspection.list-brought'"))
        .isEqualTo(1);
    scene.server.asOwner("update record.inspection_case set stratum = 'greyport' where place = 3");
    assertThat(scene.inspections.redraw(scene.first, id)).isEqualTo(Redrawn.OTHER);
    assertThatThrownBy(() ->
            scene.inspections.bring(
                scene.first,
                wanted(Part.FIRST),
                CaseList.parse(scene.opened.getFirst().toString()),
                " "))
        .hasMessageContaining("Say where the list is from");
  }

  @Test
  void result_isOfTheListAlone_unweighted_andClaimsNothingOfTheFrame() throws IOException {
    UUID id = bring(scene.lead, Part.FIRST);
    scene.name(id, Part.FIRST, scene.first);
    List<UUID> cases = scene.drawn(id);
    scene.grade(scene.first, id, cases.getFirst(), "inadequate");
    scene.grade(scene.first, id, cases.get(1), "good");
    InspectionResult.OfCriterion open = scene.results.read(scene.lead, id).criteria().getLast();
    assertThat(open.share().value()).isCloseTo(0.5, within(1e-12));
    assertThat(open.share().interval().lower()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(open.share().interval().upper()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(open.standardError()).isNaN();
    scene.grade(scene.first, id, cases.get(2), "inadequate");
    InspectionResult.OfCriterion all = scene.results.read(scene.lead, id).criteria().getLast();
    assertThat(all.share().value())
        .as("each counts once, not by its borough's size")
        .isCloseTo(2 / 3.0, within(1e-12));
    assertThat(all.share().interval().lower()).isEqualTo(all.share().interval().upper());
    Map<String, String> pack = pack(scene.results.pack(scene.lead, id));
    assertThat(pack.get("design.csv")).contains("list_from," + ORIGIN).contains("seed,\r\n");
    assertThat(pack.get("strata.csv")).contains("greyport,8,2,\r\n");
    assertThat(pack.get("README.txt"))
        .contains("Heed drew none of the cases")
        .doesNotContain("To draw again");
  }

  private static Map<String, String> pack(byte[] archive) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void trendsAndSharingOut_leaveOutWhatHeedDidNotDraw() {
    UUID id = bring(scene.lead, Part.FIRST);
    scene.name(id, Part.FIRST, scene.first);
    scene.drawn(id).forEach(one -> scene.grade(scene.first, id, one, "inadequate"));
    assertThat(
            new EarlierGrades(
                    scene.server.acts(),
                    new InspectionStore(scene.server.databases()),
                    scene.gradingStore)
                .find(scene.lead, "child-protection-2024", StrataBy.AREA))
        .isEmpty();
    assertThat(
            new GradeTrends(
                    scene.server.acts(),
                    new InspectionStore(scene.server.databases()),
                    scene.gradingStore,
                    scene.frames)
                .read(scene.lead, "child-protection-2024", Inspection.OVERALL, false)
                .samples())
        .isEmpty();
  }

  @Test
  void whoBringsAList_opensNoneOfItAlone_inTheDatabaseToo() {
    UUID id = bring(scene.first, Part.FIRST, Part.SECOND);
    UUID chosen = scene.drawn(id).getFirst();
    assertThat(scene.inspections.inspectors(scene.first, id)).isEmpty();
    for (Caller grader : List.of(scene.first, scene.second)) {
      assertThatThrownBy(() -> name(scene.first, id, grader))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("supervises every area of the frame");
      assertThatThrownBy(() -> nameBeside(scene.first, id, grader))
          .rootCause()
          .hasMessageContaining("row-level security");
    }
    assertThat(scene.inspections.inspectors(scene.lead, id))
        .containsKey(scene.first.account())
        .doesNotContainKey(scene.lead.account());
    assertThatThrownBy(() -> name(scene.lead, id, scene.lead))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Nobody names themselves");
    assertThatThrownBy(() -> nameBeside(scene.lead, id, scene.lead))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> scene.gradings.open(scene.first, id, chosen))
        .isInstanceOf(Refused.class);
    name(scene.lead, id, scene.first);
    assertThat(scene.gradings.open(scene.first, id, chosen).view().file().subject())
        .startsWith("Child");
  }

  private void name(Caller by, UUID id, Caller grader) {
    scene.name(by, id, Part.FIRST, grader);
  }

  /** Past the rules that the service holds to. */
  private void nameBeside(Caller by, UUID id, Caller grader) {
    scene
        .server
        .acts()
        .changing(
            by,
            "inspection.grader-named",
            act -> {
              act.concerns(id);
              act.add(
                  Tables.INSPECTION_GRADER,
                  id,
                  Part.FIRST.code(),
                  grader.account(),
                  Instant.parse("2100-01-01T00:00:00Z"),
                  by.account(),
                  act.at());
            });
  }

  @Test
  void listThatIsTooLong_isRefusedBeforeItIsLookedUp() {
    String line = number(scene.opened.getFirst()) + "\n";
    CaseList most = CaseList.parse(line.repeat(1_000));
    assertThat(scene.inspections.check(scene.first, wanted(Part.FIRST), most).wrong()).hasSize(999);
    CaseList more = CaseList.parse(line.repeat(1_001));
    assertThatThrownBy(() -> scene.inspections.check(scene.first, wanted(Part.FIRST), more))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("A list names at most 1,000 cases.");
  }

  @Test
  void identifier_isOneWrittenOut_inAnyCase() {
    UUID one = scene.opened.getFirst();
    assertThat(
            scene
                .inspections
                .check(
                    scene.first,
                    wanted(Part.FIRST),
                    CaseList.parse(
                        one.toString().toUpperCase(java.util.Locale.ROOT) + "\n1-1-1-1-1"))
                .wrong())
        .containsExactly(new CheckedList.NotInFrame(2));
  }
}
