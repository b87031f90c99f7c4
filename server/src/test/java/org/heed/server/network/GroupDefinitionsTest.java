package org.heed.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.rulebook.GroupDefinition;
import org.heed.rulebook.Where;
import org.heed.server.report.MentionRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether suspects are a group, by definitions that differ. */
class GroupDefinitionsTest {
  private static final GroupDefinition IN_ONE_REPORT = group("one", 2, 1, 1, "report");
  private static final GroupDefinition TWO_CHILDREN = group("two", 2, 2, 1, "report", "child");
  private static final GroupDefinition BY_ANYTHING =
      group("any", 2, 1, 2, "report", "child", "place", "vehicle", "phone");

  private final Map<String, Network.Node> nodes = new LinkedHashMap<>();
  private final List<Network.Line> lines = new ArrayList<>();

  private static GroupDefinition group(
      String id, int suspects, int children, int reports, String... through) {
    return new GroupDefinition(
        id, "1", id, id, "made", suspects, children, reports, List.of(through), new Where("m", 1));
  }

  private void says(
      String report, String node, NodeKind kind, @Nullable MentionRole role, boolean confirmed) {
    for (String id : List.of(report, node)) {
      nodes.computeIfAbsent(
          id,
          _ ->
              new Network.Node(
                  id,
                  null,
                  id.equals(report) ? NodeKind.REPORT : kind,
                  id,
                  "/" + id,
                  1,
                  null,
                  false));
    }
    lines.add(
        new Network.Line(
            report,
            node,
            "says",
            confirmed,
            null,
            UUID.nameUUIDFromBytes(report.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            report,
            Instant.EPOCH,
            role,
            role == MentionRole.VICTIM ? Integer.valueOf(14) : null));
  }

  private void suspect(String report, String who) {
    says(report, who, NodeKind.PERSON, MentionRole.SUSPECT, true);
  }

  private void child(String report, String who) {
    says(report, who, NodeKind.PERSON, MentionRole.VICTIM, true);
  }

  private List<HeldGroup> held() {
    Network network =
        new Network(
            nodes.values().iterator().next(),
            List.copyOf(nodes.values()),
            lines,
            List.of(),
            List.of(),
            List.of(),
            false);
    return GroupDefinitions.of(network, List.of(IN_ONE_REPORT, TWO_CHILDREN, BY_ANYTHING));
  }

  @Test
  void twoSuspectsOfOneReport_areAGroupByOneDefinition_andNotByTwoOthers() {
    suspect("A", "Zed");
    suspect("A", "Yan");
    child("A", "Ada");
    assertThat(held()).extracting(HeldGroup::holds).containsExactly(true, false, false);
    assertThat(held().getFirst().suspects())
        .extracting(Network.Node::label)
        .containsExactlyInAnyOrder("Zed", "Yan");
  }

  @Test
  void suspectsWhomAChildJoins_areAGroupWhereChildrenJoin() {
    suspect("A", "Zed");
    child("A", "Ada");
    suspect("B", "Yan");
    child("B", "Ada");
    child("B", "Bea");
    assertThat(held()).extracting(HeldGroup::holds).containsExactly(false, true, true);
    assertThat(held().get(1)).returns(2, HeldGroup::children);
    assertThat(held().get(1).reports()).hasSize(2);
  }

  @Test
  void suspectsWhomAPhoneJoins_thatNobodyConfirmed_areAGroupPerhaps() {
    suspect("A", "Zed");
    child("A", "Ada");
    says("A", "phone", NodeKind.PHONE, null, false);
    suspect("B", "Yan");
    child("B", "Bea");
    says("B", "phone", NodeKind.PHONE, null, false);
    HeldGroup any = held().get(2);
    assertThat(any.holds()).isFalse();
    assertThat(any.perhaps()).isTrue();
    assertThat(any.suspects()).hasSize(2);
    assertThat(held().get(0).perhaps()).isFalse();
  }

  @Test
  void whereNobodyIsSuspected_nothingIsHeldAgainstAnything() {
    child("A", "Ada");
    assertThat(held()).isEmpty();
  }
}
