package org.heed.server.network;

import java.util.List;
import java.util.UUID;
import org.heed.rulebook.GroupDefinition;

/**
 * Whether the suspects of a network are a group by one definition, with what was counted.
 *
 * @param suspects of the largest group that its joins make
 * @param children harmed or worried about in that group's reports
 * @param reports in which they are
 * @param holds by confirmed lines alone
 * @param perhaps if every unconfirmed line were confirmed
 */
public record HeldGroup(
    GroupDefinition definition,
    List<Network.Node> suspects,
    int children,
    List<UUID> reports,
    boolean holds,
    boolean perhaps) {
  public HeldGroup {
    suspects = List.copyOf(suspects);
    reports = List.copyOf(reports);
  }

  /** The definition and numbers alone. */
  @Override
  public String toString() {
    return "HeldGroup[" + definition.id() + "]";
  }
}
