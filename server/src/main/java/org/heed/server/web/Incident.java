package org.heed.server.web;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * The reference under which a request stands in the log: what someone whose page failed can read
 * out, and the log be searched for.
 */
public final class Incident {
  private static final String REFERENCE = Incident.class.getName();

  private Incident() {}

  /** Gives a request its reference. */
  public static void name(ServletRequest request, String reference) {
    request.setAttribute(REFERENCE, reference);
  }

  /** The reference of a request; empty where nothing gave it one. */
  public static Optional<String> of(ServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(REFERENCE));
  }
}
