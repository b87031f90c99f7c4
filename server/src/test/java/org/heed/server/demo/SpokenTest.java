package org.heed.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A child of the demonstration is spoken of by the sex that is on record. */
class SpokenTest {
  private static final String TEXT = "{She} told {hers} tutor; he drove {her} home, {she} said.";

  @Test
  void girlsBoysAndWhoseSexIsNotOnRecord_areSpokenOfAsThemselves() {
    assertThat(Spoken.of("female").says(TEXT))
        .isEqualTo("She told her tutor; he drove her home, she said.");
    assertThat(Spoken.of("male").says(TEXT))
        .isEqualTo("He told his tutor; he drove him home, he said.");
    assertThat(Spoken.of("not-stated").says(TEXT))
        .isEqualTo("The child told the child’s tutor; he drove the child home, the child said.");
  }
}
