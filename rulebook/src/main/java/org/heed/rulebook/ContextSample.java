package org.heed.rulebook;

import java.util.Optional;
import java.util.Set;

/** An example of context: in this text the concept is found, with exactly these marks. */
public record ContextSample(
    String text, String concept, Set<Mark> is, Optional<Subject> subject, Where at) {
  public ContextSample {
    is = Set.copyOf(is);
  }
}
