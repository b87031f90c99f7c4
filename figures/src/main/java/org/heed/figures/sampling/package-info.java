/**
 * Samples: how many to draw, from which strata, which ones, and what they say of all. A draw can be
 * repeated by anybody from its record, bit for bit.
 */
@NullMarked
package org.heed.figures.sampling;

import org.jspecify.annotations.NullMarked;
