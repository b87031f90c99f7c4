package org.heed.server.ledger.rest;

import java.util.List;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Told;
import org.heed.server.ledger.Proofs;
import org.heed.server.ledger.ProvenEntry;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ledger}. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerApi {
  private final Proofs proofs;

  LedgerApi(Proofs proofs) {
    this.proofs = proofs;
  }

  /** A proof as JSON; hashes in lower-case hex. */
  @Told("A proof (RFC 9162); hashes in lower-case hex.")
  record Proof(
      UUID entry,
      long position,
      String leaf,
      String leaf_hash,
      List<String> proof,
      long size,
      String checkpoint,
      boolean holds) {}

  /** The newest checkpoint, a signed note as text. To be kept elsewhere. */
  @GetMapping(value = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  @Needs
  @Told("Gives the newest checkpoint, a signed note as text. To be kept elsewhere.")
  @Answers(refuses = 404)
  String checkpoint(@AuthenticationPrincipal Caller caller) {
    return proofs
        .newest(caller)
        .orElseThrow(() ->
            new Refused(Refused.Code.NOT_FOUND, "Nothing is recorded yet, so nothing is signed."));
  }

  /** What shows that an entry is in the newest signed tree. */
  @GetMapping(value = "/entries/{id}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Right.AUDIT)
  @Told("Gives what shows that an entry is in the newest signed tree.")
  @Answers(refuses = {404, 409})
  Proof proof(@AuthenticationPrincipal Caller caller, @Told("The entry.") @PathVariable UUID id) {
    ProvenEntry proven = proofs.prove(caller, id);
    return new Proof(
        proven.entry(),
        proven.position(),
        proven.leaf(),
        proven.leafHash().hex(),
        proven.proof().stream().map(Digest::hex).toList(),
        proven.size(),
        proven.checkpoint(),
        proven.holds());
  }
}
