/** Heed bench. */
@NullMarked
package org.heed.bench;

import org.jspecify.annotations.NullMarked;
