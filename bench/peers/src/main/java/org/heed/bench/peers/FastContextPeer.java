package org.heed.bench.peers;

import edu.utah.bmi.nlp.fastcontext.FastContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * FastContext on a sentence's tokens: the number of contexts of the tokens from one to another.
 * Made from rules in its own notation.
 */
public final class FastContextPeer implements ToIntBiFunction<List<String>, int[]> {
  private static final int WINDOW = 30;

  private final FastContext context;

  public FastContextPeer(List<String> rules) {
    context = new FastContext(new ArrayList<>(rules), true);
  }

  @Override
  public int applyAsInt(List<String> tokens, int[] target) {
    return context.processContext((ArrayList<String>) tokens, target[0], target[1], WINDOW).size();
  }
}
