package org.heed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heed.linkage.network.Pattern;
import org.heed.server.recognition.RulebookInForce;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Of what a simulated force has planted, what is told by linking's own identities, and what of the
 * same reports shuffled. Told is right; what it misses is no less part of the account.
 */
@Tag("long")
class PlantedPatternsTest {
  @Test
  void whatIsTold_isRight_shuffledNextToNothing_andMoreSoThanByPlainCountWherePlacesAreMany() {
    List<PlantedPatterns.Outcome> outcomes =
        new PlantedPatterns(
                11,
                12_000,
                RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"))
                    .rulebook()
                    .patterns())
            .outcomes(1);
    Map<Pattern, PlantedPatterns.Outcome> of = new EnumMap<>(Pattern.class);
    outcomes.forEach(one -> of.put(one.pattern(), one));
    assertThat(outcomes.stream().mapToInt(PlantedPatterns.Outcome::shuffled).sum())
        .as(outcomes.toString())
        .isLessThanOrEqualTo(3);
    assertThat(outcomes)
        .filteredOn(one -> one.told() > 0)
        .allSatisfy(one ->
            assertThat(one.at().stream().min(Comparator.naturalOrder()).orElseThrow())
                .as(one.toString())
                .isGreaterThanOrEqualTo(0.8));
    PlantedPatterns.Outcome adds = Objects.requireNonNull(of.get(Pattern.CHILD_ADDS_UP));
    assertThat(adds.found()).as(adds.toString()).isGreaterThan(adds.planted() * 8 / 10);
    PlantedPatterns.Outcome cluster = Objects.requireNonNull(of.get(Pattern.CLUSTER_AT_PLACE));
    assertThat(cluster.found()).as(cluster.toString()).isGreaterThan(cluster.peerFound());
    assertThat(cluster.at().getLast()).isGreaterThan(cluster.peerAt().getLast() + 0.5);
  }
}
