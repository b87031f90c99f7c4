package org.heed.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Answers who is looking. The access module implements it; pages ask it once a request. */
@FunctionalInterface
public interface Viewers {

  /** The signed-in person of this request, or empty where nobody is signed in. */
  Optional<Viewer> find(HttpServletRequest request);
}
