/**
 * The event log: every record, flag, unflag, reclassification, cancellation and reinstatement as a
 * change of one in a cell at a known position. A count as known at a position is the sum of the
 * changes up to it, so what was known at any past moment is a prefix of the log; reclassifying
 * moves one from cell to cell and sums to nothing. Two clocks at once: a period on one, as known on
 * the other.
 */
@NullMarked
package org.heed.figures.log;

import org.jspecify.annotations.NullMarked;
