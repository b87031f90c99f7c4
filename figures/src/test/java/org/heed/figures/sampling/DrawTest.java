package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final List<Frame.Unit> UNITS =
      List.of(
          new Frame.Unit("c1", "north"),
          new Frame.Unit("c2", "north"),
          new Frame.Unit("c3", "north"),
          new Frame.Unit("c4", "south"),
          new Frame.Unit("c5", "south"),
          new Frame.Unit("c6", "south"));

  @Test
  void draw_isWhatSha256sumAndSortGive() {
    // printf 'spring\tc1' | sha256sum: 97b6…; c2 9038…, c3 bb7a…, c4 a89b…, c5 8339…, c6 b355…
    Draw draw = Draw.of(new Frame(UNITS), "spring", Map.of("north", 2, "south", 1));
    assertThat(draw.frameHash())
        .isEqualTo("5d9c34f1e8bd35d2afba5d7d3f222f9d44bd886d328c75e22223a5f62ee1967c");
    assertThat(draw.from(new Frame(UNITS)))
        .containsExactly(
            new Draw.Drawn("c2", "north"),
            new Draw.Drawn("c1", "north"),
            new Draw.Drawn("c5", "south"));
  }

  @Test
  void shuffledFrame_drawsTheSame() {
    List<Frame.Unit> shuffled = new ArrayList<>(UNITS);
    Collections.shuffle(shuffled, new Random(7));
    Draw draw = Draw.of(new Frame(UNITS), "autumn", Map.of("north", 1, "south", 3));
    assertThat(draw.from(new Frame(shuffled))).isEqualTo(draw.from(new Frame(UNITS)));
  }

  @Test
  void anotherFrame_isRefused() {
    Draw draw = Draw.of(new Frame(UNITS), "spring", Map.of("north", 2));
    Frame other = new Frame(UNITS.subList(0, 5));
    assertThatThrownBy(() -> draw.from(other))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("not the one recorded");
  }

  @Test
  void everyUnit_isDrawnAboutAsOften() {
    Frame frame = new Frame(UNITS);
    Map<String, Integer> sizes = Map.of("north", 1, "south", 1);
    for (String unit : List.of("c1", "c2", "c3", "c4", "c5", "c6")) {
      long times =
          IntStream.range(0, 3_000)
              .filter(seed ->
                  Draw.of(frame, "seed " + seed, sizes).from(frame).stream()
                      .anyMatch(one -> one.id().equals(unit)))
              .count();
      assertThat(times).as(unit).isBetween(900L, 1_100L);
    }
  }
}
