package org.heed.server.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.web.FormWithFile;
import org.heed.server.document.Document;
import org.heed.server.document.Document.StateAct;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.Documents;
import org.heed.server.document.FileName;
import org.heed.server.document.NewDocument;
import org.heed.server.document.Scan;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /cases/{id}/documents} and {@code /reports/{id}/documents}: files attached to a case or a
 * report.
 */
@Controller
class DocumentPages {
  private static final String FILE = "file";

  private final Documents documents;

  DocumentPages(Documents documents) {
    this.documents = documents;
  }

  @GetMapping("/cases/{id}/documents")
  @Needs(Right.CASES)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, DocumentHolder.ofCase(id), "", FormErrors.none());
  }

  @GetMapping("/reports/{id}/documents")
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  Html ofReport(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return page(shell, caller, DocumentHolder.ofReport(id), "", FormErrors.none());
  }

  @PostMapping("/cases/{id}/documents")
  @Needs(Right.CASES)
  Object attach(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return attach(shell, caller, DocumentHolder.ofCase(id), request, redirect);
  }

  @PostMapping("/reports/{id}/documents")
  @Needs({Right.RECORD, Right.REVIEW})
  Object attachToReport(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return attach(shell, caller, DocumentHolder.ofReport(id), request, redirect);
  }

  private Object attach(
      Shell shell,
      Caller caller,
      DocumentHolder of,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    return documents.holding(() -> {
      FormWithFile sent = FormWithFile.of(request, FILE, documents.largest());
      String says = sent.fields().getOrDefault("says", "").strip();
      FormErrors errors = errors(sent, says);
      if (errors.isEmpty()) {
        FormWithFile.Sent file = sent.file().orElseThrow();
        try {
          documents.attach(
              caller, of, new NewDocument(FileName.of(file.name()), says, file.content()));
          return done(redirect, of, "The document is attached");
        } catch (Refused refused) {
          if (refused.code() != Refused.Code.INVALID) {
            throw refused;
          }
          errors = FormErrors.of(FILE, refused.sentence());
        }
      }
      return page(shell, caller, of, says, errors);
    });
  }

  private FormErrors errors(FormWithFile sent, String says) {
    FormErrors errors = FormErrors.none();
    if (sent.tooLarge()) {
      errors = errors.and(FILE, documents.tooLarge().sentence());
    } else if (sent.file().isEmpty()) {
      errors = errors.and(FILE, "Choose a file");
    }
    return says.isEmpty() ? errors.and("says", "Enter what it is") : errors;
  }

  /** A download and nothing else: no browser shows or runs it as a page of Heed. */
  @GetMapping("/cases/{id}/documents/{document}/file")
  @Needs(Right.CASES)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID document) {
    return out(documents.fetch(caller, DocumentHolder.ofCase(id), document));
  }

  /** Likewise. */
  @GetMapping("/reports/{id}/documents/{document}/file")
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  ResponseEntity<byte[]> fileOfReport(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID document) {
    return out(documents.fetch(caller, DocumentHolder.ofReport(id), document));
  }

  private static ResponseEntity<byte[]> out(Documents.Fetched fetched) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(fetched.document().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .cacheControl(CacheControl.noStore())
        .body(fetched.content());
  }

  @PostMapping("/cases/{id}/documents/{document}/scan")
  @Needs(Right.CASES)
  String scan(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID document,
      RedirectAttributes redirect) {
    return scan(caller, DocumentHolder.ofCase(id), document, redirect);
  }

  @PostMapping("/reports/{id}/documents/{document}/scan")
  @Needs({Right.RECORD, Right.REVIEW})
  String scanOfReport(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID document,
      RedirectAttributes redirect) {
    return scan(caller, DocumentHolder.ofReport(id), document, redirect);
  }

  private String scan(
      Caller caller, DocumentHolder of, UUID document, RedirectAttributes redirect) {
    Scan said = documents.rescan(caller, of, document);
    return done(redirect, of, said.title());
  }

  @PostMapping("/cases/{id}/documents/{document}/state")
  @Needs(Right.CASES)
  String state(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID document,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    return state(caller, DocumentHolder.ofCase(id), document, act, reason, redirect);
  }

  @PostMapping("/reports/{id}/documents/{document}/state")
  @Needs({Right.RECORD, Right.REVIEW})
  String stateOfReport(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID document,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    return state(caller, DocumentHolder.ofReport(id), document, act, reason, redirect);
  }

  private String state(
      Caller caller,
      DocumentHolder of,
      UUID document,
      String act,
      String reason,
      RedirectAttributes redirect) {
    StateAct what =
        switch (act) {
          case "withdrawn" -> StateAct.WITHDRAWN;
          case "restored" -> StateAct.RESTORED;
          default ->
              throw new Refused(
                  Refused.Code.INVALID, "Say whether it is withdrawn or put in again.");
        };
    documents.state(caller, of, document, what, reason);
    return done(
        redirect,
        of,
        what == StateAct.WITHDRAWN ? "The document is withdrawn" : "The document is put in again");
  }

  private Html page(Shell shell, Caller caller, DocumentHolder of, String says, FormErrors errors) {
    Page page = shell.page("Documents").with(errors);
    return switch (of.kind()) {
      case CASE -> {
        Documents.Opened opened = documents.open(caller, of.id());
        Page under = page.in(Section.CASES).under(new Crumb("Cases", "/cases"));
        yield Html.of(
                "document/documents",
                new DocumentsPage(under, opened, list(under, of, opened.documents(), says, caller)))
            .checked(errors);
      }
      case REPORT -> {
        Documents.OpenedReport opened = documents.openReport(caller, of.id());
        Page under =
            page.in(Section.REPORTS)
                .under(
                    new Crumb("Reports", "/reports"),
                    new Crumb("Report " + opened.report().reference(), "/reports/" + of.id()));
        yield Html.of(
                "document/report",
                new ReportDocumentsPage(
                    under, opened, list(under, of, opened.documents(), says, caller)))
            .checked(errors);
      }
    };
  }

  private DocumentList list(
      Page page, DocumentHolder of, List<Document> all, String says, Caller asker) {
    return new DocumentList(page, of, all, documents.scans(), documents.largest(), says, asker);
  }

  private static String done(RedirectAttributes redirect, DocumentHolder of, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:" + of.address();
  }
}
