package org.heed.server.audit.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.ledger.Proofs;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger's proof: how far it is signed, its newest checkpoint, and the proof of one entry. */
@Controller
class LedgerPages {
  private static final String TITLE = "The ledger’s proof";
  private static final MediaType NOTE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final Proofs proofs;

  LedgerPages(Proofs proofs) {
    this.proofs = proofs;
  }

  @GetMapping("/audit/ledger")
  @Needs(Right.AUDIT)
  Html ledger(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of("audit/ledger", model(page(shell), caller, ""));
  }

  private AuditLedger model(Page page, Caller caller, String asked) {
    return new AuditLedger(
        page, proofs.state(caller), proofs.publicKey(), proofs.taken(caller), asked);
  }

  private static Page page(Shell shell) {
    return shell.page(TITLE).in(Section.AUDIT).under(AuditPages.AUDIT);
  }

  @PostMapping("/audit/ledger/checkpoints")
  @Needs(Right.AUDIT)
  String sign(@AuthenticationPrincipal Caller caller, RedirectAttributes redirect) {
    proofs.sign(caller);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("A checkpoint has been signed"));
    return "redirect:/audit/ledger";
  }

  @GetMapping("/audit/ledger/checkpoint")
  @Needs(Right.AUDIT)
  ResponseEntity<String> checkpoint(@AuthenticationPrincipal Caller caller) {
    String note =
        proofs
            .newest(caller)
            .orElseThrow(() ->
                new Refused(Refused.Code.NOT_FOUND, "Nothing is recorded yet, so none is signed."));
    ContentDisposition file =
        ContentDisposition.attachment().filename("heed-checkpoint.note").build();
    return ResponseEntity.ok()
        .contentType(NOTE)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .body(note);
  }

  @GetMapping("/audit/ledger/proof")
  @Needs(Right.AUDIT)
  Html proof(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String entry) {
    Optional<UUID> id = AuditPages.uuid(entry.strip());
    if (id.isEmpty()) {
      return refused(shell, caller, entry, "Enter an entry’s identifier, 36 characters long");
    }
    try {
      Page page =
          shell
              .page("Proof of one entry")
              .in(Section.AUDIT)
              .under(AuditPages.AUDIT, new Crumb(TITLE, "/audit/ledger"));
      return Html.of("audit/proof", new AuditProof(page, proofs.prove(caller, id.get())));
    } catch (Refused none) {
      return refused(shell, caller, entry, none.sentence());
    }
  }

  private Html refused(Shell shell, Caller caller, String entry, String why) {
    Page page = page(shell).with(FormErrors.of("entry", why));
    return Html.of("audit/ledger", model(page, caller, entry)).status(422);
  }
}
