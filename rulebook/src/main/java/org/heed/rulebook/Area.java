package org.heed.rulebook;

import java.util.Optional;

/**
 * An area that figures are given by.
 *
 * @param in the id of the area that holds it
 */
public record Area(
    String id, String title, String kind, Optional<String> code, Optional<String> in, Where at) {}
