package org.heed.rulebook;

import java.util.List;

/**
 * What is looked for across reports, from when a count is worth telling, and which places are hubs:
 * in so many reports that meeting there says nothing.
 *
 * @param years how far back reports are put together
 * @param fewest of whom or what fewer reports speak, no count is rare
 * @param most who or what is in more reports is left out
 * @param wrongInHundred how many of a hundred told are borne to be chance
 * @param followed in a network, who or what is in more reports is shown and not walked on from
 */
public record PatternRules(
    int years,
    int fewest,
    int most,
    int wrongInHundred,
    int followed,
    List<PatternRule> patterns,
    List<HubKind> hubs) {
  /** How far a network is walked where a rulebook says nothing: a limit of what can be drawn. */
  private static final int DRAWN = 40;

  public PatternRules {
    patterns = List.copyOf(patterns);
    hubs = List.copyOf(hubs);
  }

  /** Where a rulebook has no {@code patterns.yaml}, nothing is looked for. */
  public static PatternRules none() {
    return new PatternRules(0, 0, 0, 0, DRAWN, List.of(), List.of());
  }

  /** Whether a place, as somebody wrote it, is a hub by its name. */
  public boolean isHub(String written) {
    return hubs.stream().anyMatch(hub -> hub.names(written));
  }
}
