package org.heed.rulebook;

import java.util.List;
import java.util.Optional;

/** A legal or policy definition and the elements a decision must speak to. */
public record Definition(
    String id, String title, String text, String source, List<Element> elements, Where at) {
  public Definition {
    elements = List.copyOf(elements);
  }

  /**
   * One element.
   *
   * @param anyOf elements sharing this name are alternatives: one of them suffices
   */
  public record Element(String id, String title, String text, Optional<String> anyOf) {}
}
