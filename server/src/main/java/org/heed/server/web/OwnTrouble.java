package org.heed.server.web;

/**
 * A part of the service whose readers need other words when something goes wrong: they have no
 * account, no role and no supervisor.
 */
public interface OwnTrouble {

  /** Whether the path belongs to it. */
  boolean covers(String path);

  /** The page for an HTTP status. It asks nobody for anything that may have failed. */
  Html page(Shell shell, int status);
}
