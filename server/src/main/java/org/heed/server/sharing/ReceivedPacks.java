package org.heed.server.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Packs as the agencies see them: how to handle each at once, what is in it once somebody of the
 * agency said that they keep to that, and nothing of it after it was recalled.
 */
@Service
public class ReceivedPacks {
  private static final String READ = "read-pack";

  private final Acts acts;
  private final PackStore store;

  public ReceivedPacks(Acts acts, PackStore store) {
    this.acts = acts;
    this.store = store;
  }

  /** Those shared with the caller's agency, the newest first. */
  public List<Pack> list(Caller caller) {
    caller.require(Right.REFERRED);
    return acts.look(
        caller,
        "packs.received-listed",
        READ,
        () -> {
          List<Pack> packs = store.forMe();
          Set<UUID> named = new LinkedHashSet<>();
          packs.forEach(one -> named.addAll(List.of(one.id(), one.caseFile())));
          return new Acts.Seen<>(packs, named);
        });
  }

  /** Opens one of these: a look at its case, and at the reports that what is shown is from. */
  public Pack open(Caller caller, UUID id) {
    caller.require(Right.REFERRED);
    return acts.look(
        caller,
        "pack.received-opened",
        READ,
        () -> {
          Pack pack = store.findForMe(id).orElseThrow(Packs::none);
          Set<UUID> looked = new LinkedHashSet<>(List.of(id, pack.caseFile()));
          pack.items().stream().map(PackItem::report).filter(Objects::nonNull).forEach(looked::add);
          return new Acts.Seen<>(pack, looked);
        });
  }

  /** Says that the caller's agency received it and keeps to its conditions. */
  public void receive(Caller caller, UUID id) {
    caller.require(Right.REFERRED);
    try {
      acts.changing(
          caller,
          "pack.received",
          act -> {
            Pack pack = store.findForMe(id).orElseThrow(Packs::none);
            act.concerns(pack.caseFile());
            act.concerns(id);
            act.add(
                Tables.PACK_STEP,
                id,
                store.lastStep(id) + 1,
                "received",
                caller.agency(),
                null,
                caller.account(),
                act.at());
          });
    } catch (DuplicateKeyException raced) {
      throw Packs.raced();
    }
  }
}
