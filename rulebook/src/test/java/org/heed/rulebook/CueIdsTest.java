package org.heed.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CueIdsTest {
  private static Context parse(String yaml) throws RulebookException {
    return RulebookLoader.parseContext("context.yaml", yaml);
  }

  @Test
  void cueHasItsOwnId_orOneFromItsKind() throws RulebookException {
    Context context =
        parse(
            """
            cues:
              - kind: pseudo
                phrases: [not only]
              - id: looks-like-a-cue
                kind: pseudo
                phrases: [not unknown to]
              - kind: pseudo
                phrases: [no doubt]
            """);
    assertThat(context.cues())
        .extracting(Cue::id)
        .containsExactly("pseudo-1", "looks-like-a-cue", "pseudo-3");
  }

  @Test
  void idOfAnother_isRefused_namingTheLine() {
    assertThatThrownBy(() ->
            parse(
                """
                cues:
                  - id: same
                    kind: pseudo
                    phrases: [not only]
                  - id: same
                    kind: pseudo
                    phrases: [no doubt]
                """))
        .isInstanceOf(RulebookException.class)
        .hasMessageContaining("context.yaml:5")
        .hasMessageContaining("another cue has the id “same”");
  }
}
