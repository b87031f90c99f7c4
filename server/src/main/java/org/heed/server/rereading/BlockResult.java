package org.heed.server.rereading;

import java.util.List;
import java.util.Map;

/** What reading one block came to. */
record BlockResult(int narratives, Map<Place, Tally> tallies, List<Candidate> candidates) {
  BlockResult {
    tallies = Map.copyOf(tallies);
    candidates = List.copyOf(candidates);
  }
}
