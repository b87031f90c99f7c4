package org.heed.rulebook;

import java.util.Optional;

/**
 * An area that figures are given by.
 *
 * @param in the id of the area that holds it
 * @param nation where it is, as standards name it; its own, or that of the area that holds it
 * @param calendar the id of the calendar that clocks go by in it, likewise; none: the first
 */
public record Area(
    String id,
    String title,
    String kind,
    Optional<String> code,
    Optional<String> in,
    Optional<String> nation,
    Optional<String> calendar,
    Where at) {}
