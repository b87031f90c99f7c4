package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneralContextTest {
  private final GeneralContext english = GeneralContext.english();

  @Test
  void phraseInCapitals_isPreferred() {
    assertThat(english.judge("fever", "He had fever but no FEVER today.").negated()).isTrue();
    assertThat(english.judge("fever", "He had Fever, then no cough.").negated()).isFalse();
    assertThat(english.judge("absent words", "There is no such thing.")).isNotNull();
    assertThat(english.judge("", "")).isNotNull();
  }

  @Test
  void eachKindOfContext_isTold() {
    assertThat(english.judge("injury", "She denies any INJURY.").negated()).isTrue();
    assertThat(english.judge("injury", "Injury was ruled out.").negated()).isTrue();
    assertThat(english.judge("injuries", "INJURIES - none.").negated()).isTrue();
    assertThat(english.judge("injury", "She may have an INJURY.").possible()).isTrue();
    assertThat(english.judge("injury", "History of INJURY.").historical()).isTrue();
    assertThat(english.judge("injury", "Return if INJURY occurs.").hypothetical()).isTrue();
    assertThat(english.judge("injury", "Her mother had an INJURY.").aboutOther()).isTrue();
    assertThat(english.judge("injury", "No fever but she has an INJURY.").negated()).isFalse();
  }
}
