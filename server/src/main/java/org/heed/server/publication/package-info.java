/** Figures: counts of what is recorded, as known at any moment, with the records behind each. */
@NullMarked
package org.heed.server.publication;

import org.jspecify.annotations.NullMarked;
