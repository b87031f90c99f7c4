package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens cases as they were known; each look is an entry of the ledger. */
@Service
public class CaseFiles {
  private final Acts acts;
  private final KnownPositions positions;
  private final CaseStore store;

  public CaseFiles(Acts acts, KnownPositions positions, CaseStore store) {
    this.acts = acts;
    this.positions = positions;
    this.store = store;
  }

  /** Opens a case as it was known; null: now. */
  public CaseFile open(Caller caller, UUID id, @Nullable Instant moment) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "case.read",
        "read-case",
        () -> {
          CaseFile file = get(id, positions.at(moment));
          return new Acts.Seen<>(file, file.subjects());
        });
  }

  /** A case with the names of whoever acted in it. Only inside {@link Acts}. */
  CaseFile get(UUID id, KnownAt known) {
    return store.list(List.of(id), known).stream()
        .findFirst()
        .map(this::named)
        .orElseThrow(() ->
            store.isClosed(id)
                ? new Refused(
                    Refused.Code.RESTRICTED, "This case is restricted: say why you open it.")
                : CaseStore.none());
  }

  private CaseFile named(CaseFile file) {
    List<UUID> accounts = new ArrayList<>();
    accounts.add(file.openedBy());
    file.states().forEach(one -> accounts.add(one.by()));
    file.owners()
        .forEach(one -> {
          accounts.add(one.by());
          if (one.owner() != null) {
            accounts.add(one.owner());
          }
        });
    file.reports().forEach(one -> accounts.add(one.by()));
    file.people().forEach(one -> accounts.add(one.by()));
    file.events().forEach(one -> accounts.add(one.by()));
    Map<UUID, String> names = store.names(accounts);
    return new CaseFile(
        file.id(),
        file.number(),
        file.kind(),
        file.area(),
        file.subject(),
        file.openedFrom(),
        file.reason(),
        file.openedBy(),
        file.openedAt(),
        file.states(),
        file.owners(),
        file.reports(),
        file.people(),
        file.events(),
        names,
        file.known(),
        file.restricted());
  }
}
