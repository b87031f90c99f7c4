/**
 * How sure one can be: exact intervals for counts, ratios and proportions, and the tipping point.
 * Full counts of records have no sampling error; these intervals describe a chance process behind
 * the count, and whoever shows one says so.
 */
@NullMarked
package org.heed.figures.uncertainty;

import org.jspecify.annotations.NullMarked;
