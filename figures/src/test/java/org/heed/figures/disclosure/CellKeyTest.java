package org.heed.figures.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class CellKeyTest {
  private final CellKey table =
      new CellKey(
          List.of(
              new CellKey.Row(1, 0, 255, -1),
              new CellKey.Row(2, 0, 99, 1),
              new CellKey.Row(2, 100, 255, 0),
              new CellKey.Row(750, 0, 255, 3)));

  @Test
  void sameRecords_getTheSameNoiseInAnyOrder() {
    assertThat(table.published(List.of(200, 60))).isEqualTo(3);
    assertThat(table.published(List.of(60, 200))).isEqualTo(3);
    assertThat(table.published(List.of(60, 60))).isEqualTo(2);
  }

  @Test
  void countsBeyondTheTable_comeRound() {
    assertThat(table.published(Collections.nCopies(1000, 0))).isEqualTo(1003);
  }

  @Test
  void countWithoutARow_isRefused() {
    assertThatThrownBy(() -> table.published(List.of(1, 2, 3)))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("count 3");
  }

  @Test
  void overlappingRows_areRefused() {
    assertThatThrownBy(
            () -> new CellKey(List.of(new CellKey.Row(1, 0, 9, 0), new CellKey.Row(1, 9, 20, 1))))
        .isInstanceOf(RefusedInput.class);
  }
}
