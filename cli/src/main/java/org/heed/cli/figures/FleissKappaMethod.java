package org.heed.cli.figures;

import org.heed.figures.RefusedInput;
import org.heed.figures.review.FleissKappa;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fleiss' kappa (1971) of how many readers put each record into each category. */
final class FleissKappaMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    int[][] counts =
        in.list("counts").stream()
            .map(row ->
                Fields.list(row, "counts").stream().mapToInt(FleissKappaMethod::count).toArray())
            .toArray(int[][]::new);
    for (int[] row : counts) {
      RefusedInput.unless(
          row.length == counts[0].length, "counts", "have rows of different categories");
    }
    return Answer.put(Answer.object(), "kappa", FleissKappa.of(counts, in.level()));
  }

  private static int count(JsonNode node) {
    long count = Fields.whole(node, "counts");
    RefusedInput.unless(
        count >= 0 && count <= 1_000_000, "counts", "must be small and no negative");
    return (int) count;
  }
}
