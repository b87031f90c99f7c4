package org.heed.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left out is gone, and is said to be. */
class OfferedTest {
  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  private static Offered of(String text) {
    return new Offered(AT, text, "Report R/1, as written");
  }

  @Test
  void sentences_followLinesAndStops() {
    assertThat(of("She came at ten. He waited in the car.\nHer brother saw it").sentences())
        .isEqualTo(List.of("She came at ten.", "He waited in the car.", "Her brother saw it"));
  }

  @Test
  void neighboursLeftOut_readAsOneGap_andAreCounted() {
    PackItem item = of("One. Two. Three. Four.").without(Set.of(1, 2));
    assertThat(item.text()).isEqualTo("One. [left out] Four.");
    assertThat(item.leftOut()).isEqualTo(2);
  }

  @Test
  void nothingLeftOut_keepsEverySentence() {
    assertThat(of("One.\n\nTwo.").without(Set.of()).text()).isEqualTo("One. Two.");
  }

  @Test
  void key_isTheSameForTheSameWordsAtTheSamePlace() {
    assertThat(of("One.").key()).isEqualTo(of("One.").key());
    assertThat(of("One.").key()).isNotEqualTo(of("Two.").key());
  }
}
