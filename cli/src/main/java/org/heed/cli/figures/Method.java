package org.heed.cli.figures;

import tools.jackson.databind.node.ObjectNode;

/** A statistical method on one JSON object. */
interface Method {
  /**
   * The answer.
   *
   * @throws org.heed.figures.RefusedInput where no figure may be made from the input
   */
  ObjectNode answer(Fields in);
}
