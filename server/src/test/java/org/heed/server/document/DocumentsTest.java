package org.heed.server.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Role;
import org.heed.server.document.Document.StateAct;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.report.SampleReport;
import org.heed.server.safeguarding.CaseScene;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document is a fact of its case, and is given to nobody who may not see that. */
class DocumentsTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private CaseScene scene;
  private UUID id;
  private DocumentHolder held;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    id = scene.openAt(START, null);
    held = DocumentHolder.ofCase(id);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private Documents documents(Scanner scanner) {
    return documents(scanner, DocumentSettings.usual());
  }

  private Documents documents(Scanner scanner, DocumentSettings settings) {
    return new Documents(
        scene.server.acts(),
        scene.views(),
        new ReportFiles(scene.server.databases()),
        new DocumentStore(scene.server.databases()),
        scanner,
        settings);
  }

  private static NewDocument note(String text) {
    return new NewDocument(
        FileName.of("Hotel register.txt"),
        "The hotel’s register for the night of 3 May",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] pdf(int size) {
    byte[] content = new byte[size];
    new Random(3).nextBytes(content);
    System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 9);
    return content;
  }

  private Document only(Documents documents) {
    return documents.open(scene.officer, id).documents().getFirst();
  }

  @Test
  void attachedFile_comesBackByteForByte_withItsChecksum() {
    Documents documents = documents(Scanner.NONE);
    byte[] content = pdf(700_001);
    UUID made =
        documents.attach(
            scene.officer, held, new NewDocument(FileName.of("a.pdf"), "Register", content));
    Document document = only(documents);
    assertThat(document.id()).isEqualTo(made);
    assertThat(document.parts()).isEqualTo(3);
    assertThat(document.sha256()).isEqualTo(Digest.sha256(content).hex());
    assertThat(document.scanned().outcome()).isEqualTo(Scan.NOT_SCANNED);
    assertThat(documents.fetch(scene.colleague, held, made).content()).isEqualTo(content);
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'document.opened' and actor = '"
                    + scene.colleague.account()
                    + "' and subjects @> array['"
                    + made
                    + "', '"
                    + id
                    + "']::uuid[]"))
        .isEqualTo(1);
  }

  @Test
  void whoMayNotOpenTheCase_getsNoByteOfIt_norAddsAny() {
    Documents documents = documents(Scanner.NONE);
    UUID made = documents.attach(scene.officer, held, note("Two nights, paid by card."));
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    Caller school = scene.of("school", Role.PARTNER);
    for (Caller caller : List.of(elsewhere, school)) {
      assertThatThrownBy(() -> documents.fetch(caller, held, made)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> documents.open(caller, id)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> documents.attach(caller, held, note("Mine.")))
          .isInstanceOf(Refused.class);
      for (String table : List.of("document", "document_part", "document_scan")) {
        assertThat(seen(caller, table)).as(table).isZero();
        assertThat(seen(scene.officer, table)).as(table).isPositive();
      }
    }
  }

  private long seen(Caller caller, String table) {
    return scene
        .server
        .acts()
        .plain(
            caller,
            () ->
                org.springframework.jdbc.core.simple.JdbcClient.create(
                        scene.server.databases().app())
                    .sql("select count(*) from record." + table)
                    .query(Long.class)
                    .single());
  }

  @Test
  void documentOfACaseWhoseReportIsRestricted_isClosedWithIt() {
    Documents documents = documents(Scanner.NONE);
    UUID made = documents.attach(scene.officer, held, note("Two nights, paid by card."));
    UUID report = scene.views().open(scene.officer, id, null).file().reports().getFirst().report();
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(scene.supervisor, report, List.of(), "A colleague is named.");
    assertThatThrownBy(() -> documents.fetch(scene.colleague, held, made))
        .isInstanceOf(Refused.class);
    assertThat(seen(scene.colleague, "document_part")).isZero();
  }

  private UUID report() {
    return scene.views().open(scene.officer, id, null).file().reports().getFirst().report();
  }

  @Test
  void fileOfAReport_isForWhoeverSeesTheReport_andAttachedByThoseWhoRecordOrReview() {
    Documents documents = documents(Scanner.NONE);
    DocumentHolder of = DocumentHolder.ofReport(report());
    UUID made = documents.attach(scene.officer, of, note("Two nights, paid by card."));
    Caller registrar = scene.someone(null, Role.REGISTRAR);
    for (Caller caller : List.of(scene.officer, scene.colleague, registrar)) {
      assertThat(documents.fetch(caller, of, made).content()).isNotEmpty();
      assertThat(documents.openReport(caller, of.id()).documents()).hasSize(1);
    }
    assertThat(documents.open(scene.officer, id).documents()).as("it is not the case's").isEmpty();
    assertThatThrownBy(() -> documents.fetch(scene.officer, held, made))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> documents.attach(registrar, of, note("Mine.")))
        .hasMessageContaining("may not attach");
    assertThatThrownBy(
            () -> documents.state(registrar, of, made, StateAct.WITHDRAWN, "Not of this report."))
        .isInstanceOf(Refused.class);
    documents.state(scene.colleague, of, made, StateAct.WITHDRAWN, "Not of this report.");
    assertThatThrownBy(() -> documents.fetch(scene.officer, of, made))
        .hasMessageContaining("withdrawn");
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'document.opened' and subjects @>"
                    + " array['"
                    + made
                    + "', '"
                    + of.id()
                    + "']::uuid[]"))
        .isEqualTo(3);
  }

  @Test
  void fileOfAReport_isWithdrawnByWhoAttachedItOrReviews_andByNobodyElseWhoRecords() {
    Documents documents = documents(Scanner.NONE);
    Caller response = scene.someone("greyport", Role.RESPONSE_OFFICER);
    DocumentHolder of =
        DocumentHolder.ofReport(
            scene
                .services
                .reports()
                .record(
                    response,
                    SampleReport.of(
                        "test",
                        "R/77",
                        ReportKind.CRIME_REPORT,
                        null,
                        "greyport",
                        "She was found at the hotel, with a new phone.",
                        null,
                        null,
                        START,
                        null,
                        List.of()))
                .report());
    UUID theirs = documents.attach(scene.officer, of, note("Two nights, paid by card."));
    UUID own = documents.attach(response, of, note("Seen at the hotel."));
    for (StateAct act : StateAct.values()) {
      assertThatThrownBy(() -> documents.state(response, of, theirs, act, "Not of this report."))
          .isInstanceOfSatisfying(
              Refused.class, one -> assertThat(one.code()).isEqualTo(Refused.Code.NOT_ALLOWED));
    }
    assertThatThrownBy(() -> stateAround(response, theirs)).hasStackTraceContaining("row-level");
    stateAround(response, own);
    stateAround(scene.colleague, theirs);
    assertThat(
            scene.server.count(
                "select count(*) from record.document_state where act = 'withdrawn'"))
        .isEqualTo(2);
    documents.state(response, of, own, StateAct.RESTORED, "It was of this report after all.");
    assertThat(documents.fetch(scene.officer, of, own).content()).isNotEmpty();
    assertThat(documents.openReport(response, of.id()).documents())
        .filteredOn(one -> one.isTakenBackBy(response))
        .extracting(Document::id)
        .containsExactly(own);
  }

  /** As the database takes it from somebody whom nothing asked before. */
  private void stateAround(Caller caller, UUID document) {
    scene
        .server
        .acts()
        .changing(
            caller,
            "document.withdrawn",
            act ->
                act.add(
                    Tables.DOCUMENT_STATE,
                    document,
                    1,
                    StateAct.WITHDRAWN.code(),
                    "Not of this report.",
                    caller.account(),
                    act.at()));
  }

  @Test
  void whoMayNotOpenTheReport_getsNoByteOfItsFiles_norAddsAny() {
    Documents documents = documents(Scanner.NONE);
    DocumentHolder of = DocumentHolder.ofReport(report());
    UUID made = documents.attach(scene.officer, of, note("Two nights, paid by card."));
    Caller elsewhere = scene.someone("brackenford", Role.SUPERVISOR);
    Caller school = scene.of("school", Role.PARTNER);
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(
            scene.supervisor, of.id(), List.of(scene.officer.account()), "A colleague is named.");
    for (Caller caller : List.of(elsewhere, school, scene.colleague)) {
      assertThatThrownBy(() -> documents.fetch(caller, of, made)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> documents.openReport(caller, of.id())).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> documents.attach(caller, of, note("Mine.")))
          .isInstanceOf(Refused.class);
      for (String table : List.of("document", "document_part", "document_scan")) {
        assertThat(seen(caller, table)).as(table).isZero();
        assertThat(seen(scene.officer, table)).as(table).isPositive();
      }
    }
  }

  @Test
  void fileThatThePoliceAttachedToAPartnersReport_isNotThePartners_butItsOwnIs() {
    Documents documents = documents(Scanner.NONE);
    Caller school = scene.of("school", Role.PARTNER);
    DocumentHolder of = DocumentHolder.ofReport(schoolsReport(school));
    UUID ours = documents.attach(scene.officer, of, note("Two nights, paid by card."));
    assertThat(documents.openReport(school, of.id()).documents()).isEmpty();
    for (String table : List.of("document", "document_part", "document_scan")) {
      assertThat(seen(school, table)).as(table).isZero();
    }
    UUID theirs = documents.attach(school, of, note("Her form tutor’s note."));
    Caller deputy = scene.of("school", Role.PARTNER);
    for (Caller caller : List.of(school, deputy)) {
      assertThat(documents.openReport(caller, of.id()).documents())
          .extracting(Document::id)
          .containsExactly(theirs);
      assertThat(documents.fetch(caller, of, theirs).content()).isNotEmpty();
      assertThatThrownBy(() -> documents.fetch(caller, of, ours)).hasMessageContaining("NOT_FOUND");
      assertThatThrownBy(() -> documents.state(caller, of, ours, StateAct.WITHDRAWN, "Not so."))
          .hasMessageContaining("NOT_FOUND");
      for (String table : List.of("document", "document_part", "document_scan")) {
        assertThat(seen(caller, table)).as(table).isEqualTo(1);
      }
    }
    assertThat(documents.openReport(scene.officer, of.id()).documents())
        .extracting(Document::id)
        .containsExactlyInAnyOrder(ours, theirs);
  }

  private UUID schoolsReport(Caller school) {
    return scene
        .services
        .reports()
        .record(
            school,
            SampleReport.of(
                "school",
                "S/1",
                ReportKind.REFERRAL,
                null,
                "greyport",
                "She came in a taxi that somebody else paid for.",
                START,
                START,
                START,
                START,
                List.of()))
        .report();
  }

  @Test
  void infectedFileOfAReport_isQuarantinedToo() throws Exception {
    try (ClamDaemon daemon = new ClamDaemon("stream: Eicar-Signature FOUND")) {
      Documents documents = documents(at(daemon));
      DocumentHolder of = DocumentHolder.ofReport(report());
      UUID made = documents.attach(scene.officer, of, note("Looks like a note."));
      assertThatThrownBy(() -> documents.fetch(scene.officer, of, made))
          .hasMessageContaining("quarantined");
      assertThat(seen(scene.officer, "document_part")).isZero();
    }
  }

  @Test
  void infectedFile_isKept_andNobodyGetsAByteOfIt() throws Exception {
    try (ClamDaemon daemon = new ClamDaemon("stream: Eicar-Signature FOUND")) {
      Documents documents = documents(at(daemon));
      UUID made = documents.attach(scene.officer, held, note("Looks like a note."));
      assertThat(only(documents).scanned().signature()).isEqualTo("Eicar-Signature");
      assertThatThrownBy(() -> documents.fetch(scene.officer, held, made))
          .hasMessageContaining("quarantined");
      assertThat(seen(scene.officer, "document_part")).isZero();
      assertThat(scene.server.count("select count(*) from record.document_part")).isEqualTo(1);
    }
  }

  @Test
  void fileThatTheScannerDidNotAnswerFor_waits_untilItIsScanned() throws Exception {
    try (ClamDaemon daemon = new ClamDaemon("")) {
      Documents documents = documents(at(daemon));
      UUID made = documents.attach(scene.officer, held, note("Waits."));
      assertThatThrownBy(() -> documents.fetch(scene.officer, held, made))
          .hasMessageContaining("not been scanned");
      daemon.answers("stream: OK");
      assertThat(documents.rescan(scene.officer, held, made)).isEqualTo(Scan.CLEAN);
      assertThat(documents.fetch(scene.officer, held, made).content()).isNotEmpty();
      assertThat(only(documents).scans()).hasSize(2);
    }
  }

  private static Scanner at(ClamDaemon daemon) {
    return Scanner.of(Optional.of(new DocumentSettings.Host("127.0.0.1", daemon.port())));
  }

  @Test
  void withdrawnDocument_isNotGivenOut_untilItIsPutInAgain() {
    Documents documents = documents(Scanner.NONE);
    UUID made = documents.attach(scene.officer, held, note("Of another child."));
    documents.state(
        scene.officer, held, made, StateAct.WITHDRAWN, "It belongs to another child’s case.");
    assertThatThrownBy(() -> documents.fetch(scene.officer, held, made))
        .hasMessageContaining("withdrawn");
    assertThat(seen(scene.officer, "document_part")).isZero();
    assertThatThrownBy(
            () -> documents.state(scene.officer, held, made, StateAct.WITHDRAWN, "Again."))
        .isInstanceOf(Refused.class);
    documents.state(scene.colleague, held, made, StateAct.RESTORED, "It was hers after all.");
    assertThat(documents.fetch(scene.officer, held, made).content()).isNotEmpty();
    assertThat(only(documents).states())
        .extracting(Document.State::act)
        .containsExactly(StateAct.RESTORED, StateAct.WITHDRAWN);
  }

  @Test
  void limits_areKept() {
    Properties said = new Properties();
    said.setProperty("largest-file-mib", "1");
    said.setProperty("largest-case-mib", "2");
    Documents documents = documents(Scanner.NONE, DocumentSettings.of(said));
    assertThatThrownBy(() -> attach(documents, pdf((1 << 20) + 1)))
        .hasMessageContaining("larger than 1 MB");
    attach(documents, pdf(1 << 20));
    attach(documents, pdf(1 << 20));
    assertThatThrownBy(() -> attach(documents, pdf(100))).hasMessageContaining("more than 2 MB");
    assertThat(scene.server.count("select count(*) from record.document")).isEqualTo(2);
  }

  private UUID attach(Documents documents, byte[] content) {
    return documents.attach(
        scene.officer, held, new NewDocument(FileName.of("a.pdf"), "Register", content));
  }

  @Test
  void twoAtOnce_areBothKept() throws Exception {
    Documents documents = documents(Scanner.NONE);
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<UUID>> work = new ArrayList<>();
      for (Caller caller : List.of(scene.officer, scene.colleague)) {
        work.add(() -> documents.attach(caller, held, note("By " + caller.name())));
      }
      for (Future<UUID> made : threads.invokeAll(work)) {
        assertThat(documents.fetch(scene.officer, held, made.get()).content()).isNotEmpty();
      }
    }
    assertThat(documents.open(scene.officer, id).documents()).hasSize(2);
  }

  @Test
  void tooManyAtOnce_areTurnedAway() {
    Documents documents = documents(Scanner.NONE);
    assertThatThrownBy(() ->
            documents.holding(() ->
                documents.holding(() ->
                    documents.holding(() -> documents.holding(() -> documents.holding(() -> 1))))))
        .isInstanceOfSatisfying(
            Refused.class, one -> assertThat(one.code()).isEqualTo(Refused.Code.TOO_MANY));
    assertThat(documents.<Integer>holding(() -> 1)).isEqualTo(1);
  }

  @Test
  void contentThatWasDestroyed_isGone_andWhatWasSaidOfItStays() {
    Documents documents = documents(Scanner.NONE);
    UUID made = documents.attach(scene.officer, held, note("Destroyed later."));
    scene.server.asOwner("delete from record.document_part where document = '" + made + "'");
    assertThatThrownBy(() -> documents.fetch(scene.officer, held, made))
        .hasMessageContaining("no longer kept");
    assertThat(only(documents).name()).isEqualTo("Hotel register.txt");
  }

  @Test
  void bytesThatWereChangedUnderHeed_areNotGivenOut() {
    Documents documents = documents(Scanner.NONE);
    UUID made = documents.attach(scene.officer, held, note("As it was attached."));
    scene.server.asOwner(
        "update record.document_part set content = overlay(content placing 'b' from 1) where"
            + " document = '"
            + made
            + "'");
    assertThatThrownBy(() -> documents.fetch(scene.officer, held, made))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("Hotel");
  }

  @Test
  void fileThatIsNotTaken_leavesNothing() {
    Documents documents = documents(Scanner.NONE);
    byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', 0, 1}, 600);
    assertThatThrownBy(() ->
            documents.attach(
                scene.officer, held, new NewDocument(FileName.of("a.pdf"), "Register", program)))
        .isInstanceOf(Refused.class);
    assertThat(scene.server.count("select count(*) from record.document")).isZero();
  }
}
