package org.heed.server.publication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.figures.published.LondonBoroughs;
import org.heed.figures.published.LondonBoroughs.Borough;
import org.heed.server.web.Tile;
import org.junit.jupiter.api.Test;

class LondonTilesTest {
  private static final List<Borough> BOROUGHS = LondonBoroughs.bundled();
  private static final List<Tile> TILES = LondonTiles.of(BOROUGHS, _ -> Map.entry("1.00", 1));

  @Test
  void everyBorough_hasATileOfItsOwn_withLettersThatNoOtherHas() {
    assertThat(TILES).hasSize(33);
    Set<String> places = new HashSet<>();
    Set<String> letters = new HashSet<>();
    for (Tile tile : TILES) {
      assertThat(places.add(tile.column() + " " + tile.row())).as(tile.name()).isTrue();
      assertThat(letters.add(tile.code())).as(tile.name()).isTrue();
    }
    assertThat(TILES)
        .extracting(Tile::name)
        .containsExactlyInAnyOrderElementsOf(BOROUGHS.stream().map(Borough::name).toList());
  }

  /** Of two boroughs far apart the one further north has no tile further south. */
  @Test
  void tiles_lieAsTheBoroughsDo() {
    Map<String, Borough> named = new HashMap<>();
    BOROUGHS.forEach(borough -> named.put(borough.name(), borough));
    for (Tile one : TILES) {
      for (Tile other : TILES) {
        Borough here = named.get(one.name());
        Borough there = named.get(other.name());
        if (here != null && there != null) {
          if (here.y() + LondonBoroughs.HEIGHT / 4 < there.y()) {
            assertThat(one.row()).as(one.name() + " " + other.name()).isLessThan(other.row());
          }
          if (here.x() + LondonBoroughs.WIDTH / 4 < there.x()) {
            assertThat(one.column()).as(one.name() + " " + other.name()).isLessThan(other.column());
          }
        }
      }
    }
  }
}
