/** Heed kernel. */
@NullMarked
package org.heed.kernel;

import org.jspecify.annotations.NullMarked;
