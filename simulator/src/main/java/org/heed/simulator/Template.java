package org.heed.simulator;

import java.util.List;

/** A sentence with choices in it, as read from the phrasebook by {@link TemplateParser}. */
sealed interface Template {

  /** Words as they stand. */
  record Literal(String words) implements Template {}

  /** One of several. */
  record Choice(List<Template> options) implements Template {}

  /** All of several, in order. */
  record Sequence(List<Template> parts) implements Template {}

  /** Something of the case: a person, a place, a time. */
  record Slot(String name) implements Template {}

  /** A sentence from a shared pool. */
  record Pool(String name) implements Template {}

  /**
   * Words that express a concept.
   *
   * @param context how they express it, empty for plainly and now
   */
  record Marked(String concept, List<String> context, Template inside) implements Template {}
}
