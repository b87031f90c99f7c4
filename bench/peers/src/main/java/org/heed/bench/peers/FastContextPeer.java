package org.heed.bench.peers;

import edu.utah.bmi.nlp.fastcontext.FastContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * FastContext on a sentence, or on its tokens cut by somebody else: the number of contexts of the
 * characters or tokens from one to another. Made from rules in its own notation.
 */
public final class FastContextPeer implements ToIntBiFunction<Object, int[]> {
  private static final int WINDOW = 30;

  private final FastContext context;

  public FastContextPeer(List<String> rules) {
    context = new FastContext(new ArrayList<>(rules), true);
  }

  @Override
  @SuppressWarnings("unchecked")
  public int applyAsInt(Object sentence, int[] target) {
    return sentence instanceof String text
        ? context.processContext(text, target[0], target[1], WINDOW).size()
        : context
            .processContext((ArrayList<String>) sentence, target[0], target[1], WINDOW)
            .size();
  }
}
