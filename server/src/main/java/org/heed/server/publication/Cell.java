package org.heed.server.publication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One count of a figure.
 *
 * @param key the area's code, or the period's first day as {@code 2026-04-01}
 * @param label as people see it
 * @param first the period's first day, within the question; null for an area
 * @param last the period's last day, within the question; null for an area
 * @param part whether the question holds only a part of the period
 */
public record Cell(
    String key,
    String label,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    boolean part,
    Tally tally) {}
