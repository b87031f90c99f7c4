/** Heed rulebook. */
@NullMarked
package org.heed.rulebook;

import org.jspecify.annotations.NullMarked;
