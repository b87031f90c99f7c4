/** Heed figures. */
@NullMarked
package org.heed.figures;

import org.jspecify.annotations.NullMarked;
