package org.heed.server.document;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.heed.server.web.Words;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Attaches files to cases and reports and gives them out. A file is a fact of what holds it:
 * whoever may not see that gets no byte of it, and it goes into the record in one transaction with
 * what is said of it.
 */
@Service
public class Documents {
  private static final int PART = 256 * 1024;
  private static final int LONGEST = 2_000;
  private static final int AT_ONCE = 4;

  private final Acts acts;
  private final CaseViews cases;
  private final ReportFiles reports;
  private final DocumentStore store;
  private final Scanner scanner;
  private final DocumentSettings settings;
  // A file is held in memory while it is looked at: as many as this, and no more.
  private final Semaphore room = new Semaphore(AT_ONCE);

  public Documents(
      Acts acts,
      CaseViews cases,
      ReportFiles reports,
      DocumentStore store,
      Scanner scanner,
      DocumentSettings settings) {
    this.acts = acts;
    this.cases = cases;
    this.reports = reports;
    this.store = store;
    this.scanner = scanner;
    this.settings = settings;
  }

  /** A case with its documents, the newest first. */
  public record Opened(CaseView view, List<Document> documents) {
    public Opened {
      documents = List.copyOf(documents);
    }

    /** The case's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + view.file().id() + "]";
    }
  }

  /** A document with its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Fetched(Document document, byte[] content) {
    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Fetched[" + document.id() + "]";
    }
  }

  /** Whether there is a scanner. */
  public boolean scans() {
    return scanner.isSet();
  }

  /** The largest file that is taken, in bytes. */
  public long largest() {
    return settings.largest();
  }

  /** Opens a case’s documents. */
  public Opened open(Caller caller, UUID id) {
    return cases.open(
        caller,
        id,
        "case.documents-opened",
        "read-case",
        view -> {
          List<Document> documents = store.list(DocumentHolder.ofCase(id));
          return new Acts.Seen<>(
              new Opened(view, documents), documents.stream().map(Document::id).toList());
        });
  }

  /** A report with its documents, the newest first. */
  public record OpenedReport(ReportFile report, List<Document> documents) {
    public OpenedReport {
      documents = List.copyOf(documents);
    }

    /** The report's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "OpenedReport[" + report.id() + "]";
    }
  }

  /** Opens a report’s documents. */
  public OpenedReport openReport(Caller caller, UUID id) {
    return acts.look(
        caller,
        "report.documents-opened",
        "read-report",
        () -> {
          ReportFile report =
              reports
                  .find(id, KnownAt.NOW)
                  .orElseThrow(() ->
                      new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you."));
          List<Document> documents = store.list(DocumentHolder.ofReport(id));
          return new Acts.Seen<>(
              new OpenedReport(report, documents),
              Stream.concat(Stream.of(id), documents.stream().map(Document::id)).toList());
        });
  }

  /**
   * Does something that holds a file in memory.
   *
   * @throws Refused where too many do so already
   */
  public <T> T holding(Supplier<T> work) {
    if (!room.tryAcquire()) {
      throw new Refused(
          Refused.Code.TOO_MANY,
          "Too many files are on their way just now: try again in a minute.");
    }
    try {
      return work.get();
    } finally {
      room.release();
    }
  }

  /** Attaches a file to a case or a report. */
  public UUID attach(Caller caller, DocumentHolder of, NewDocument made) {
    of.requireWrites(caller);
    requireText(made.says(), "Say what it is.");
    if (made.content().length > settings.largest()) {
      throw tooLarge();
    }
    requireOpen(caller, of);
    FileType type = FileTypes.of(made.name(), made.content());
    Scanner.Found found = scanner.scan(made.content());
    return acts.change(
        caller,
        "document.attached",
        act -> {
          if (store.sizeOf(of) + made.content().length > settings.largestCase()) {
            throw invalid(
                "The documents here come to more than "
                    + Words.number(settings.largestCase() >> 20)
                    + " MB. Ask whoever runs Heed for more room.");
          }
          return add(act, of, made, type, found);
        });
  }

  private UUID add(
      Act act, DocumentHolder of, NewDocument made, FileType type, Scanner.Found found) {
    UUID document = act.newId();
    act.concerns(of.id());
    act.concerns(document);
    byte[] content = made.content();
    int parts = (content.length + PART - 1) / PART;
    act.add(
        Tables.DOCUMENT,
        document,
        of.kind() == DocumentHolder.Kind.CASE ? of.id() : null,
        made.name().text(),
        type.code(),
        (long) content.length,
        Digest.sha256(content).bytes(),
        parts,
        made.says().strip(),
        act.caller().account(),
        act.at(),
        of.kind() == DocumentHolder.Kind.REPORT ? of.id() : null);
    for (int part = 0; part < parts; part++) {
      act.add(
          Tables.DOCUMENT_PART,
          document,
          part + 1,
          Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART)));
    }
    addScan(act, document, 1, found);
    return document;
  }

  private static void addScan(Act act, UUID document, int seq, Scanner.Found found) {
    act.add(
        Tables.DOCUMENT_SCAN,
        document,
        seq,
        found.outcome().code(),
        found.scanner(),
        found.signature(),
        act.caller().account(),
        act.at());
  }

  /** Gives a document out: a look that names it. */
  public Fetched fetch(Caller caller, DocumentHolder of, UUID document) {
    if (of.kind() == DocumentHolder.Kind.CASE) {
      caller.require(Right.CASES);
    }
    return holding(() ->
        acts.look(
            caller,
            "document.opened",
            of.purpose(),
            () -> {
              Document found = store.find(of, document).orElseThrow(Documents::none);
              if (!found.isServed()) {
                throw new Refused(Refused.Code.CONFLICT, keptBack(found));
              }
              return new Acts.Seen<>(
                  new Fetched(found, content(found)), List.of(of.id(), document));
            }));
  }

  private static String keptBack(Document found) {
    return switch (found.scanned().outcome()) {
      case INFECTED -> "This document is quarantined: the scanner warns of it.";
      case WAITING -> "This document has not been scanned yet. Have it scanned first.";
      case CLEAN, NOT_SCANNED -> "This document was withdrawn.";
    };
  }

  /** Its bytes, which have to be those that were attached. */
  private byte[] content(Document found) {
    List<byte[]> parts = store.parts(found.id());
    if (parts.size() < found.parts()) {
      throw new Refused(Refused.Code.NOT_FOUND, "The content of this document is no longer kept.");
    }
    byte[] content = new byte[Math.toIntExact(found.size())];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, content, at, part.length);
      at += part.length;
    }
    if (!Digest.sha256(content).hex().equals(found.sha256())) {
      throw new IllegalStateException("document " + found.id() + " is not what was attached");
    }
    return content;
  }

  /** Scans a document that waits for it. */
  public Scan rescan(Caller caller, DocumentHolder of, UUID document) {
    of.requireWrites(caller);
    try {
      return holding(() ->
          acts.change(
              caller,
              "document.scanned",
              act -> {
                Document found = store.find(of, document).orElseThrow(Documents::none);
                act.concerns(of.id());
                act.concerns(document);
                Scanner.Found said = scanner.scan(content(found));
                addScan(act, document, found.scanned().seq() + 1, said);
                return said.outcome();
              }));
    } catch (DuplicateKeyException raced) {
      throw raced();
    }
  }

  /** Takes a document back as not belonging here, or puts it in again. What it was is kept. */
  public void state(
      Caller caller, DocumentHolder of, UUID document, Document.StateAct what, String reason) {
    of.requireWrites(caller);
    requireText(reason, "Give a reason.");
    try {
      acts.changing(
          caller,
          "document." + what.code(),
          act -> {
            Document found = store.find(of, document).orElseThrow(Documents::none);
            if (!found.isTakenBackBy(caller)) {
              throw new Refused(
                  Refused.Code.NOT_ALLOWED,
                  "A document of a report is withdrawn by who attached it or by who reviews"
                      + " reports.");
            }
            if (found.withdrawn().isPresent() == (what == Document.StateAct.WITHDRAWN)) {
              throw new Refused(Refused.Code.CONFLICT, "The document stands like that already.");
            }
            act.concerns(of.id());
            act.concerns(document);
            act.add(
                Tables.DOCUMENT_STATE,
                document,
                found.states().size() + 1,
                what.code(),
                reason.strip(),
                caller.account(),
                act.at());
          });
    } catch (DuplicateKeyException raced) {
      throw raced();
    }
  }

  private void requireOpen(Caller caller, DocumentHolder of) {
    if (!acts.plain(caller, () -> store.isOpen(of))) {
      throw none();
    }
  }

  /** That a file is too large. */
  public Refused tooLarge() {
    return invalid(
        "The file is larger than "
            + Words.number(settings.largest() >> 20)
            + " MB: make it smaller or attach it in parts.");
  }

  private static void requireText(String text, String sentence) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw invalid(sentence);
    }
  }

  private static Refused raced() {
    return new Refused(
        Refused.Code.CONFLICT, "Somebody else was at this document just now: open it again.");
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such document open to you.");
  }
}
