package org.heed.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.heed.server.document.Document;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.DocumentSettings;
import org.heed.server.document.DocumentStore;
import org.heed.server.document.Documents;
import org.heed.server.document.FileName;
import org.heed.server.document.NewDocument;
import org.heed.server.document.Scanner;
import org.heed.server.paper.PdfCheck;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.Restrictions;
import org.heed.server.safeguarding.CaseScene;
import org.heed.server.sharing.Offered;
import org.heed.server.store.KnownPositions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves on paper has nothing in it that was redacted, and is kept as it was made. */
class CasePapersTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private CaseScene scene;
  private CasePapers papers;
  private Schedules schedules;
  private Documents documents;
  private UUID id;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    var databases = scene.server.databases();
    papers =
        new CasePapers(
            scene.server.acts(),
            scene.views(),
            new ReportFiles(databases),
            new PaperStore(databases));
    schedules =
        new Schedules(
            scene.server.acts(),
            papers,
            new ScheduleStore(databases),
            new KnownPositions(databases));
    documents =
        new Documents(
            scene.server.acts(),
            scene.views(),
            new ReportFiles(scene.server.databases()),
            new DocumentStore(databases),
            Scanner.NONE,
            DocumentSettings.usual());
    id = scene.openAt(START, null);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private byte[] file(UUID paper, String ending) {
    MadePaper made =
        schedules.open(scene.officer, id).papers().stream()
            .filter(one -> one.id().equals(paper))
            .findFirst()
            .orElseThrow();
    MadePaper.File file =
        made.files().stream().filter(one -> one.name().endsWith(ending)).findFirst().orElseThrow();
    byte[] content = papers.file(scene.officer, id, paper, file.name()).content();
    assertThat(Digest.sha256(content).hex()).isEqualTo(file.sha256());
    assertThat(file.name()).matches("[A-Za-z0-9.-]+");
    return content;
  }

  private Offered narrative() {
    return papers.offer(scene.officer, id).offered().stream()
        .filter(one -> one.source().endsWith("as written"))
        .findFirst()
        .orElseThrow();
  }

  private UUID pack(Set<Integer> gone, String... words) {
    List<CasePapers.Chosen> items =
        papers.offer(scene.officer, id).offered().stream()
            .map(one ->
                new CasePapers.Chosen(
                    one, one.source().endsWith("as written") ? gone : Set.of(), GapReason.SAFETY))
            .toList();
    return papers.make(
        scene.officer,
        id,
        new CasePapers.NewPack(
            "For the strategy meeting",
            items,
            java.util.stream.Stream.of(words)
                .map(one -> Redactor.Phrase.of(one, GapReason.THIRD_PARTY))
                .toList()));
  }

  @Test
  void pack_isAccessible_andTellsWhatHappened() throws Exception {
    scene.plans.said(
        scene.officer, id, null, "I want to stay at my aunt’s.", "Tired", START, "Her tutor");
    byte[] pdf = file(pack(Set.of()), ".pdf");
    assertThat(PdfCheck.faults(pdf)).isEmpty();
    assertThat(PdfCheck.words(pdf))
        .contains("Index", "an older man, a new phone and a hotel", "I want to stay at my aunt’s.");
  }

  @Test
  void redactedWordsAndSentences_areNowhereInTheFile_norInWhatIsKept() throws Exception {
    scene.plans.decide(
        scene.officer, id, "Visit 14 Tarn Lane", "Perpetua Quill’s aunt lives at 14 Tarn Lane.");
    UUID made = pack(Set.of(0), "Perpetua Quill", "Quill", "14 Tarn Lane");
    byte[] pdf = file(made, ".pdf");
    for (String all : PdfCheck.everything(pdf)) {
      assertThat(all.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
          .doesNotContain("quill")
          .doesNotContain("perpetua")
          .doesNotContain("tarn")
          .doesNotContain("older man");
    }
    assertThat(PdfCheck.faults(pdf)).isEmpty();
    assertThat(PdfCheck.words(pdf))
        .contains("redacted: somebody else’s details")
        .contains("redacted: it would put somebody in danger")
        .contains("aunt lives at");
    MadePaper paper = schedules.open(scene.officer, id).papers().getFirst();
    assertThat(paper.gaps()).isEqualTo(paper.left().size()).isGreaterThan(2);
    assertThat(
            scene.server.count("select count(*) from record.paper p where p::text like '%Quill%'"))
        .isZero();
  }

  @Test
  void file_isGivenToNobodyWhoMayNotOpenTheCase_andEveryLookIsKept() {
    UUID made = pack(Set.of());
    String name = schedules.open(scene.officer, id).papers().getFirst().files().getFirst().name();
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    Caller school = scene.of("school", Role.PARTNER);
    for (Caller caller : List.of(elsewhere, school)) {
      assertThatThrownBy(() -> papers.file(caller, id, made, name)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> schedules.open(caller, id)).isInstanceOf(Refused.class);
    }
    papers.file(scene.colleague, id, made, name);
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'paper.opened' and actor = '"
                    + scene.colleague.account()
                    + "' and subjects @> array['"
                    + made
                    + "']::uuid[]"))
        .isEqualTo(1);
    UUID report = scene.views().open(scene.officer, id, null).file().reports().getFirst().report();
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(scene.supervisor, report, List.of(), "A colleague is named.");
    assertThatThrownBy(() -> papers.file(scene.colleague, id, made, name))
        .isInstanceOf(Refused.class);
  }

  @Test
  void packOfNothing_isRefused() {
    assertThatThrownBy(() ->
            papers.make(
                scene.officer, id, new CasePapers.NewPack("For them", List.of(), List.of())))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() ->
            papers.make(
                scene.officer,
                id,
                new CasePapers.NewPack(
                    " ",
                    List.of(new CasePapers.Chosen(narrative(), Set.of(), GapReason.SAFETY)),
                    List.of())))
        .isInstanceOf(Refused.class);
  }

  private UUID attached(String says) {
    return documents.attach(
        scene.officer,
        DocumentHolder.ofCase(id),
        new NewDocument(FileName.of("note.txt"), says, says.getBytes(StandardCharsets.UTF_8)));
  }

  private void settle() {
    try {
      scene.server.sequencer().settle();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private MadePaper newest(PaperKind kind) {
    return schedules.open(scene.officer, id).papers().stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private String csv(PaperKind kind) {
    return new String(file(newest(kind).id(), ".csv"), StandardCharsets.UTF_8);
  }

  /** Looks at what nobody decided of, and makes the schedules. */
  private void make() {
    schedules.notSensitive(
        scene.officer,
        id,
        schedules.open(scene.officer, id).entries().stream().map(one -> one.item().key()).toList());
    settle();
    schedules.make(scene.officer, id);
  }

  @Test
  void schedule_isNotMade_untilSomebodyLookedAtEachItem_andWhatWasSensitiveStaysSo() {
    attached("From a source");
    attached("From the hotel");
    settle();
    assertThatThrownBy(() -> schedules.make(scene.officer, id))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("has to look");
    String key =
        schedules.open(scene.officer, id).entries().stream()
            .filter(one -> one.item().description().contains("From a source"))
            .findFirst()
            .orElseThrow()
            .item()
            .key();
    schedules.decide(scene.officer, id, key, true, "It would tell who speaks with the police.");
    make();
    assertThat(csv(PaperKind.SENSITIVE)).contains("From a source");
    assertThat(csv(PaperKind.UNUSED)).doesNotContain("From a source").contains("From the hotel");
    schedules.decide(scene.officer, id, key, false, "It is in the papers already.");
    assertThat(schedules.open(scene.officer, id).entries()).allMatch(Schedules.Entry::isDecided);
  }

  @Test
  void schedules_listPromptsNoesUndoneLinksRulebooksAndDocuments() throws Exception {
    attached("=HYPERLINK from the hotel");
    UUID report = scene.views().open(scene.officer, id, null).file().reports().getFirst().report();
    scene
        .services
        .flags()
        .decide(
            scene.officer,
            new org.heed.server.review.FlagDecision(
                report,
                null,
                org.heed.server.review.FlagDecision.Answer.NO,
                java.util.Map.of(),
                "csa",
                "officer",
                "Abuse within the family, not exploitation.",
                null,
                null));
    settle();
    make();
    String unused = csv(PaperKind.UNUSED);
    assertThat(unused)
        .startsWith("Item number,Description,Location,Date,Originator\r\n1,")
        .contains("Decision that it is not child sexual exploitation, but csa")
        .contains("The rulebook by which 1 report of the case was read")
        .contains("Document: =HYPERLINK from the hotel (note.txt)")
        .contains("4 May 2026");
    assertThat(csv(PaperKind.SENSITIVE))
        .isEqualTo("Item number,Description,Location,Date,Originator,Reason for sensitivity\r\n");
    for (PaperKind kind : List.of(PaperKind.UNUSED, PaperKind.SENSITIVE)) {
      byte[] pdf = file(newest(kind).id(), ".pdf");
      assertThat(PdfCheck.faults(pdf)).isEmpty();
    }
    assertThat(PdfCheck.words(file(newest(PaperKind.SENSITIVE).id(), ".pdf")))
        .contains("There is no sensitive unused material on record in this case.");
  }

  @Test
  void schedules_listPromptsWithTheirRulebook_andWhatWasSaidOfACaseAndUndone() {
    var file = scene.views().open(scene.officer, id, null).file();
    UUID report = file.reports().getFirst().report();
    UUID suspect =
        file.people().stream()
            .filter(one -> !one.role().isChild())
            .findFirst()
            .orElseThrow()
            .member();
    scene.services.cases().release(scene.officer, id, suspect, "He was abroad then.");
    scene.services.cases().link(scene.officer, id, report, false, "Of another girl.");
    settle();
    make();
    assertThat(csv(PaperKind.UNUSED))
        .contains("That somebody is suspect in the case was undone: He was abroad then.")
        .contains("That the case is about a report was undone: Of another girl.")
        .containsPattern("Prompt of the program[^\r\n]*Heed, rulebook ");
  }

  @Test
  void sensitiveItem_movesByADecisionWithItsReason_andLeavesNoGapInTheOther() {
    attached("From a source");
    attached("From the hotel");
    String key =
        schedules.open(scene.officer, id).entries().stream()
            .filter(one -> one.item().description().contains("From a source"))
            .findFirst()
            .orElseThrow()
            .item()
            .key();
    assertThatThrownBy(() -> schedules.decide(scene.officer, id, key, true, " "))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> schedules.decide(scene.officer, id, "document:none", true, "Why"))
        .isInstanceOf(Refused.class);
    schedules.decide(scene.officer, id, key, true, "It would tell who speaks with the police.");
    assertThatThrownBy(() -> schedules.decide(scene.officer, id, key, true, "Again."))
        .isInstanceOf(Refused.class);
    settle();
    make();
    assertThat(csv(PaperKind.UNUSED)).doesNotContain("From a source").contains("From the hotel");
    assertThat(csv(PaperKind.SENSITIVE))
        .contains("\r\n1,Document: From a source (note.txt)")
        .contains("It would tell who speaks with the police.");
    List<String> numbers =
        csv(PaperKind.UNUSED).lines().skip(1).map(line -> line.split(",")[0]).toList();
    assertThat(numbers)
        .isEqualTo(
            java.util.stream.IntStream.rangeClosed(1, numbers.size())
                .mapToObj(Integer::toString)
                .toList());
  }

  @Test
  void laterSchedule_keepsTheNumbers_andAnEarlierOneCanBeMadeAgain() {
    UUID first = attached("The register");
    settle();
    make();
    MadePaper before = newest(PaperKind.UNUSED);
    String listed = csv(PaperKind.UNUSED);
    String line =
        listed.lines().filter(one -> one.contains("The register")).findFirst().orElseThrow();
    scene.server.clock().set(START.plusSeconds(3_600));
    attached("A second one");
    documents.state(
        scene.officer,
        DocumentHolder.ofCase(id),
        first,
        Document.StateAct.WITHDRAWN,
        "Of another hotel.");
    settle();
    make();
    String later = csv(PaperKind.UNUSED);
    assertThat(later).contains(line);
    assertThat(later.lines().toList().getLast()).contains("A second one");
    assertThat(schedules.again(scene.officer, id, before.id())).isTrue();
    assertThat(schedules.again(scene.officer, id, newest(PaperKind.UNUSED).id())).isTrue();
    assertThat(schedules.again(scene.officer, id, newest(PaperKind.SENSITIVE).id())).isTrue();
    scene.server.asOwner(
        "update record.document set says = 'Another thing' where id = '" + first + "'");
    assertThat(schedules.again(scene.officer, id, before.id())).isFalse();
  }

  @Test
  void somethingNotSettledYet_isNotLeftOutUnseen() {
    settle();
    attached("A moment ago");
    assertThatThrownBy(() -> schedules.make(scene.officer, id))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("a moment ago");
    settle();
    make();
    assertThat(csv(PaperKind.UNUSED)).contains("A moment ago");
  }
}
