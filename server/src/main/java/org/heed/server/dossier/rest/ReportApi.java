package org.heed.server.dossier.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Told;
import org.heed.server.dossier.Dossiers;
import org.heed.server.dossier.Replays;
import org.heed.server.recognition.ReplayedReading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/reports/{id}}. */
@RestController
class ReportApi {
  private final Dossiers dossiers;
  private final Replays replays;

  ReportApi(Dossiers dossiers, Replays replays) {
    this.dossiers = dossiers;
    this.replays = replays;
  }

  @GetMapping(value = "/api/v1/reports/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  @Told(
      "Opens a report, with its findings, prompts, decisions and crimes. The look is an entry of"
          + " the ledger. A restricted report answers 403 with the code RESTRICTED until it is"
          + " opened with a reason.")
  @Answers(refuses = 404)
  DossierBody open(
      @AuthenticationPrincipal Caller caller,
      @Told("The report.") @PathVariable UUID id,
      @Told("As known at this moment, such as 2026-11-20T21:30:00Z; now where it is left out.")
          @RequestParam(name = "known_at", required = false)
          @Nullable Instant knownAt) {
    return DossierBody.of(dossiers.open(caller, id, knownAt, "read-report"));
  }

  @Told("Whether a reading comes out the same when the report is read again.")
  record Replayed(
      @Told("By which it was read, and is read again.") String rulebook,
      @Told("Null where that rulebook is not to be had.") @Nullable Boolean same,
      @Told("What differs, without words of the narrative.") List<String> differs) {}

  @GetMapping(
      value = "/api/v1/reports/{id}/reading/replay",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs({Right.READ, Right.READ_AGENCY, Right.RECORD})
  @Told(
      "Reads a report again by the rulebook that read it, and says whether findings, context,"
          + " scopes and prompts are those of the record, or what differs. It is a look at the"
          + " report.")
  @Answers(refuses = 404)
  Replayed replay(
      @AuthenticationPrincipal Caller caller, @Told("The report.") @PathVariable UUID id) {
    ReplayedReading replayed = replays.replay(caller, id);
    return new Replayed(
        replayed.rulebook(),
        replayed.known() ? replayed.differs().isEmpty() : null,
        replayed.differs());
  }
}
