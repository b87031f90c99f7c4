package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Service;

/**
 * Holds the cases of frames against standards, once for each asker: what a case came to at a moment
 * that is past does not change any more under the same rulebook. Which cases are open to the asker
 * is asked each time, since access is judged as of now; what facts of a case are open to them goes
 * with the asker, so that nothing is told on what another could see. Only inside {@link
 * org.heed.server.store.Acts}.
 */
@Service
public class FrameEvidence {
  /** Cases that are worked out in one go. */
  private static final int CHUNK = 500;

  /** Frames that are kept, the latest used. */
  private static final int KEPT = 16;

  private final CaseViews cases;
  private final FrameStore frames;
  private final RulebookInForce rulebook;
  private final Map<Key, Map<UUID, CaseEvidence>> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<UUID, CaseEvidence>> eldest) {
          return size() > KEPT;
        }
      };

  public FrameEvidence(CaseViews cases, FrameStore frames, RulebookInForce rulebook) {
    this.cases = cases;
    this.frames = frames;
    this.rulebook = rulebook;
  }

  /** Whose evidence, of what moment, under which rulebook. */
  private record Key(UUID account, int rights, KnownAt known, String rulebook) {}

  /** By whose standards cases are held: the rulebook in force. */
  String rulebook() {
    return rulebook.name();
  }

  /** The evidence of those of the cases that are open to the caller. */
  Map<UUID, CaseEvidence> of(Caller caller, List<UUID> ids, KnownAt known) {
    Key key = new Key(caller.account(), caller.rights(), known, rulebook.name());
    List<UUID> open = frames.open(ids);
    Map<UUID, CaseEvidence> all = before(key);
    List<UUID> wanted = open.stream().filter(id -> !all.containsKey(id)).toList();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      List<UUID> chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
      cases
          .clocks(new ArrayList<>(chunk), known)
          .forEach((id, clocks) -> all.put(id, CaseEvidence.of(clocks)));
    }
    keep(key, all);
    all.keySet().retainAll(open);
    return all;
  }

  private synchronized Map<UUID, CaseEvidence> before(Key key) {
    return new HashMap<>(kept.getOrDefault(key, Map.of()));
  }

  private synchronized void keep(Key key, Map<UUID, CaseEvidence> evidence) {
    kept.put(key, Map.copyOf(evidence));
  }
}
