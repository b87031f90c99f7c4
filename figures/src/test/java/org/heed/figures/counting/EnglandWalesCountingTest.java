package org.heed.figures.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.Test;

/** The rulebook shipped for England and Wales, held to the examples of its rules. */
class EnglandWalesCountingTest {
  private static final int FEWEST = 40;

  @Test
  void everyExampleOfEveryRule_comesOut() throws Exception {
    CountingExamples.Result result =
        CountingExamples.run(
            RulebookLoader.load(Path.of("..", "rulebooks", "england-wales")).counting());
    assertThat(result.failures()).isEmpty();
    assertThat(result.examples()).isGreaterThan(FEWEST);
  }
}
