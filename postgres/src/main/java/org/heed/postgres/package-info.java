/** Heed postgres. */
@NullMarked
package org.heed.postgres;

import org.jspecify.annotations.NullMarked;
