/**
 * Counting the same records again with one thing changed: as known then or now, under the old
 * rulebook or the new, in another unit, from one period or the next. What changes whole-number
 * counts, exactly and with nothing left over; nothing here is estimated.
 */
@NullMarked
package org.heed.figures.recount;

import org.jspecify.annotations.NullMarked;
