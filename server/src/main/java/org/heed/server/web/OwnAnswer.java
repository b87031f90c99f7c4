package org.heed.server.web;

import java.util.Optional;

/** A part of the service that has a page of its own for a refusal met under its addresses. */
public interface OwnAnswer {

  /** The page for what was thrown under a path; empty where it has none. */
  Optional<Html> page(Shell shell, String path, Exception fault);
}
