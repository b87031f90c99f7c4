package org.heed.server.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens cases with all that belongs to them; each look is one entry of the ledger. */
@Service
public class CaseViews {
  private final Acts acts;
  private final KnownPositions positions;
  private final CaseFiles files;
  private final CaseClocks clocks;
  private final Clock clock;

  public CaseViews(
      Acts acts, KnownPositions positions, CaseFiles files, CaseClocks clocks, Clock clock) {
    this.acts = acts;
    this.positions = positions;
    this.files = files;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Opens a case as it was known; null: now. */
  public CaseView open(Caller caller, UUID id, @Nullable Instant moment) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "case.read",
        "read-case",
        () -> {
          KnownAt known = positions.at(moment);
          CaseFile file = files.get(id, known);
          List<CaseClock> told =
              clocks.of(List.of(file.scope()), known).getOrDefault(id, List.of());
          return new Acts.Seen<>(
              new CaseView(file, told, Optional.ofNullable(moment).orElseGet(clock::instant)),
              file.subjects());
        });
  }
}
